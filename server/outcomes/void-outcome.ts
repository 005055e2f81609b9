import { and, eq, sql } from 'drizzle-orm';
import type { Outcome, OutcomeVoid } from '#domain/outcomes/outcome.ts';
import { Problem } from '#domain/shared/problem.ts';
import { transact } from '../audit/transact.ts';
import { updatedOrStale } from '../db/fetch.ts';
import { outcomes } from '../db/schema/outcomes.ts';
import { keepCourseTasks } from '../follow-ups/keep-tasks.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { fetchOutcome, toOutcome } from './outcome-view.ts';

/**
 * Takes a reading back: it is kept and marked, and counts nowhere.
 * @throws Problem `not_found`, `stale`, `conflict` when it is taken back already
 */
export async function voidOutcome(
  ctx: Ctx,
  id: string,
  version: number,
  input: OutcomeVoid,
): Promise<Outcome> {
  authorise(ctx, 'outcomes.write');
  return await transact(ctx, async (tx) => {
    const before = await fetchOutcome(tx.db, id);
    if (before.voided) throw new Problem('conflict', 'This reading is taken back already.');
    const now = ctx.deps.now();
    const row = await updatedOrStale(
      await tx.db
        .update(outcomes)
        .set({
          voidedAt: now,
          voidedBy: ctx.actor.staffId,
          voidReason: input.reason,
          updatedAt: now,
          version: sql`${outcomes.version} + 1`,
        })
        .where(and(eq(outcomes.id, id), eq(outcomes.version, version)))
        .returning(),
      () => fetchOutcome(tx.db, id),
    );
    const after = toOutcome(row);
    const { patientId } = after;
    const what = { act: 'outcomes.void', entity: 'outcome', entityId: id, patientId };
    await keepCourseTasks(ctx, tx, after.courseId);
    await tx.record({ ...what, before, after });
    return after;
  });
}
