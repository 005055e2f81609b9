import {
  GRADE_LABELS,
  GRADES,
  SERIOUSNESS_CRITERIA,
  SERIOUSNESS_LABELS,
} from '#domain/side-effects/side-effect-enums.ts';
import { FormField } from '#src/ui/form.tsx';
import { RadioGroup } from '#src/ui/radio-group.tsx';
import { ChipChoices } from './chip-choices.tsx';
import type { SideEffectFormState } from './side-effect-form.tsx';
import css from './side-effect-form.module.css';

const OPTIONS = GRADES.map((grade) => ({
  value: String(grade),
  label: (
    <>
      <b>{grade}</b> {GRADE_LABELS[grade]}
    </>
  ),
}));

/** The grade by what it needs and limits, and apart from it whether it is serious. */
export function SeverityFields({ form }: { form: SideEffectFormState }) {
  return (
    <div className={css.group}>
      <FormField form={form} name="grade" label="Grade" group required>
        {(bound) => (
          <RadioGroup
            ref={bound.ref}
            value={bound.value === undefined ? null : String(bound.value)}
            options={OPTIONS}
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
