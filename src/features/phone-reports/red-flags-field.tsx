import type { RedFlagAnswers } from '#domain/phone-reports/phone-report.ts';
import {
  FLAG_ANSWER_LABELS,
  FLAG_ANSWERS,
  RED_FLAG_LABELS,
  RED_FLAGS,
} from '#domain/phone-reports/red-flags.ts';
import { Segmented } from '#src/ui/segmented.tsx';
import css from './phone-reports.module.css';

/** What is asked of every caller with a problem, the gravest first; not asked until answered. */
export function RedFlagsField({
  value,
  onChange,
}: {
  value: RedFlagAnswers;
  onChange: (value: RedFlagAnswers) => void;
}) {
  return (
    <div className={css.flags} role="group" aria-label="Questions to the caller">
      {RED_FLAGS.map((flag) => (
        <div key={flag} className={css.flag}>
          <span>{RED_FLAG_LABELS[flag]}</span>
          <Segmented
            label={RED_FLAG_LABELS[flag]}
            value={value[flag]}
            options={FLAG_ANSWERS.map((answer) => ({
              value: answer,
              label: FLAG_ANSWER_LABELS[answer],
            }))}
            onChange={(answer) => onChange({ ...value, [flag]: answer })}
          />
        </div>
      ))}
    </div>
  );
}
