import type { FollowUpStatus } from './follow-up-enums.ts';
import type { FollowUpWindow, WantedTask } from './due-tasks.ts';

/** A task as it is kept. */
export type KeptTask = FollowUpWindow & {
  id: string;
  causeKey: string;
  rule: WantedTask['rule'];
  status: FollowUpStatus;
  closedOn: string | null;
  /** Who closed it; null: its own cause did. */
  closedBy: string | null;
};

/** What is written of a task: its window, and how it stands. */
export type TaskPatch = FollowUpWindow & { status: FollowUpStatus; closedOn: string | null };

/** What has to be written so that tasks and causes agree again. */
export type TaskChanges = {
  insert: WantedTask[];
  change: { id: string; patch: TaskPatch }[];
};

const isSame = (kept: KeptTask, patch: TaskPatch): boolean =>
  kept.dueFrom === patch.dueFrom &&
  kept.targetOn === patch.targetOn &&
  kept.dueTo === patch.dueTo &&
  kept.status === patch.status &&
  kept.closedOn === patch.closedOn;

/** How a kept task ought to stand, given what its cause asks for now. */
function agreed(kept: KeptTask, wanted: WantedTask): TaskPatch {
  const { dueFrom, targetOn, dueTo, metOn } = wanted;
  // The clock of an escalation began when it became known: entering it again does not restart it.
  const window = wanted.rule === 'escalation' ? windowOf(kept) : { dueFrom, targetOn, dueTo };
  const isPersons = kept.closedBy !== null;
  if (metOn !== null && (!isPersons || kept.status === 'missed'))
    return { ...window, status: 'done', closedOn: metOn };
  if (isPersons) return { ...windowOf(kept), status: kept.status, closedOn: kept.closedOn };
  return { ...window, status: 'open', closedOn: null };
}

const windowOf = ({ dueFrom, targetOn, dueTo }: KeptTask): FollowUpWindow => ({
  dueFrom,
  targetOn,
  dueTo,
});

/**
 * What to write so that the tasks kept for a cause are those it asks for: missing ones are added,
 * moved ones moved, those whose cause is gone cancelled on `today`, and those that only their
 * cause had closed opened again when it asks anew. What a person closed stays closed.
 */
export function taskChanges(
  kept: readonly KeptTask[],
  wanted: readonly WantedTask[],
  today: string,
): TaskChanges {
  const byKey = new Map(kept.map((task) => [task.causeKey, task]));
  const keys = new Set(wanted.map(({ causeKey }) => causeKey));
  const insert = wanted.filter(({ causeKey }) => !byKey.has(causeKey));
  const agreeing = wanted.flatMap((one) => {
    const task = byKey.get(one.causeKey);
    return task ? [{ task, patch: agreed(task, one) }] : [];
  });
  const gone = kept
    .filter(({ causeKey, status }) => status === 'open' && !keys.has(causeKey))
    .map((task) => ({
      task,
      patch: { ...windowOf(task), status: 'cancelled' as const, closedOn: today },
    }));
  return {
    insert,
    change: [...agreeing, ...gone]
      .filter(({ task, patch }) => !isSame(task, patch))
      .map(({ task, patch }) => ({ id: task.id, patch })),
  };
}
