import type { DemoFollowUps, DemoTask } from '#domain/demo/demo-follow-ups.ts';
import type { DemoTx } from '../audit/demo-tx.ts';
import { recordDemoFill } from '../audit/record-demo-fill.ts';
import { followUpAttempts, followUpContacts, followUpTasks } from '../db/schema/follow-ups.ts';

/** The key of a task's cause, as the rules write it; of a further look with its day. */
function causeKeyOf(task: DemoTask, isLook: boolean): string {
  const { rule, urgency, sessionId, courseId, sideEffectId, phoneReportId } = task;
  if (rule === 'escalation')
    return `${rule} ${sideEffectId} ${urgency === 'usual' ? 'within_7_days' : urgency}`;
  if (rule === 'unresolved_side_effect')
    return `${rule} ${sideEffectId}${isLook ? ` ${task.dueFrom}` : ''}`;
  if (rule === 'phone_report') return `${rule} ${phoneReportId}`;
  return `${rule} ${rule.startsWith('week_') ? courseId : sessionId}`;
}

/** Adds the demo clinic's follow-ups, with what came of them, in the open transaction. */
export async function addDemoFollowUps(
  tx: DemoTx,
  { tasks, attempts, contacts }: DemoFollowUps,
): Promise<void> {
  const seen = new Set<string>();
  const isLook = ({ rule, sideEffectId }: DemoTask): boolean => {
    const cause = `${rule} ${sideEffectId}`;
    const isAgain = rule === 'unresolved_side_effect' && seen.has(cause);
    seen.add(cause);
    return isAgain;
  };
  await tx.insert(
    followUpTasks,
    tasks.map((one) => ({
      ...one,
      causeKey: causeKeyOf(one, isLook(one)),
      createdAt: new Date(one.createdAt),
      updatedAt: new Date(one.createdAt),
      version: 1,
    })),
  );
  await tx.insert(
    followUpAttempts,
    attempts.map((one) => ({ ...one, madeAt: new Date(one.madeAt) })),
  );
  await tx.insert(
    followUpContacts,
    contacts.map((one) => ({ ...one, createdAt: new Date(one.createdAt) })),
  );
  await recordDemoFill(tx, 'follow-up', tasks);
}
