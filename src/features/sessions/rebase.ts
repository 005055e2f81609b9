import type { Session } from '#domain/sessions/session.ts';
import { isSame } from '#src/lib/is-same.ts';
import {
  readValues,
  SESSION_FIELDS,
  type SessionField,
  type SessionValues,
  unsavedFields,
  valuesOf,
} from './session-values.ts';

/**
 * Puts what is typed over a record that was saved meanwhile. Fields that only one side changed
 * take that side; `clashes` are those that both changed to something else, where what is typed
 * stays until a person picks. `over` is the record that what is typed then is a change of.
 */
export function rebase(
  base: Session,
  values: SessionValues,
  theirs: Session,
): { over: Session; values: SessionValues; clashes: SessionField[] } {
  const unsaved = new Set(unsavedFields(base, values));
  const { good } = readValues(values);
  const untouched = SESSION_FIELDS.filter((field) => !unsaved.has(field));
  const is = valuesOf(theirs);
  const clashes = [...unsaved].filter(
    (field) => !isSame(theirs[field], base[field]) && !isSame(theirs[field], good[field]),
  );
  return {
    over: { ...theirs, ...Object.fromEntries(clashes.map((field) => [field, base[field]])) },
    values: { ...values, ...Object.fromEntries(untouched.map((field) => [field, is[field]])) },
    clashes,
  };
}
