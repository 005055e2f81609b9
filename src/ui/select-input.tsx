import type { Ref } from 'react';

import { useControlProps } from './field-context.ts';
import { Icon } from './icon.tsx';
import css from './select-input.module.css';

/** One of a list. The native control, so that every device shows its own. Null is "nothing chosen". */
export function SelectInput<Value extends string>({
  value,
  onChange,
  options,
  placeholder,
  onBlur,
  name,
  disabled,
  ref,
  ...aria
}: {
  value: Value | null | undefined;
  onChange: (value: Value | null) => void;
  options: readonly { value: Value; label: string; disabled?: boolean }[];
  /** What stands there while nothing is chosen; without it the first option is shown. */
  placeholder?: string | undefined;
  onBlur?: (() => void) | undefined;
  name?: string | undefined;
  disabled?: boolean | undefined;
  'aria-label'?: string | undefined;
  ref?: Ref<HTMLSelectElement> | undefined;
}) {
  const control = useControlProps();
  return (
    <span className={css.box}>
      <select
        {...control}
        {...aria}
        ref={ref}
        name={name}
        disabled={disabled ?? control.disabled}
        className={css.select}
        data-empty={value ? undefined : ''}
        value={value ?? ''}
        onBlur={onBlur}
        onChange={(event) =>
          onChange(options.find((option) => option.value === event.target.value)?.value ?? null)
        }
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon name="chevron-down" size={14} />
    </span>
  );
}
