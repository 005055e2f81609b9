import { eq, sql } from 'drizzle-orm';
import type { Page } from '#domain/shared/page.ts';
import type { SideEffectQuery } from '#domain/side-effects/side-effect-query.ts';
import type { SideEffect } from '#domain/side-effects/side-effect.ts';
import { recordPartsRead } from '../audit/record-read.ts';
import { afterCursor, decodeCursor, pageFrom, type SortKey } from '../db/keyset.ts';
import { sideEffects } from '../db/schema/side-effects.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { findSideEffects } from './side-effect-view.ts';

const KEYS: SortKey[] = [
  { expression: sql`onset_on`, direction: 'desc' },
  { expression: sql`id`, direction: 'desc' },
];

/**
 * Side effects, newest first, a page at a time.
 * @throws Problem `invalid` at `cursor`
 */
export async function listSideEffects(ctx: Ctx, query: SideEffectQuery): Promise<Page<SideEffect>> {
  authorise(ctx, 'side-effects.read');
  const { patientId, courseId, sessionId, code, ongoing } = query;
  const [on, id] = query.cursor === undefined ? [] : decodeCursor(query.cursor, 2, 'date');
  const found = await findSideEffects(
    ctx.deps.db,
    [
      patientId === undefined ? undefined : eq(sideEffects.patientId, patientId),
      courseId === undefined ? undefined : eq(sideEffects.courseId, courseId),
      sessionId === undefined ? undefined : eq(sideEffects.sessionId, sessionId),
      code === undefined ? undefined : eq(sideEffects.code, code),
      ongoing === 'all' ? undefined : eq(sideEffects.isOngoing, ongoing === 'yes'),
      on === undefined ? undefined : afterCursor(KEYS, [sql`${on}::date`, sql`${id}::uuid`]),
    ],
    query.limit + 1,
  );
  const page = pageFrom(found, query.limit, (one) => [one.onsetOn, one.id]);
  await recordPartsRead(ctx, page.items);
  return page;
}
