import { useId, type ReactNode } from 'react';

import css from './segmented.module.css';

/** A few exclusive choices in one strip, as native radios: arrows move, Tab leaves. */
export function Segmented<Value extends string | number>({
  label,
  value,
  options,
  onChange,
  disabled = false,
  fill = false,
}: {
  /** What is being chosen, for screen readers. */
  label: string;
  value: Value | null | undefined;
  options: readonly { value: Value; label: ReactNode; disabled?: boolean }[];
  onChange: (value: Value) => void;
  disabled?: boolean | undefined;
  /** Takes the whole width, parts equal. */
  fill?: boolean;
}) {
  const group = useId();
  return (
    <div className={css.strip} role="radiogroup" aria-label={label} data-fill={fill || undefined}>
      {options.map((option) => (
        <label key={option.value} className={css.part}>
          <input
            type="radio"
            name={group}
            className={css.input}
            checked={option.value === value}
            disabled={disabled || option.disabled}
            onChange={() => onChange(option.value)}
          />
          <span className={css.face}>{option.label}</span>
        </label>
      ))}
    </div>
  );
}
