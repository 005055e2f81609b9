import type { InputHTMLAttributes, ReactNode, Ref } from 'react';

import { useControlProps } from './field-context.ts';
import type { IconName } from './icon.tsx';
import { InputBox, inputClass } from './input-box.tsx';

type Native = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  | 'autoComplete'
  | 'autoFocus'
  | 'inputMode'
  | 'maxLength'
  | 'placeholder'
  | 'spellCheck'
  | 'readOnly'
  | 'disabled'
  | 'onBlur'
  | 'onKeyDown'
  | 'name'
  | 'aria-label'
  | 'dir'
  | 'lang'
>;

/** One line of text. Null shows as empty; the schema decides what empty means. */
export function TextInput({
  value,
  onChange,
  type = 'text',
  icon,
  end,
  ref,
  dir = 'auto',
  ...native
}: Native & {
  value: string | null | undefined;
  onChange: (value: string) => void;
  type?: 'text' | 'email' | 'tel' | 'url' | 'password' | 'time' | undefined;
  icon?: IconName | undefined;
  /** A unit or a word at the end. */
  end?: ReactNode;
  ref?: Ref<HTMLInputElement> | undefined;
}) {
  const control = useControlProps();
  return (
    <InputBox icon={icon} end={end}>
      <input
        {...control}
        {...native}
        disabled={native.disabled ?? control.disabled}
        ref={ref}
        type={type}
        dir={type === 'text' ? dir : undefined}
        className={inputClass}
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value)}
      />
    </InputBox>
  );
}
