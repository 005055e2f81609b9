import * as z from 'zod/mini';

// oxlint-disable-next-line no-control-regex -- refusing control characters is the point
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u2028\u2029\uFEFF]/;

const isStorable = (text: string): boolean => !CONTROL.test(text) && text.isWellFormed();
const isOneLine = (text: string): boolean => isStorable(text) && !/[\n\r\t]/.test(text);

const ONE_LINE = 'Use plain characters on one line.';
const STORABLE = 'This text holds characters that cannot be stored.';

/** One line of text in any script: NFC, trimmed, 1 to `max` characters, no control characters. */
export const shortText = (max: number, missing = 'Type something here.') =>
  z
    .string(missing)
    .check(
      z.normalize('NFC'),
      z.trim(),
      z.minLength(1, missing),
      z.maxLength(max, `Use at most ${max} characters.`),
      z.refine(isOneLine, ONE_LINE),
    );

/** Text of several lines: NFC, trimmed, 0 to `max` characters. */
export const longText = (max: number) =>
  z
    .string()
    .check(
      z.normalize('NFC'),
      z.trim(),
      z.maxLength(max, `Use at most ${max} characters.`),
      z.refine(isStorable, STORABLE),
    );

/** One line that may be left empty; empty becomes null. */
export const optionalText = (max: number) =>
  z.pipe(
    z.nullable(
      z
        .string()
        .check(
          z.normalize('NFC'),
          z.trim(),
          z.maxLength(max, `Use at most ${max} characters.`),
          z.refine(isOneLine, ONE_LINE),
        ),
    ),
    z.transform((text: string | null) => (text === '' ? null : text)),
  );
