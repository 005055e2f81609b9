import { ToggleChip } from '#src/ui/chip.tsx';
import css from './side-effect-form.module.css';

/** Several of a list, as chips. `alone` is a choice that takes the others away. */
export function ChipChoices<Value extends string>({
  label,
  value,
  options,
  labels,
  alone,
  onChange,
}: {
  /** What is being chosen, for screen readers. */
  label: string;
  value: readonly Value[];
  options: readonly Value[];
  labels: Record<Value, string>;
  alone?: Value;
  onChange: (value: Value[]) => void;
}) {
  const press = (pressed: Value, isOn: boolean): void => {
    if (!isOn) onChange(value.filter((one) => one !== pressed));
    else if (pressed === alone) onChange([pressed]);
    else
      onChange(options.filter((one) => one === pressed || (one !== alone && value.includes(one))));
  };
  return (
    <div className={css.chips} role="group" aria-label={label}>
      {options.map((option) => (
        <ToggleChip
          key={option}
          on={value.includes(option)}
          onChange={(isOn) => press(option, isOn)}
        >
          {labels[option]}
        </ToggleChip>
      ))}
    </div>
  );
}
