import type { AttemptCreate, FollowUp } from '#domain/follow-ups/follow-up.ts';
import { invalidField } from '#domain/shared/problem.ts';
import { transact } from '../audit/transact.ts';
import { followUpAttempts } from '../db/schema/follow-ups.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { notify } from '../notifications/notify.ts';
import { fetchFollowUp } from './follow-up-view.ts';
import { holdOpenTask, saveTask, todayOf } from './save-task.ts';

/**
 * Logs an attempt to reach the patient. The task stays open: only a contact that was recorded, or
 * a person, closes it. "Needs a clinician" puts it at the head of the care team's list.
 * @throws Problem `not_found`, `stale`, `conflict` when it is closed, `invalid` at the field
 */
export async function logAttempt(
  ctx: Ctx,
  id: string,
  version: number,
  input: AttemptCreate,
): Promise<FollowUp> {
  authorise(ctx, 'follow-ups.write');
  return await transact(ctx, async (tx) => {
    const today = await todayOf(ctx, tx.db);
    const task = await holdOpenTask(ctx, tx, id, version, today);
    if (input.callBackOn !== null && input.callBackOn < today)
      throw invalidField('callBackOn', 'This day has passed.');
    const isForClinician = input.result === 'needs_clinician';
    await tx.db.insert(followUpAttempts).values({
      ...input,
      id: ctx.deps.newId(),
      taskId: id,
      patientId: task.patientId,
      madeBy: ctx.actor.staffId,
      madeAt: ctx.deps.now(),
    });
    await saveTask(ctx, tx, 'follow-ups.attempt', task, {
      callBackOn: input.callBackOn,
      ...(isForClinician
        ? { needsClinician: true, urgency: task.urgency === 'now' ? 'now' : 'same_day' }
        : {}),
    });
    if (isForClinician)
      await notify(
        ctx,
        tx,
        { role: 'practitioner' },
        { kind: 'escalation', subjectId: id, patientId: task.patientId },
      );
    return await fetchFollowUp(ctx, tx.db, id, today);
  });
}
