import { type SQL, sql } from 'drizzle-orm';
import type { Page } from '#domain/shared/page.ts';
import { transact } from '../audit/transact.ts';
import { afterCursor, decodeCursor, pageFrom, type SortKey } from '../db/keyset.ts';
import type { Ctx } from '../http/context.ts';

const KEYS: SortKey[] = [
  { expression: sql`person.first_session_on`, direction: 'asc' },
  { expression: sql`person.course_id`, direction: 'asc' },
];

/**
 * The condition on `person` for the people after a page: by their first session.
 * @throws Problem `invalid` at `cursor`
 */
export function afterPerson(cursor: string | undefined): SQL {
  if (cursor === undefined) return sql`true`;
  const [on, id] = decodeCursor(cursor, KEYS.length, 'date');
  return afterCursor(KEYS, [sql`${on}::date`, sql`${id}::uuid`]);
}

/** A page of the people behind a report, found with one more than asked. That it was opened is recorded. */
export async function openPeople<P extends { firstSessionOn: string; courseId: string }, T>(
  ctx: Ctx,
  query: { limit: number },
  people: readonly P[],
  shown: (person: P) => T,
): Promise<Page<T>> {
  await transact({ ...ctx, idempotency: undefined }, (tx) =>
    tx.record({ act: 'reports.open-patients', entity: 'report', entityId: null, after: query }),
  );
  const page = pageFrom(people, query.limit, (one) => [one.firstSessionOn, one.courseId]);
  return { items: page.items.map(shown), nextCursor: page.nextCursor };
}
