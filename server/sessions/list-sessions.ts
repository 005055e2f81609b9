import { eq, gte, lte, sql } from 'drizzle-orm';
import type { SessionQuery } from '#domain/sessions/session-query.ts';
import type { Session } from '#domain/sessions/session.ts';
import type { Page } from '#domain/shared/page.ts';
import { recordPartsRead } from '../audit/record-read.ts';
import { afterCursor, decodeCursor, pageFrom, type SortKey } from '../db/keyset.ts';
import { sessions } from '../db/schema/sessions.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { findSessions } from './session-view.ts';

const KEYS: SortKey[] = [
  { expression: sql`session_on`, direction: 'desc' },
  { expression: sql`id`, direction: 'desc' },
];

/**
 * Sessions, drafts included, newest first, a page at a time.
 * @throws Problem `invalid` at `cursor`
 */
export async function listSessions(ctx: Ctx, query: SessionQuery): Promise<Page<Session>> {
  authorise(ctx, 'sessions.read');
  const { patientId, courseId, performedBy, status, from, to } = query;
  const [on, id] = query.cursor === undefined ? [] : decodeCursor(query.cursor, 2, 'date');
  const found = await findSessions(
    ctx.deps.db,
    [
      patientId === undefined ? undefined : eq(sessions.patientId, patientId),
      courseId === undefined ? undefined : eq(sessions.courseId, courseId),
      performedBy === undefined ? undefined : eq(sessions.performedBy, performedBy),
      status === undefined ? undefined : eq(sessions.status, status),
      from === undefined ? undefined : gte(sessions.sessionOn, from),
      to === undefined ? undefined : lte(sessions.sessionOn, to),
      on === undefined ? undefined : afterCursor(KEYS, [sql`${on}::date`, sql`${id}::uuid`]),
    ],
    query.limit + 1,
  );
  const page = pageFrom(found, query.limit, (one) => [one.sessionOn, one.id]);
  await recordPartsRead(ctx, page.items);
  return page;
}
