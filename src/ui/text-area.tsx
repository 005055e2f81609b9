import type { Ref } from 'react';

import { useControlProps } from './field-context.ts';
import css from './text-area.module.css';

/** Several lines of text; grows with what is written. */
export function TextArea({
  value,
  onChange,
  rows = 3,
  ref,
  ...native
}: {
  value: string | null | undefined;
  onChange: (value: string) => void;
  onBlur?: (() => void) | undefined;
  rows?: number | undefined;
  name?: string | undefined;
  placeholder?: string | undefined;
  maxLength?: number | undefined;
  readOnly?: boolean | undefined;
  ref?: Ref<HTMLTextAreaElement> | undefined;
}) {
  return (
    <textarea
      {...useControlProps()}
      {...native}
      ref={ref}
      rows={rows}
      dir="auto"
      className={css.area}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
