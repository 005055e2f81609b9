import { eq } from 'drizzle-orm';
import type { Tx } from '../audit/transact.ts';
import { firstOrNotFound } from '../db/fetch.ts';
import { followUpTasks } from '../db/schema/follow-ups.ts';
import type { Ctx } from '../http/context.ts';
import type { TaskRow } from './follow-up-view.ts';
import { saveTask, todayOf } from './save-task.ts';

async function taskOf(tx: Tx, phoneReportId: string): Promise<TaskRow> {
  const rows = await tx.db
    .select()
    .from(followUpTasks)
    .where(eq(followUpTasks.phoneReportId, phoneReportId))
    .for('update');
  return firstOrNotFound(rows, 'follow-up');
}

/** Puts the task of a phoned report on the caller's list, in the open transaction. */
export async function takeReportTask(ctx: Ctx, tx: Tx, phoneReportId: string): Promise<void> {
  const task = await taskOf(tx, phoneReportId);
  await saveTask(ctx, tx, 'follow-ups.take', task, { assignedTo: ctx.actor.staffId });
}

/** Closes the task of a phoned report with what became of it, in the open transaction. */
export async function closeReportTask(
  ctx: Ctx,
  tx: Tx,
  phoneReportId: string,
  reason: string,
): Promise<void> {
  const task = await taskOf(tx, phoneReportId);
  await saveTask(ctx, tx, 'follow-ups.close', task, {
    status: 'done',
    closedOn: await todayOf(ctx, tx.db),
    closedBy: ctx.actor.staffId,
    closeReason: reason,
    needsClinician: false,
  });
}
