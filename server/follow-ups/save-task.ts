import { eq, sql } from 'drizzle-orm';
import type { Tx } from '../audit/transact.ts';
import { clinicToday, fetchClinic } from '../clinic/clinic-view.ts';
import type { Database } from '../db/database.ts';
import { followUpTasks } from '../db/schema/follow-ups.ts';
import { Problem } from '#domain/shared/problem.ts';
import type { Ctx } from '../http/context.ts';
import { settleNotices } from '../notifications/notify.ts';
import { holdTask, refuseStaleTask, type TaskRow } from './follow-up-view.ts';

type Change = Partial<
  Pick<
    TaskRow,
    | 'status'
    | 'closedOn'
    | 'closedBy'
    | 'closeReason'
    | 'needsClinician'
    | 'urgency'
    | 'callBackOn'
    | 'assignedTo'
  >
>;

/** The clinic's calendar date now, in the open transaction. */
export async function todayOf(ctx: Ctx, db: Database): Promise<string> {
  const { timeZone } = await fetchClinic(db);
  return clinicToday(timeZone, ctx.deps.now());
}

/**
 * An open task on the version it was seen at, held until the transaction ends.
 * @throws Problem `not_found`, `stale`, `conflict` when it is closed
 */
export async function holdOpenTask(
  ctx: Ctx,
  tx: Tx,
  id: string,
  version: number,
  today: string,
): Promise<TaskRow> {
  const task = await holdTask(ctx, tx.db, id);
  await refuseStaleTask(ctx, tx.db, task, version, today);
  if (task.status !== 'open') throw new Problem('conflict', 'This follow-up is closed already.');
  return task;
}

/** Saves a change of a held task in the open transaction, with its audit entry. */
export async function saveTask(
  ctx: Ctx,
  tx: Tx,
  act: string,
  before: TaskRow,
  change: Change,
): Promise<void> {
  await tx.db
    .update(followUpTasks)
    .set({ ...change, version: sql`${followUpTasks.version} + 1`, updatedAt: ctx.deps.now() })
    .where(eq(followUpTasks.id, before.id));
  await tx.record({
    act,
    entity: 'follow-up',
    entityId: before.id,
    patientId: before.patientId,
    before: { ...before },
    after: { ...before, ...change, version: before.version + 1 },
  });
  // Once someone has it, or it is over, nobody else need be told.
  const isSettled = change.assignedTo !== undefined || (change.status ?? 'open') !== 'open';
  const subjectId = before.phoneReportId ?? before.sideEffectId ?? before.id;
  if (isSettled) await settleNotices(ctx, tx, subjectId);
}
