import type { FollowUpWindow } from './due-tasks.ts';
import {
  type FollowUpRule,
  type FollowUpState,
  type FollowUpStatus,
  isWindowed,
} from './follow-up-enums.ts';

type Standing = FollowUpWindow & { rule: FollowUpRule; status: FollowUpStatus };

/**
 * Where a task stands on a clinic date. Before its window it is not due yet; from the day after the
 * best one it is overdue. When a window that closes has closed, an open task is missed; what a side
 * effect, a call or a lapsed course asks for stays overdue until someone has dealt with it.
 */
export function followUpState(
  { rule, status, dueFrom, targetOn, dueTo }: Standing,
  today: string,
): FollowUpState {
  if (status !== 'open') return status;
  if (today < dueFrom) return 'upcoming';
  if (isWindowed(rule) && today > dueTo) return 'missed';
  return today > targetOn ? 'overdue' : 'due';
}

/** Whether a task counts for completeness: it was not called off, and is done or its window closed. */
export const countsAsDue = (task: Standing, today: string): boolean =>
  isWindowed(task.rule) &&
  task.status !== 'cancelled' &&
  (task.status !== 'open' || today > task.dueTo);

/** Whether a contact or reading lies in the window, ends included: what is asked late is not. */
export const isMetInWindow = ({
  status,
  closedOn,
  dueFrom,
  dueTo,
}: Standing & { closedOn: string | null }): boolean =>
  status === 'done' && closedOn !== null && dueFrom <= closedOn && closedOn <= dueTo;
