import type { CareFollowUp, FollowUpClose } from '#domain/follow-ups/follow-up.ts';
import { Problem } from '#domain/shared/problem.ts';
import { transact } from '../audit/transact.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { fetchCareFollowUp, holdTask, refuseStaleTask } from './follow-up-view.ts';
import { hasContact } from './list-contacts.ts';
import { holdOpenTask, saveTask, todayOf } from './save-task.ts';

/**
 * Closes a follow-up without a contact: the patient could not be reached, or it is not needed.
 * @throws Problem `not_found`, `stale`, `conflict` when it is closed, or is a phoned report
 */
export async function closeFollowUp(
  ctx: Ctx,
  id: string,
  version: number,
  input: FollowUpClose,
): Promise<CareFollowUp> {
  authorise(ctx, 'follow-ups.record');
  return await transact(ctx, async (tx) => {
    const today = await todayOf(ctx, tx.db);
    const task = await holdOpenTask(ctx, tx, id, version, today);
    if (task.rule === 'phone_report')
      throw new Problem('conflict', 'Close the report itself, with what it turned into.');
    await saveTask(ctx, tx, 'follow-ups.close', task, {
      status: input.status,
      closedOn: today,
      closedBy: ctx.actor.staffId,
      closeReason: input.reason,
      needsClinician: false,
    });
    return await fetchCareFollowUp(ctx, tx.db, id, today);
  });
}

/**
 * Opens a follow-up again that a person closed: an undo, or the patient called after all.
 * @throws Problem `not_found`, `stale`, `conflict` when it is open, was a report, or a contact is recorded
 */
export async function reopenFollowUp(ctx: Ctx, id: string, version: number): Promise<CareFollowUp> {
  authorise(ctx, 'follow-ups.record');
  return await transact(ctx, async (tx) => {
    const today = await todayOf(ctx, tx.db);
    const task = await holdTask(ctx, tx.db, id);
    await refuseStaleTask(ctx, tx.db, task, version, today);
    if (task.status === 'open') throw new Problem('conflict', 'This follow-up is open.');
    if (task.rule === 'phone_report')
      throw new Problem('conflict', 'A closed report stays closed. File a new one.');
    if (task.closedBy === null)
      throw new Problem('conflict', 'What was recorded closed it, not a person.');
    if (await hasContact(tx.db, id))
      throw new Problem('conflict', 'A contact is recorded for it, which is kept as it is.');
    await saveTask(ctx, tx, 'follow-ups.reopen', task, {
      status: 'open',
      closedOn: null,
      closedBy: null,
      closeReason: null,
    });
    return await fetchCareFollowUp(ctx, tx.db, id, today);
  });
}

/**
 * Puts a follow-up on the caller's own list.
 * @throws Problem `not_found`, `stale`, `conflict` when it is closed
 */
export async function takeFollowUp(ctx: Ctx, id: string, version: number): Promise<CareFollowUp> {
  authorise(ctx, 'follow-ups.record');
  return await transact(ctx, async (tx) => {
    const today = await todayOf(ctx, tx.db);
    const task = await holdOpenTask(ctx, tx, id, version, today);
    await saveTask(ctx, tx, 'follow-ups.take', task, { assignedTo: ctx.actor.staffId });
    return await fetchCareFollowUp(ctx, tx.db, id, today);
  });
}
