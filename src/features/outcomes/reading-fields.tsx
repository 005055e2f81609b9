import type { FieldArrayWithId } from 'react-hook-form';
import type * as z from 'zod/mini';
import { MEASURE_DETAILS, stageLabel } from '#domain/outcomes/measure.ts';
import {
  type assessmentCreate,
  PULL_SITE_LABELS,
  PULL_SITES,
  STAGE_VARIANT_LABELS,
  STAGE_VARIANTS,
} from '#domain/outcomes/outcome.ts';
import { Checkbox } from '#src/ui/checkbox.tsx';
import { DateInput } from '#src/ui/date-input.tsx';
import { FieldRow } from '#src/ui/field.tsx';
import { FormField } from '#src/ui/form.tsx';
import { IconButton } from '#src/ui/icon-button.tsx';
import { NumberInput } from '#src/ui/number-input.tsx';
import { RadioGroup } from '#src/ui/radio-group.tsx';
import { ScaleInput } from '#src/ui/scale-input.tsx';
import { SelectInput } from '#src/ui/select-input.tsx';
import type { AppForm } from '#src/ui/use-app-form.ts';
import css from './assessment.module.css';
import { stepWords } from './reading-words.ts';

/** The values of an assessment's form, as typed. */
export type AssessmentValues = z.input<typeof assessmentCreate>;

/** An assessment's form, held to its schema. */
export type AssessmentFormState = AppForm<AssessmentValues, z.output<typeof assessmentCreate>>;

type Props = { form: AssessmentFormState; index: number };

/** One reading of one measure: its question, the scale it has, and what belongs to it. */
export function ReadingFields({
  form,
  index,
  reading,
  onRemove,
}: Props & { reading: FieldArrayWithId<AssessmentValues, 'readings'>; onRemove: () => void }) {
  const measure = MEASURE_DETAILS[reading.measure];
  return (
    <fieldset className={css.reading}>
      <legend className={css.legend}>{measure.label}</legend>
      <span className={css.remove}>
        <IconButton icon="close" label={`Leave out ${measure.label}`} onClick={onRemove} />
      </span>
      <ValueField form={form} index={index} measureKey={reading.measure} />
      {reading.measure === 'hair_pull' && <PullFields form={form} index={index} />}
      {reading.measure === 'norwood' && <VariantField form={form} index={index} />}
      {reading.measure === 'photo_global_assessment' && (
        <FormField form={form} name={`readings.${index}.isBlinded`} label="Blinding" labelHidden>
          {(bound) => (
            <Checkbox
              checked={bound.value}
              onChange={bound.onChange}
              label="Rated blind"
              help="The rater knew neither the recipe nor which photo came first."
            />
          )}
        </FormField>
      )}
    </fieldset>
  );
}

function ValueField({
  form,
  index,
  measureKey,
}: Props & { measureKey: keyof typeof MEASURE_DETAILS }) {
  const measure = MEASURE_DETAILS[measureKey];
  const words = stepWords(measureKey);
  const isStage = measureKey === 'norwood' || measureKey === 'ludwig';
  return (
    <FormField
      form={form}
      name={`readings.${index}.value`}
      label={measure.question}
      group={isStage || words !== undefined || measureKey === 'satisfaction'}
    >
      {(bound) => {
        if (isStage)
          return (
            <RadioGroup
              ref={bound.ref}
              inline
              value={bound.value === undefined ? null : String(bound.value)}
              options={Array.from({ length: measure.max }, (_, at) => ({
                value: String(at + 1),
                label: stageLabel(at + 1),
              }))}
              onChange={(stage) => bound.onChange(Number(stage))}
              onBlur={bound.onBlur}
            />
          );
        if (words || measureKey === 'satisfaction')
          return (
            <ScaleInput
              ref={bound.ref}
              value={bound.value}
              min={measure.min}
              max={measure.max}
              words={words}
              ends={measureKey === 'satisfaction' ? ['Not at all', 'Entirely'] : undefined}
              onChange={bound.onChange}
              onBlur={bound.onBlur}
            />
          );
        return (
          <div className={css.number}>
            <NumberInput {...bound} unit={measure.unit ?? undefined} />
          </div>
        );
      }}
    </FormField>
  );
}

function PullFields({ form, index }: Props) {
  return (
    <FieldRow>
      <FormField form={form} name={`readings.${index}.grasped`} label="Of hairs grasped">
        {(bound) => <NumberInput {...bound} value={bound.value ?? null} unit="hairs" />}
      </FormField>
      <FormField form={form} name={`readings.${index}.site`} label="Site">
        {(bound) => (
          <SelectInput
            {...bound}
            value={bound.value ?? null}
            placeholder="Choose"
            options={PULL_SITES.map((value) => ({ value, label: PULL_SITE_LABELS[value] }))}
          />
        )}
      </FormField>
      <FormField form={form} name={`readings.${index}.lastWashOn`} label="Last wash" optional>
        {(bound) => (
          <DateInput
            {...bound}
            value={bound.value ?? null}
            onChange={(text) => bound.onChange(text === '' ? null : text)}
          />
        )}
      </FormField>
    </FieldRow>
  );
}

function VariantField({ form, index }: Props) {
  return (
    <FormField form={form} name={`readings.${index}.variant`} label="Variant" optional>
      {(bound) => (
        <div className={css.number}>
          <SelectInput
            {...bound}
            value={bound.value ?? null}
            placeholder="None"
            options={STAGE_VARIANTS.map((value) => ({ value, label: STAGE_VARIANT_LABELS[value] }))}
          />
        </div>
      )}
    </FormField>
  );
}
