import { and, eq, sql } from 'drizzle-orm';
import { withChange } from '#domain/shared/change.ts';
import { Problem } from '#domain/shared/problem.ts';
import { sideEffectProblems } from '#domain/side-effects/side-effect-problems.ts';
import type { SideEffect, SideEffectUpdate } from '#domain/side-effects/side-effect.ts';
import { transact } from '../audit/transact.ts';
import { refuseStale, updatedOrStale } from '../db/fetch.ts';
import { sideEffects } from '../db/schema/side-effects.ts';
import { keepSideEffectTasks } from '../follow-ups/keep-tasks.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { requireSessionOfCourse } from '../sessions/require-session-of-course.ts';
import { asDate, currentScheme, decidedBy } from './create-side-effect.ts';
import { refuseFutureDays } from './refuse-future-days.ts';
import { fetchSideEffect, toSideEffect } from './side-effect-view.ts';

/**
 * Changes a side effect: how it goes on, ends, or is judged. A grade given anew is kept with
 * today's scheme; one that is not named, or is the same, keeps the scheme it was given by.
 * @throws Problem `not_found`, `stale`, `invalid` at the field
 */
export async function updateSideEffect(
  ctx: Ctx,
  id: string,
  version: number,
  input: SideEffectUpdate,
): Promise<SideEffect> {
  authorise(ctx, 'side-effects.write');
  return await transact(ctx, async (tx) => {
    const before = await fetchSideEffect(tx.db, id);
    refuseStale(before, version);
    const { onsetAt, reporting, ...rest } = input;
    const decision =
      reporting === undefined ? before.reporting : decidedBy(ctx, reporting, before.reporting);
    const merged = withChange(before, { ...rest, onsetAt, reporting: decision });
    const fields = sideEffectProblems(merged);
    if (fields.length > 0) throw new Problem('invalid', undefined, { fields });
    await refuseFutureDays(ctx, tx.db, merged);
    await requireSessionOfCourse(tx.db, input.sessionId ?? null, before.courseId);
    const row = await updatedOrStale(
      await tx.db
        .update(sideEffects)
        .set({
          ...rest,
          ...(onsetAt === undefined ? {} : { onsetAt: asDate(onsetAt) }),
          reporting: decision,
          ...(merged.grade === before.grade ? {} : currentScheme),
          version: sql`${sideEffects.version} + 1`,
          updatedAt: ctx.deps.now(),
        })
        .where(and(eq(sideEffects.id, id), eq(sideEffects.version, version)))
        .returning(),
      () => fetchSideEffect(tx.db, id),
    );
    const after = toSideEffect(row);
    const { patientId } = after;
    const what = { act: 'side-effects.update', entity: 'side-effect', entityId: id, patientId };
    await keepSideEffectTasks(ctx, tx, after);
    await tx.record({ ...what, before, after });
    return after;
  });
}
