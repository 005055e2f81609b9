import { useId, type ReactNode, type Ref } from 'react';

import css from './checkbox.module.css';
import { useControlProps } from './field-context.ts';
import { Icon } from './icon.tsx';

/** A box to tick with its words beside it. */
export function Checkbox({
  checked,
  onChange,
  onBlur,
  indeterminate = false,
  disabled,
  label,
  labelHidden = false,
  help,
  name,
  tabIndex,
  ref,
}: {
  checked: boolean;
  onChange: (checked: boolean) => void;
  onBlur?: (() => void) | undefined;
  /** Some but not all of what it stands for. */
  indeterminate?: boolean | undefined;
  disabled?: boolean | undefined;
  label: ReactNode;
  labelHidden?: boolean | undefined;
  help?: ReactNode;
  name?: string | undefined;
  tabIndex?: number | undefined;
  ref?: Ref<HTMLInputElement> | undefined;
}) {
  const helpId = useId();
  const control = useControlProps();
  return (
    <label className={css.row} data-bare={labelHidden || undefined}>
      <span className={css.box}>
        <input
          ref={(node) => {
            if (node) node.indeterminate = indeterminate;
            if (typeof ref === 'function') ref(node);
            else if (ref) ref.current = node;
          }}
          type="checkbox"
          className={css.input}
          name={name}
          tabIndex={tabIndex}
          checked={checked}
          disabled={disabled ?? control.disabled}
          aria-describedby={help === undefined ? control['aria-describedby'] : helpId}
          aria-invalid={control['aria-invalid']}
          onBlur={onBlur}
          onChange={(event) => onChange(event.target.checked)}
        />
        <Icon name={indeterminate ? 'minus' : 'check'} size={12} className={css.mark} />
      </span>
      <span className={labelHidden ? 'visually-hidden' : css.words}>
        {label}
        {help !== undefined && (
          <span className={css.help} id={helpId}>
            {help}
          </span>
        )}
      </span>
    </label>
  );
}
