import type * as z from 'zod/mini';
import { ANSWER_LABELS, ANSWERS, CAUSE_LABELS, CAUSES } from '#domain/courses/course-enums.ts';
import type { causesAsked } from '#domain/courses/course.ts';
import { Segmented } from '#src/ui/segmented.tsx';
import css from './causes-input.module.css';

type Answers = z.infer<typeof causesAsked>;

const OPTIONS = ANSWERS.map((value) => ({ value, label: ANSWER_LABELS[value] }));

/** Every cause is asked by name; not asking is an answer of its own. */
export function CausesInput({
  value,
  onChange,
}: {
  value: Answers;
  onChange: (value: Answers) => void;
}) {
  return (
    <div className={css.causes}>
      {CAUSES.map((cause) => (
        <div key={cause} className={css.cause}>
          <span>{CAUSE_LABELS[cause]}</span>
          <Segmented
            label={CAUSE_LABELS[cause]}
            value={value[cause]}
            options={OPTIONS}
            onChange={(answer) => onChange({ ...value, [cause]: answer })}
          />
        </div>
      ))}
    </div>
  );
}
