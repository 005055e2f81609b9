import { ANSWER_LABELS, ANSWERS, CAUSE_LABELS, CAUSES } from '#domain/courses/course-enums.ts';
import { FormField } from '#src/ui/form.tsx';
import { Segmented } from '#src/ui/segmented.tsx';
import type { CourseFormState } from './course-form.tsx';
import css from './course-form.module.css';

const OPTIONS = ANSWERS.map((value) => ({ value, label: ANSWER_LABELS[value] }));

/** Every cause is asked by name; not asking is an answer of its own. */
export function CausesField({ form }: { form: CourseFormState }) {
  return (
    <FormField form={form} name="causesAsked" label="Causes asked" group>
      {(bound) => (
        <div className={css.causes}>
          {CAUSES.map((cause) => (
            <div key={cause} className={css.cause}>
              <span>{CAUSE_LABELS[cause]}</span>
              <Segmented
                label={CAUSE_LABELS[cause]}
                value={bound.value[cause]}
                options={OPTIONS}
                onChange={(answer) => bound.onChange({ ...bound.value, [cause]: answer })}
              />
            </div>
          ))}
        </div>
      )}
    </FormField>
  );
}
