import * as z from 'zod/mini';
import type { Session } from '#domain/sessions/session.ts';
import { rebase } from './rebase.ts';
import {
  SESSION_FIELDS,
  type SessionField,
  type SessionValues,
  unsavedFields,
  valuesOf,
} from './session-values.ts';

/** Where a device keeps text over a reload or crash. */
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const keptShape = z.strictObject({
  was: z.record(z.string(), z.unknown()),
  typed: z.record(z.string(), z.unknown()),
});

// The number is of the shape above: a copy in an older shape is left alone.
const keyOf = (staffId: string, sessionId: string): string =>
  `unsent-session-1:${staffId}:${sessionId}`;

const pick = (from: object, fields: readonly SessionField[]) =>
  Object.fromEntries(Object.entries(from).filter(([name]) => fields.some((one) => one === name)));

/**
 * Keeps on this device what the server does not have yet, with what those fields were; removes
 * the copy once there is nothing. Answers whether what is typed is in one of the two places.
 */
export function keepValues(
  store: Store,
  staffId: string,
  base: Session,
  values: SessionValues,
): boolean {
  const key = keyOf(staffId, base.id);
  const unsaved = unsavedFields(base, values);
  try {
    if (unsaved.length === 0) store.removeItem(key);
    else
      store.setItem(
        key,
        JSON.stringify({ was: pick(base, unsaved), typed: pick(values, unsaved) }),
      );
    return true;
  } catch {
    // The device refuses to store (full, or private): the page says so.
    return unsaved.length === 0;
  }
}

/** Removes this device's copy. */
export function forgetValues(store: Store, staffId: string, sessionId: string): void {
  store.removeItem(keyOf(staffId, sessionId));
}

/** What this device kept, put over the record as it is now. */
export function restoreValues(
  store: Store,
  staffId: string,
  session: Session,
): ReturnType<typeof rebase> & { isRestored: boolean } {
  const kept = readKept(store.getItem(keyOf(staffId, session.id)));
  if (!kept) return { over: session, values: valuesOf(session), clashes: [], isRestored: false };
  const before: Session = { ...session, ...pick(kept.was, SESSION_FIELDS) };
  const typed: SessionValues = { ...valuesOf(before), ...pick(kept.typed, SESSION_FIELDS) };
  return { ...rebase(before, typed, session), isRestored: true };
}

function readKept(text: string | null): z.infer<typeof keptShape> | null {
  if (text === null) return null;
  try {
    const read = z.safeParse(keptShape, JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
