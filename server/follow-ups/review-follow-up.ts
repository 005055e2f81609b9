import { eq } from 'drizzle-orm';
import type { CareFollowUp, FollowUpReview } from '#domain/follow-ups/follow-up.ts';
import { REVIEW_DAYS } from '#domain/follow-ups/side-effect-tasks.ts';
import { addDays } from '#domain/shared/calendar-date.ts';
import { invalidField, Problem } from '#domain/shared/problem.ts';
import { transact, type Tx } from '../audit/transact.ts';
import type { Database } from '../db/database.ts';
import { sideEffects } from '../db/schema/side-effects.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { fetchCareFollowUp, type TaskRow } from './follow-up-view.ts';
import { addTasks } from './keep-tasks.ts';
import { holdOpenTask, saveTask, todayOf } from './save-task.ts';

const REVIEWED = ['escalation', 'unresolved_side_effect', 'lapsed_course'];

async function isOngoing(db: Database, sideEffectId: string | null): Promise<boolean> {
  if (sideEffectId === null) return false;
  const rows = await db
    .select({ isOngoing: sideEffects.isOngoing })
    .from(sideEffects)
    .where(eq(sideEffects.id, sideEffectId));
  return rows[0]?.isOngoing ?? false;
}

/** A further look at the same side effect, on the day that was said. */
async function addLook(ctx: Ctx, tx: Tx, task: TaskRow, on: string): Promise<void> {
  const { patientId, courseId, sideEffectId, sessionId } = task;
  if (sideEffectId === null)
    throw invalidField('lookAgainOn', 'There is no side effect to look at.');
  const look = {
    causeKey: `unresolved_side_effect ${sideEffectId} ${on}`,
    rule: 'unresolved_side_effect' as const,
    sessionId,
    sideEffectId,
    urgency: 'usual' as const,
    assignedTo: ctx.actor.staffId,
    metOn: null,
    dueFrom: on,
    targetOn: on,
    dueTo: addDays(on, REVIEW_DAYS),
  };
  await addTasks(ctx, tx, { patientId, courseId }, [look]);
}

/**
 * Closes a follow-up of a side effect or a lapsed course with what a clinician found. While a side
 * effect goes on the day of the next look is asked for, so that none drops out of sight.
 * @throws Problem `not_found`, `stale`, `conflict` for other rules, `invalid` at `lookAgainOn`
 */
export async function reviewFollowUp(
  ctx: Ctx,
  id: string,
  version: number,
  input: FollowUpReview,
): Promise<CareFollowUp> {
  authorise(ctx, 'follow-ups.record');
  return await transact(ctx, async (tx) => {
    const today = await todayOf(ctx, tx.db);
    const task = await holdOpenTask(ctx, tx, id, version, today);
    if (!REVIEWED.includes(task.rule))
      throw new Problem('conflict', 'Record what was asked at this contact.');
    const { note, lookAgainOn } = input;
    if (lookAgainOn === null && (await isOngoing(tx.db, task.sideEffectId)))
      throw invalidField('lookAgainOn', 'It is still going on: say when to look again.');
    if (lookAgainOn !== null && lookAgainOn <= today)
      throw invalidField('lookAgainOn', 'Choose a day after today.');
    await saveTask(ctx, tx, 'follow-ups.review', task, {
      status: 'done',
      closedOn: today,
      closedBy: ctx.actor.staffId,
      closeReason: note,
      needsClinician: false,
    });
    if (lookAgainOn !== null) await addLook(ctx, tx, task, lookAgainOn);
    return await fetchCareFollowUp(ctx, tx.db, id, today);
  });
}
