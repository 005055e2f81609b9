import { useState, type Ref } from 'react';

import { useControlProps } from './field-context.ts';
import { InputBox, inputClass } from './input-box.tsx';
import { IconButton } from './icon-button.tsx';
import css from './password-input.module.css';

/** A password, with a way to look at it. */
export function PasswordInput({
  value,
  onChange,
  onBlur,
  name,
  ref,
  autoFocus,
  autoComplete = 'current-password',
}: {
  value: string | null | undefined;
  onChange: (value: string) => void;
  onBlur?: (() => void) | undefined;
  name?: string | undefined;
  ref?: Ref<HTMLInputElement> | undefined;
  autoFocus?: boolean | undefined;
  autoComplete?: 'current-password' | 'new-password' | undefined;
}) {
  const control = useControlProps();
  const [isShown, setShown] = useState(false);
  return (
    <InputBox
      className={css.box}
      end={
        <IconButton
          icon={isShown ? 'eye-off' : 'eye'}
          label={isShown ? 'Hide the password' : 'Show the password'}
          size="sm"
          onClick={() => setShown(!isShown)}
        />
      }
    >
      <input
        {...control}
        ref={ref}
        name={name}
        type={isShown ? 'text' : 'password'}
        className={inputClass}
        autoFocus={autoFocus}
        autoComplete={autoComplete}
        autoCapitalize="off"
        spellCheck={false}
        value={value ?? ''}
        onBlur={onBlur}
        onChange={(event) => onChange(event.target.value)}
      />
    </InputBox>
  );
}
