import { useId, type ReactNode, type Ref } from 'react';

import { useGroupProps } from './field-context.ts';
import css from './radio-group.module.css';

/** A few exclusive choices, one below the other or side by side. Use it in a Field with `group`. */
export function RadioGroup<Value extends string>({
  value,
  onChange,
  options,
  onBlur,
  inline = false,
  disabled = false,
  ref,
}: {
  value: Value | null | undefined;
  onChange: (value: Value) => void;
  options: readonly { value: Value; label: ReactNode; help?: ReactNode; disabled?: boolean }[];
  onBlur?: (() => void) | undefined;
  inline?: boolean | undefined;
  disabled?: boolean | undefined;
  /** Of the radio that Tab would reach. */
  ref?: Ref<HTMLInputElement> | undefined;
}) {
  const name = useId();
  const reached = Math.max(
    0,
    options.findIndex((option) => option.value === value),
  );
  return (
    <div
      {...useGroupProps()}
      role="radiogroup"
      className={css.group}
      data-inline={inline || undefined}
      onBlur={onBlur}
    >
      {options.map((option, at) => (
        <label key={option.value} className={css.row}>
          <input
            ref={at === reached ? ref : undefined}
            type="radio"
            name={name}
            className={css.input}
            checked={option.value === value}
            disabled={disabled || option.disabled}
            onChange={() => onChange(option.value)}
          />
          <span>
            {option.label}
            {option.help !== undefined && <span className={css.help}>{option.help}</span>}
          </span>
        </label>
      ))}
    </div>
  );
}
