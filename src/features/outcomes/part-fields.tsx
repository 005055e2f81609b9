import { useEffect } from 'react';
import { useWatch } from 'react-hook-form';
import { combMean } from '#domain/outcomes/detail-problems.ts';
import { MEASURE_DETAILS, saltBand, saltScore } from '#domain/outcomes/measure.ts';
import { SALT_AREA_LABELS, SALT_AREAS, type SaltArea } from '#domain/outcomes/reading-details.ts';
import { Field, FieldRow } from '#src/ui/field.tsx';
import { FormField } from '#src/ui/form.tsx';
import { NumberInput } from '#src/ui/number-input.tsx';
import css from './assessment.module.css';
import type { ReadingProps } from './reading-fields.tsx';

const AREAS: readonly SaltArea[] = ['top', 'back', 'left', 'right'];
const PARTS = {
  salt: AREAS.map((key) => ({ key, label: `${SALT_AREA_LABELS[key]}, ${SALT_AREAS[key]} %` })),
  comb_count: [1, 2, 3].map((wash) => ({ key: `wash${wash}`, label: `Wash ${wash}` })),
} as const;

/** The value that the parts make, once all of them are typed; undefined before. */
function valueOf(measure: keyof typeof PARTS, numbers: readonly unknown[]): number | undefined {
  const typed = numbers.filter((one) => typeof one === 'number');
  if (typed.length < PARTS[measure].length) return undefined;
  if (measure === 'comb_count') return combMean(typed);
  const [top = 0, back = 0, left = 0, right = 0] = typed;
  return typed.every((share) => share >= 0 && share <= 100)
    ? saltScore({ top, back, left, right })
    : undefined;
}

/** A reading that is computed from its parts: the four areas of SALT, or three washes. */
export function PartFields({
  form,
  index,
  measureKey,
}: ReadingProps & { measureKey: keyof typeof PARTS }) {
  const measure = MEASURE_DETAILS[measureKey];
  const parts = useWatch({ control: form.control, name: `readings.${index}.parts` });
  const value = valueOf(
    measureKey,
    PARTS[measureKey].map(({ key }) => parts?.[key]),
  );
  useEffect(() => {
    if (value !== undefined)
      form.setValue(`readings.${index}.value`, value, { shouldValidate: true });
  }, [form, index, value]);
  return (
    <Field
      label={measureKey === 'salt' ? 'Hair lost in each area' : measure.question}
      group
      help={
        value === undefined
          ? 'The score follows from all of them.'
          : `Score ${value} ${measure.unit ?? ''}${measureKey === 'salt' ? `, ${saltBand(value).replace('_', ' ')}` : ''}`
      }
    >
      <div role="group" aria-label={measure.label}>
        <FieldRow>
          {PARTS[measureKey].map(({ key, label }) => (
            <FormField key={key} form={form} name={`readings.${index}.parts.${key}`} label={label}>
              {(bound) => (
                <div className={css.number}>
                  <NumberInput {...bound} unit={measure.unit ?? undefined} />
                </div>
              )}
            </FormField>
          ))}
        </FieldRow>
      </div>
    </Field>
  );
}
