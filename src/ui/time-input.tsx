import { useState, type Ref } from 'react';

import { useControlProps } from './field-context.ts';
import { InputBox, inputClass } from './input-box.tsx';
import css from './time-input.module.css';
import { parseTypedTime } from './typed-time.ts';

/** A time of day as people type it. Emits HH:MM on the 24-hour clock, or the text as typed for the schema to refuse. */
export function TimeInput({
  value,
  onChange,
  onBlur,
  name,
  invalid = false,
  ref,
  ...aria
}: {
  value: string;
  onChange: (value: string) => void;
  onBlur?: (() => void) | undefined;
  name?: string | undefined;
  /** For one of several times in a field. */
  invalid?: boolean | undefined;
  'aria-label'?: string | undefined;
  ref?: Ref<HTMLInputElement> | undefined;
}) {
  const control = useControlProps();
  const [typed, setTyped] = useState<string | null>(null);
  const understand = (text: string) => parseTypedTime(text) ?? text.trim();
  const isTyping = typed !== null && understand(typed) === value;
  return (
    <InputBox className={css.box}>
      <input
        {...control}
        {...aria}
        aria-invalid={invalid || control['aria-invalid']}
        ref={ref}
        name={name}
        type="text"
        inputMode="text"
        className={inputClass}
        autoComplete="off"
        placeholder="09:00"
        value={isTyping ? typed : value}
        onChange={(event) => {
          setTyped(event.target.value);
          onChange(understand(event.target.value));
        }}
        onBlur={() => {
          setTyped(null);
          onBlur?.();
        }}
      />
    </InputBox>
  );
}
