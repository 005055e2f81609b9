import { parseBirthDate } from '#domain/patients/birth-date.ts';
import type { NameOrder } from '#domain/patients/person-name.ts';
import { nameKey } from '#domain/patients/person-name.ts';
import { AMBIGUOUS_NAMES, FAMILY_FIRST_NAMES, fieldOfHeader } from './header-words.ts';
import type { ImportField } from './import-fields.ts';

/** What one column seems to hold. Columns without a field are kept, and not imported. */
export interface ColumnGuess {
  /** Index of the cell, from 0. */
  column: number;
  header: string;
  field: ImportField | null;
  /** How sure the guess is, 0-1; from 0.8 the header says it and the values agree. */
  confidence: number;
  /** The first values that are not empty, to show beside the choice. */
  samples: string[];
}

/** A guess for a whole file, to be confirmed by a person. */
export interface FileGuess {
  columns: ColumnGuess[];
  nameOrder: NameOrder;
  /** False where the first row looks like a patient's and not like headers. */
  hasHeader: boolean;
}

const FAMILY_FIRST_COUNTRIES = new Set(['HU', 'CN', 'JP', 'KR', 'KP', 'TW', 'HK', 'VN', 'KH']);
const SHOWN_SAMPLES = 3;
const LEAST_CONFIDENCE = 0.4;

/**
 * Guesses each column's field from its header (in eight languages) and some rows of values. Each
 * field goes to the column that fits best, notes to all that fit. `country` is the clinic's and
 * `today` its day; both only judge whether values look right.
 */
export function guessColumns(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  context: { country: string; today: string },
): FileGuess {
  const candidates = header.flatMap((title, column) => {
    const values = rows.map((cells) => cells[column]?.trim() ?? '').filter((value) => value !== '');
    return candidatesOf(title, values, context.today).map((found) => ({ ...found, column }));
  });
  const taken = new Map<number, { field: ImportField; confidence: number }>();
  const used = new Set<ImportField>();
  for (const { column, field, confidence } of candidates.toSorted(
    (one, other) => other.confidence - one.confidence,
  )) {
    const free = !taken.has(column) && (!used.has(field) || field === 'notes');
    if (!free || confidence < LEAST_CONFIDENCE) continue;
    taken.set(column, { field, confidence });
    used.add(field);
  }
  settleNames(header, taken);
  const fullName = [...taken].find(([, { field }]) => field === 'fullName')?.[0];
  const familyFirst =
    FAMILY_FIRST_COUNTRIES.has(context.country) ||
    FAMILY_FIRST_NAMES.has(nameKey(header[fullName ?? -1] ?? ''));
  return {
    columns: header.map((title, column) => ({
      column,
      header: title.trim(),
      field: taken.get(column)?.field ?? null,
      confidence: taken.get(column)?.confidence ?? 0,
      samples: rows
        .map((cells) => cells[column]?.trim() ?? '')
        .filter((value) => value !== '')
        .slice(0, SHOWN_SAMPLES),
    })),
    nameOrder: familyFirst ? 'family_first' : 'given_first',
    hasHeader: !header.some(
      (title) => isEmail(title) || isPhone(title) || isDate(title, context.today),
    ),
  };
}

function candidatesOf(header: string, values: string[], today: string) {
  const named = fieldOfHeader(header);
  const found: { field: ImportField; confidence: number }[] = [];
  if (named) {
    // Values that are merely wrong say nothing: a file of rejected rows holds only such.
    const contrary = share(values, (value) => isOtherKind(named.field, value, today));
    const trust = contrary < 0.2 ? 1 : contrary < 0.5 ? 0.7 : 0.35;
    found.push({ field: named.field, confidence: named.confidence * trust });
  }
  // Without a header's word only values that can hardly be anything else count.
  for (const [field, fits] of [['email', isEmail] as const, ['phone', isPhone] as const]) {
    const fitting = share(values, fits);
    if (values.length >= 2 && fitting >= 0.8) found.push({ field, confidence: 0.5 * fitting });
  }
  return found;
}

const share = (values: string[], test: (value: string) => boolean): number =>
  values.length === 0 ? 0 : values.filter(test).length / values.length;

/** Whether a value is plainly of another kind than the field its header names. */
function isOtherKind(field: ImportField, value: string, today: string): boolean {
  if (field === 'notes' || field === 'referralSource') return false;
  if (field === 'email') return isPhone(value) || isDate(value, today);
  if (isEmail(value)) return true;
  if (field === 'clinicNumber') return value.length > 40;
  if (field === 'phone') return isWords(value) || (isDate(value, today) && !isPhone(value));
  if (field === 'birthDate') return isWords(value) || (isPhone(value) && !isDate(value, today));
  return isPhone(value) || isDate(value, today);
}

const isWords = (value: string): boolean => /\p{L}{2}/u.test(value) && !/\d/.test(value);
const isEmail = (value: string): boolean => /^\S+@\S+\.\S+$/.test(value.trim());
const isPhone = (value: string): boolean => {
  const text = value.trim();
  if (/^\d[.,]\d+E\+\d+$/i.test(text)) return true;
  const isNumericDate = /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$/.test(text);
  return /^['=+(]*\d[\d\s().\-/]{6,}/.test(text) && !isNumericDate;
};
const isDate = (value: string, today: string): boolean =>
  (['dmy', 'mdy', 'ymd'] as const).some((order) => parseBirthDate(value, order, today).ok);

/** "Name" alone is a full name; beside a column of one of the names it is the other one. */
function settleNames(
  header: readonly string[],
  taken: Map<number, { field: ImportField; confidence: number }>,
): void {
  const fields = new Set([...taken.values()].map(({ field }) => field));
  const full = [...taken].find(([, { field }]) => field === 'fullName');
  if (!full) return;
  const [column, guess] = full;
  const isAmbiguous = AMBIGUOUS_NAMES.has(nameKey(header[column] ?? ''));
  if (fields.has('familyName') && fields.has('givenName')) taken.delete(column);
  else if (!isAmbiguous) return;
  else if (fields.has('givenName')) taken.set(column, { ...guess, field: 'familyName' });
  else if (fields.has('familyName')) taken.set(column, { ...guess, field: 'givenName' });
}
