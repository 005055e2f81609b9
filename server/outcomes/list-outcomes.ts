import { eq, isNull, sql } from 'drizzle-orm';
import type { OutcomeQuery } from '#domain/outcomes/outcome-query.ts';
import type { Outcome } from '#domain/outcomes/outcome.ts';
import type { Page } from '#domain/shared/page.ts';
import { recordPartsRead } from '../audit/record-read.ts';
import { afterCursor, decodeCursor, pageFrom, type SortKey } from '../db/keyset.ts';
import { outcomes } from '../db/schema/outcomes.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { findOutcomes } from './outcome-view.ts';

const KEYS: SortKey[] = [
  { expression: sql`assessed_on`, direction: 'desc' },
  { expression: sql`id`, direction: 'desc' },
];

/**
 * Readings, newest first, a page at a time; those taken back are marked.
 * @throws Problem `invalid` at `cursor`
 */
export async function listOutcomes(ctx: Ctx, query: OutcomeQuery): Promise<Page<Outcome>> {
  authorise(ctx, 'outcomes.read');
  const [on, id] = query.cursor === undefined ? [] : decodeCursor(query.cursor, 2, 'date');
  const found = await findOutcomes(
    ctx.deps.db,
    [
      query.patientId === undefined ? undefined : eq(outcomes.patientId, query.patientId),
      query.courseId === undefined ? undefined : eq(outcomes.courseId, query.courseId),
      query.measure === undefined ? undefined : eq(outcomes.measure, query.measure),
      query.voided === 'no' ? isNull(outcomes.voidedAt) : undefined,
      on === undefined ? undefined : afterCursor(KEYS, [sql`${on}::date`, sql`${id}::uuid`]),
    ],
    query.limit + 1,
  );
  const page = pageFrom(found, query.limit, (one) => [one.assessedOn, one.id]);
  await recordPartsRead(ctx, page.items);
  return page;
}
