import { type SQL, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { instant, isCalendarDay } from '#domain/shared/calendar-date.ts';
import { id as idSchema } from '#domain/shared/ids.ts';
import { Problem } from '#domain/shared/problem.ts';

/** One column of a list's order; the last one is always the id, so that the order is total. */
export type SortKey = { expression: SQL; direction: 'asc' | 'desc' };

const cursorValues = z.array(z.nullable(z.string())).check(z.minLength(1), z.maxLength(5));

/** Where the next page begins, as opaque text: the sort values of the last item shown. */
function encodeCursor(values: readonly (string | null)[]): string {
  const bytes = new TextEncoder().encode(JSON.stringify(values));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** The refusal of a cursor that this list did not give. */
export const notOurCursor = (): Problem =>
  new Problem('invalid', 'This page is no longer there. Start from the first.', {
    fields: [{ path: 'cursor', message: 'Not a cursor of this list.' }],
  });

/** The first day there is; lists put it in the place of a missing date. */
export const FIRST_DAY = '0001-01-01';

/** What the first sort value of a list is, where the database would stumble over other text. */
export type CursorStart = 'text' | 'date' | 'instant';

const STARTS: Record<CursorStart, (value: string | null) => boolean> = {
  text: () => true,
  date: (value) => value !== null && (value === FIRST_DAY || isCalendarDay(value)),
  instant: (value) => instant.safeParse(value).success && value?.startsWith('0000') === false,
};

/**
 * The sort values in a cursor, the last of them a record's id.
 * @throws Problem `invalid` at `cursor` when it is not one of this list's.
 */
export function decodeCursor(
  cursor: string,
  length: number,
  start: CursorStart = 'text',
): (string | null)[] {
  try {
    const binary = atob(cursor.replaceAll('-', '+').replaceAll('_', '/'));
    const text = new TextDecoder('utf-8', { fatal: true }).decode(
      Uint8Array.from(binary, (char) => char.charCodeAt(0)),
    );
    const values = cursorValues.parse(JSON.parse(text));
    const isOurs =
      values.length === length &&
      STARTS[start](values[0] ?? null) &&
      idSchema.safeParse(values.at(-1)).success;
    if (isOurs && values.every((value) => value?.includes('\0') !== true)) return values;
  } catch {
    // Falls through to the one answer for every cursor that is not ours.
  }
  throw notOurCursor();
}

/** The ORDER BY of the keys. */
export const orderOf = (keys: readonly SortKey[]): SQL =>
  sql.join(
    keys.map(({ expression, direction }) =>
      direction === 'asc' ? sql`${expression} ASC` : sql`${expression} DESC`,
    ),
    sql`, `,
  );

/** The condition for rows after the values: all keys go one way, so that one index can answer it. */
export function afterCursor(keys: readonly SortKey[], values: readonly SQL[]): SQL {
  const columns = sql.join(
    keys.map((key) => key.expression),
    sql`, `,
  );
  const bounds = sql.join([...values], sql`, `);
  return keys[0]?.direction === 'desc'
    ? sql`(${columns}) < (${bounds})`
    : sql`(${columns}) > (${bounds})`;
}

/** Cuts one row too many into a page and the cursor of the next. */
export function pageFrom<T>(
  rows: readonly T[],
  limit: number,
  cursorOf: (row: T) => readonly (string | null)[],
): { items: T[]; nextCursor: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    nextCursor: rows.length > limit && last !== undefined ? encodeCursor(cursorOf(last)) : null,
  };
}
