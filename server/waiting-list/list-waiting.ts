import { and, eq, inArray, isNotNull, isNull, notInArray, or, type SQL, sql } from 'drizzle-orm';
import { instant } from '#domain/shared/calendar-date.ts';
import type { Page } from '#domain/shared/page.ts';
import type { WaitingEntry } from '#domain/waiting-list/waiting-entry.ts';
import { OPEN_WAITING } from '#domain/waiting-list/waiting-enums.ts';
import type { WaitingQuery } from '#domain/waiting-list/waiting-query.ts';
import {
  afterCursor,
  decodeCursor,
  notOurCursor,
  orderOf,
  pageFrom,
  type SortKey,
} from '../db/keyset.ts';
import { waitingEntries } from '../db/schema/waiting-list.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { fetchEntry, findEntries } from './waiting-view.ts';

/** The urgent first, then who has waited longest; as text, so that a cursor can hold it. */
export const BY_NEED: SortKey[] = [
  { expression: sql`(waiting_entries.urgency <> 'urgent')::text`, direction: 'asc' },
  { expression: sql`waiting_entries.created_at`, direction: 'asc' },
  { expression: sql`waiting_entries.id`, direction: 'asc' },
];

const LATEST_FIRST: SortKey[] = [
  { expression: sql`waiting_entries.status_at`, direction: 'desc' },
  { expression: sql`waiting_entries.id`, direction: 'desc' },
];

function afterOf({ cursor, state }: WaitingQuery): SQL | undefined {
  if (cursor === undefined) return undefined;
  if (state === 'closed') {
    const [at, id] = decodeCursor(cursor, 2, 'instant');
    return afterCursor(LATEST_FIRST, [sql`${at}::timestamptz`, sql`${id}::uuid`]);
  }
  const [need, at, id] = decodeCursor(cursor, 3);
  if (!instant.safeParse(at).success) throw notOurCursor();
  return afterCursor(BY_NEED, [sql`${need}`, sql`${at}::timestamptz`, sql`${id}::uuid`]);
}

function conditionsOf(query: WaitingQuery): (SQL | undefined)[] {
  const { state, parked, urgency, practitionerId, patientId } = query;
  const open = [...OPEN_WAITING];
  return [
    state === 'open'
      ? inArray(waitingEntries.status, open)
      : notInArray(waitingEntries.status, open),
    parked === undefined
      ? undefined
      : parked === 'yes'
        ? isNotNull(waitingEntries.parkedId)
        : isNull(waitingEntries.parkedId),
    urgency === undefined ? undefined : eq(waitingEntries.urgency, urgency),
    practitionerId === undefined
      ? undefined
      : or(
          isNull(waitingEntries.practitionerId),
          eq(waitingEntries.practitionerId, practitionerId),
        ),
    patientId === undefined ? undefined : eq(waitingEntries.patientId, patientId),
  ];
}

/**
 * The waiting list: the urgent first, then who has waited longest; what is over the latest first.
 * @throws Problem `invalid` at `cursor`
 */
export async function listWaiting(ctx: Ctx, query: WaitingQuery): Promise<Page<WaitingEntry>> {
  authorise(ctx, 'appointments.read');
  const { db } = ctx.deps;
  const keys = query.state === 'open' ? BY_NEED : LATEST_FIRST;
  const conditions = conditionsOf(query);
  const found = await findEntries(
    db,
    [...conditions, afterOf(query)],
    orderOf(keys),
    query.limit + 1,
  );
  const total = await db.$count(waitingEntries, and(...conditions));
  const page = pageFrom(found, query.limit, (one) =>
    query.state === 'open'
      ? [String(one.urgency !== 'urgent'), one.createdAt, one.id]
      : [one.statusAt, one.id],
  );
  return { ...page, total };
}

/**
 * One entry.
 * @throws Problem `not_found`
 */
export async function getWaiting(ctx: Ctx, id: string): Promise<WaitingEntry> {
  authorise(ctx, 'appointments.read');
  return await fetchEntry(ctx.deps.db, id);
}
