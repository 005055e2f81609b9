import { type DueState, dueState, type DueWindow } from '#domain/courses/course-plan.ts';
import type { CourseProgress } from '#domain/courses/course-progress.ts';
import { showDate } from '#src/lib/dates.ts';
import type { Tone } from '../status.tsx';

const withoutYear = (date: string): string => showDate(date).replace(/ \d{4}$/, '');

/** Two days as one span: `3–17 Dec`, `28 Nov–12 Dec`; years only where one is not this one. */
export function showDays(from: string, to: string, today: string): string {
  const year = today.slice(0, 4);
  const isThisYear = from.startsWith(year) && to.startsWith(year);
  const [first, last] = isThisYear
    ? [withoutYear(from), withoutYear(to)]
    : [showDate(from), showDate(to)];
  if (from === to) return first;
  return from.slice(0, 7) === to.slice(0, 7)
    ? `${Number(from.slice(8))}–${last}`
    : `${first}–${last}`;
}

/** When a session is due, in words that say where that stands today. */
export function dueInWords(due: DueWindow, today: string): string {
  const state = dueState(due, today);
  if (state === 'later' || state === 'due') return `due ${showDays(due.from, due.to, today)}`;
  const by = `was due by ${showDays(due.to, due.to, today)}`;
  return state === 'lapsed' ? `lapsed, ${by}` : by;
}

/** How each state of a due window looks. */
export const DUE_TONES: Record<DueState, Tone> = {
  later: 'plain',
  due: 'accent',
  overdue: 'review',
  lapsed: 'review',
};

/** The session that comes next, or how many were signed when none does: "Session 4 of 6". */
export function placeInWords(progress: Omit<CourseProgress, 'courseId' | 'patientId'>): string {
  const { status, signedSessions: signed, plannedSessions: planned, nextPhase } = progress;
  if (status !== 'open' || nextPhase === null)
    return planned === null
      ? `${signed} ${signed === 1 ? 'session' : 'sessions'}`
      : `${signed} of ${planned} sessions`;
  const place = planned === null ? `Session ${signed + 1}` : `Session ${signed + 1} of ${planned}`;
  return nextPhase === 'maintenance' ? `${place} (maintenance)` : place;
}

/** The session that comes next in few words: "4 of 6". */
export function placeInBrief(progress: Omit<CourseProgress, 'courseId' | 'patientId'>): string {
  const { signedSessions, plannedSessions, nextPhase } = progress;
  const number = nextPhase === null ? signedSessions : signedSessions + 1;
  return plannedSessions === null ? String(number) : `${number} of ${plannedSessions}`;
}
