import {
  CHANGE_ANSWER_LABELS,
  CHANGE_ANSWERS,
  CHANGE_ITEM_LABELS,
  CHANGE_ITEMS,
  type ChangeAnswers,
} from '#domain/outcomes/patient-changes.ts';
import { Segmented } from '../segmented.tsx';
import css from './changes-field.module.css';

/** What the patient says changed since before session 1, item by item; not asked until answered. */
export function ChangesField({
  value,
  onChange,
}: {
  value: ChangeAnswers;
  onChange: (value: ChangeAnswers) => void;
}) {
  return (
    <div className={css.items} role="group" aria-label="What changed">
      {CHANGE_ITEMS.map((item) => (
        <div key={item} className={css.item}>
          <span>{CHANGE_ITEM_LABELS[item]}</span>
          <Segmented
            label={CHANGE_ITEM_LABELS[item]}
            value={value[item]}
            options={CHANGE_ANSWERS.map((answer) => ({
              value: answer,
              label: CHANGE_ANSWER_LABELS[answer],
            }))}
            onChange={(answer) => onChange({ ...value, [item]: answer })}
          />
        </div>
      ))}
    </div>
  );
}
