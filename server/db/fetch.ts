import { Problem } from '#domain/shared/problem.ts';

/**
 * The first row, or the 404 that says there is none.
 * @throws Problem `not_found`
 */
export function firstOrNotFound<T>(rows: readonly T[], what: string): T {
  const [row] = rows;
  if (row === undefined) throw new Problem('not_found', `There is no such ${what}.`);
  return row;
}

/**
 * The row an optimistic update returned; if it touched none, the record changed in between
 * (412, with the record as it now stands) or is not there (404).
 * @throws Problem `stale`, `not_found`
 */
export async function updatedOrStale<T>(
  rows: readonly T[],
  current: () => Promise<unknown>,
): Promise<T> {
  const [row] = rows;
  if (row !== undefined) return row;
  throw new Problem('stale', undefined, { current: await current() });
}

/**
 * Refuses a change made on another version than the record has, before anything of the change is
 * judged: what does not fit the newer record is not the caller's mistake.
 * @throws Problem `stale`, with the record as it now stands
 */
export function refuseStale(current: { version: number }, version: number): void {
  if (current.version !== version) throw new Problem('stale', undefined, { current });
}
