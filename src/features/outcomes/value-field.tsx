import { MEASURE_DETAILS, type MeasureKey, stageLabel } from '#domain/outcomes/measure.ts';
import { FormField } from '#src/ui/form.tsx';
import { NumberInput } from '#src/ui/number-input.tsx';
import { RadioGroup } from '#src/ui/radio-group.tsx';
import { ScaleInput } from '#src/ui/scale-input.tsx';
import css from './assessment.module.css';
import type { ReadingProps } from './reading-fields.tsx';
import { stepWords } from './reading-words.ts';

/** Scales of few steps are chosen from a strip; everything else is typed. */
const STRIPS: readonly MeasureKey[] = ['satisfaction', 'shedding_scale'];

/** The value of a reading, on the scale its measure has. */
export function ValueField({ form, index, measureKey }: ReadingProps & { measureKey: MeasureKey }) {
  const measure = MEASURE_DETAILS[measureKey];
  const words = stepWords(measureKey);
  const isStage = measureKey === 'norwood' || measureKey === 'ludwig';
  const isStrip = words !== undefined || STRIPS.includes(measureKey);
  return (
    <FormField
      form={form}
      name={`readings.${index}.value`}
      label={measure.question}
      group={isStage || isStrip}
      required
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
        if (isStrip)
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
