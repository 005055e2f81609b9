import { useId, type Ref } from 'react';
import { Icon } from '#src/ui/icon.tsx';
import css from './choice-chips.module.css';

/** A few exclusive choices as chips that wrap: native radios, so arrows move and Tab leaves. */
export function ChoiceChips<Value extends string>({
  label,
  value,
  options,
  onChange,
  onBlur,
  isInvalid = false,
  ref,
}: {
  /** What is being chosen, for screen readers. */
  label: string;
  value: Value | null;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
  onBlur?: (() => void) | undefined;
  isInvalid?: boolean;
  ref?: Ref<HTMLDivElement>;
}) {
  const name = useId();
  return (
    <div
      ref={ref}
      role="radiogroup"
      aria-label={label}
      aria-invalid={isInvalid || undefined}
      className={css.chips}
      onBlur={onBlur}
    >
      {options.map((option) => (
        <label key={option.value} className={css.chip}>
          <input
            type="radio"
            name={name}
            className={css.input}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.value === value && <Icon name="check" size={14} />}
          {option.label}
        </label>
      ))}
    </div>
  );
}
