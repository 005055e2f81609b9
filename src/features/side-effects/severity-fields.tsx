import { useWatch } from 'react-hook-form';
import { GRADE_ANCHORS } from '#domain/side-effects/grade-anchors.ts';
import {
  GRADE_LABELS,
  GRADE_SCHEME,
  GRADES,
  SERIOUSNESS_CRITERIA,
  SERIOUSNESS_LABELS,
  type SideEffectCode,
} from '#domain/side-effects/side-effect-enums.ts';
import { FormField } from '#src/ui/form.tsx';
import { RadioGroup } from '#src/ui/radio-group.tsx';
import { ChipChoices } from './chip-choices.tsx';
import type { SideEffectFormState } from './side-effect-form.tsx';
import css from './side-effect-form.module.css';

const schemeWords = `Graded by ${GRADE_SCHEME.name}, version ${GRADE_SCHEME.version}; each grade keeps the scheme it was given by.`;

/** The grade by what it needs and limits, and apart from it whether it is serious. */
export function SeverityFields({ form }: { form: SideEffectFormState }) {
  // A new form has no code yet, whatever its type says.
  const code = useWatch({ control: form.control, name: 'code' }) as SideEffectCode | undefined;
  const anchors = code === undefined ? undefined : GRADE_ANCHORS[code];
  const options = GRADES.map((grade) => ({
    value: String(grade),
    label: (
      <>
        <b>{grade}</b> {GRADE_LABELS[grade]}
      </>
    ),
    ...(anchors?.[grade] === undefined ? {} : { help: anchors[grade] }),
  }));
  return (
    <div className={css.group}>
      <FormField form={form} name="grade" label="Grade" group required help={schemeWords}>
        {(bound) => (
          <RadioGroup
            ref={bound.ref}
            value={bound.value === undefined ? null : String(bound.value)}
            options={options}
            onChange={(chosen) => bound.onChange(GRADES.find((one) => String(one) === chosen))}
            onBlur={bound.onBlur}
          />
        )}
      </FormField>
      <FormField
        form={form}
        name="seriousness"
        label="Serious"
        group
        help="None of these: not serious. Severe and serious are not the same."
      >
        {(bound) => (
          <ChipChoices
            label="Criteria of seriousness"
            value={bound.value}
            options={SERIOUSNESS_CRITERIA}
            labels={SERIOUSNESS_LABELS}
            onChange={bound.onChange}
          />
        )}
      </FormField>
    </div>
  );
}
