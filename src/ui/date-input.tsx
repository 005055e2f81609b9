import { use, useState, type Ref } from 'react';

import { ClinicDates } from './clinic-dates.ts';
import { useControlProps } from './field-context.ts';
import { InputBox, inputClass } from './input-box.tsx';
import { parseTypedDate, showDay, type DateOrder } from './typed-date.ts';

/** A day as it may be typed, in the clinic's order. */
function example(day: string, order: DateOrder): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return { dmy: `${date}/${month}/${year}`, mdy: `${month}/${date}/${year}`, ymd: day }[order];
}

/**
 * A date as people type it. It shows the day it understood and, on leaving, puts it in words.
 * Emits YYYY-MM-DD, '' when empty, or the text as typed for the schema to refuse.
 */
export function DateInput({
  value,
  onChange,
  onBlur,
  past = false,
  name,
  ref,
  autoFocus,
}: {
  value: string | null | undefined;
  onChange: (value: string) => void;
  onBlur?: (() => void) | undefined;
  /** For birth dates: years of two figures are never in the future. */
  past?: boolean | undefined;
  name?: string | undefined;
  ref?: Ref<HTMLInputElement> | undefined;
  autoFocus?: boolean | undefined;
}) {
  const clinic = use(ClinicDates);
  const [typed, setTyped] = useState<string | null>(null);
  const understand = (text: string) => parseTypedDate(text, { ...clinic, past }) ?? text.trim();
  const current = value ?? '';
  const isTyping = typed !== null && understand(typed) === current;
  const words = showDay(current, clinic.order);
  const isUnderstood =
    isTyping && words !== current && words.toLowerCase() !== typed.trim().toLowerCase();
  return (
    <InputBox icon="calendar" end={<span aria-live="polite">{isUnderstood ? words : ''}</span>}>
      <input
        {...useControlProps()}
        ref={ref}
        name={name}
        type="text"
        className={inputClass}
        autoComplete={past ? 'bday' : 'off'}
        autoFocus={autoFocus}
        placeholder={example(past ? '1985-12-31' : clinic.today, clinic.order)}
        value={isTyping ? typed : words}
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
