import { useEffect } from 'react';
import { type FieldArrayWithId, useWatch } from 'react-hook-form';
import type * as z from 'zod/mini';
import { baspDegree, isBasp } from '#domain/outcomes/basp.ts';
import { MEASURE_DETAILS } from '#domain/outcomes/measure.ts';
import {
  type assessmentCreate,
  STAGE_VARIANT_LABELS,
  STAGE_VARIANTS,
} from '#domain/outcomes/outcome.ts';
import { Checkbox } from '#src/ui/checkbox.tsx';
import { DateInput } from '#src/ui/date-input.tsx';
import { FieldRow } from '#src/ui/field.tsx';
import { FormField } from '#src/ui/form.tsx';
import { IconButton } from '#src/ui/icon-button.tsx';
import { NumberInput } from '#src/ui/number-input.tsx';
import { SelectInput } from '#src/ui/select-input.tsx';
import { TextInput } from '#src/ui/text-input.tsx';
import type { AppForm } from '#src/ui/use-app-form.ts';
import css from './assessment.module.css';
import { ConditionFields } from './condition-fields.tsx';
import { PartFields } from './part-fields.tsx';
import { SiteField } from './site-field.tsx';
import { ValueField } from './value-field.tsx';

/** The values of an assessment's form, as typed. */
export type AssessmentValues = z.input<typeof assessmentCreate>;

/** An assessment's form, held to its schema. */
export type AssessmentFormState = AppForm<AssessmentValues, z.output<typeof assessmentCreate>>;

/** The form and the place of one reading in it. */
export type ReadingProps = { form: AssessmentFormState; index: number };

/** One reading of one measure: its question, the scale it has, and what belongs to it. */
export function ReadingFields({
  form,
  index,
  reading,
  onRemove,
}: ReadingProps & {
  reading: FieldArrayWithId<AssessmentValues, 'readings'>;
  onRemove: () => void;
}) {
  const measure = MEASURE_DETAILS[reading.measure];
  const { keyParts } = measure;
  return (
    <fieldset className={css.reading}>
      <legend className={css.legend}>{measure.label}</legend>
      <span className={css.remove}>
        <IconButton icon="close" label={`Leave out ${measure.label}`} onClick={onRemove} />
      </span>
      {reading.measure === 'salt' || reading.measure === 'comb_count' ? (
        <PartFields form={form} index={index} measureKey={reading.measure} />
      ) : reading.measure === 'basp' ? (
        <BaspField form={form} index={index} />
      ) : (
        <ValueField form={form} index={index} measureKey={reading.measure} />
      )}
      {reading.measure === 'hair_pull' && <PullFields form={form} index={index} />}
      {reading.measure === 'norwood' && <VariantField form={form} index={index} />}
      {keyParts.includes('device') && (
        <ConditionFields form={form} index={index} hasCutoff={keyParts.includes('cutoffUm')} />
      )}
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
      <p className={css.note}>{measure.note}</p>
    </fieldset>
  );
}

function PullFields({ form, index }: ReadingProps) {
  return (
    <FieldRow>
      <FormField form={form} name={`readings.${index}.grasped`} label="Of hairs grasped" required>
        {(bound) => <NumberInput {...bound} value={bound.value ?? null} unit="hairs" />}
      </FormField>
      <SiteField form={form} index={index} />
      <FormField
        form={form}
        name={`readings.${index}.lastWashOn`}
        label="Last wash"
        optional
        help="Without it the reading compares with no other."
      >
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

function VariantField({ form, index }: ReadingProps) {
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

/** The letters of BASP; the number beside them follows. */
function BaspField({ form, index }: ReadingProps) {
  const pattern = useWatch({ control: form.control, name: `readings.${index}.pattern` });
  useEffect(() => {
    if (pattern && isBasp(pattern)) form.setValue(`readings.${index}.value`, baspDegree(pattern));
  }, [form, index, pattern]);
  return (
    <FormField
      form={form}
      name={`readings.${index}.pattern`}
      label={MEASURE_DETAILS.basp.question}
      help="Hairline: L none, M0–M3 at the temples, C0–C3 in the middle, U1–U3 a horseshoe left. Then F1–F3 if thin in front, V1–V3 at the vertex: M2F1."
      required
    >
      {(bound) => (
        <div className={css.number}>
          <TextInput
            {...bound}
            value={bound.value ?? ''}
            autoComplete="off"
            dir="ltr"
            onChange={(text) => bound.onChange(text.toUpperCase().replaceAll(' ', ''))}
          />
        </div>
      )}
    </FormField>
  );
}
