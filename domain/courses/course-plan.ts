import * as z from 'zod/mini';
import type { Phase } from '#domain/protocols/phase.ts';
import { daysBetween, instant } from '#domain/shared/calendar-date.ts';
import { clinical } from '#domain/shared/field-tags.ts';
import { id } from '#domain/shared/ids.ts';
import type { FieldProblem } from '#domain/shared/problem.ts';
import type { CourseStatus, SuitabilityDecision } from './course-enums.ts';
import { nextSessionWindow } from './course-rules.ts';

/** Whole days from one session to the next. */
export const intervalDays = z
  .int('Type whole days.')
  .check(z.minimum(1, 'At least 1 day.'), z.maximum(365, 'At most 365 days.'));

/** How many sessions a course may plan. */
export const sessionCount = z
  .int('Type a whole number.')
  .check(z.minimum(1, 'At least 1 session.'), z.maximum(60, 'At most 60 sessions.'));

/** The last part of a course, at its own interval: its sessions are among those planned in all. */
export const maintenance = z.strictObject({
  sessions: sessionCount,
  intervalDaysMin: intervalDays,
  intervalDaysMax: intervalDays,
});

/** The plan of a course: sessions in all, the days between them, and what of it is maintenance. */
export const coursePlan = z.strictObject({
  plannedSessions: z.nullable(sessionCount),
  intervalDaysMin: z.nullable(intervalDays),
  intervalDaysMax: z.nullable(intervalDays),
  maintenance: z.nullable(maintenance),
});

/** The plan of a course, as a type. */
export type CoursePlan = z.infer<typeof coursePlan>;

/** A change of a running course's plan, as it is kept: what it was and became, who, when, why. */
export const planChange = z.strictObject({
  at: clinical(instant),
  by: clinical(id),
  reason: clinical(z.string()),
  from: clinical(coursePlan),
  to: clinical(coursePlan),
});

/** A change of a running course's plan, as a type. */
export type PlanChange = z.infer<typeof planChange>;

/** How many sessions come before maintenance; null when no number is planned. */
export const initialSessions = (plan: Pick<CoursePlan, 'plannedSessions' | 'maintenance'>) =>
  plan.plannedSessions === null
    ? null
    : plan.plannedSessions - (plan.maintenance === null ? 0 : plan.maintenance.sessions);

/** The phase of a course's session by its number, from 1. Source: CLINICAL.md section 1 (S1). */
export function phaseOfSession(
  plan: Pick<CoursePlan, 'plannedSessions' | 'maintenance'>,
  number: number,
): Phase {
  const initial = plan.maintenance === null ? null : initialSessions(plan);
  return initial !== null && number > initial ? 'maintenance' : 'initial';
}

/** What does not fit together in a plan. */
export function planProblems(plan: CoursePlan): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const { intervalDaysMin: min, intervalDaysMax: max, maintenance: last } = plan;
  const atLeast = (days: number) => `At least the minimum of ${days} days.`;
  if (min !== null && max !== null && max < min)
    problems.push({ path: 'intervalDaysMax', message: atLeast(min) });
  if (last === null) return problems;
  if (last.intervalDaysMax < last.intervalDaysMin)
    problems.push({
      path: 'maintenance.intervalDaysMax',
      message: atLeast(last.intervalDaysMin),
    });
  if (plan.plannedSessions === null)
    problems.push({ path: 'plannedSessions', message: 'Say how many sessions there are in all.' });
  else if (last.sessions > plan.plannedSessions)
    problems.push({
      path: 'maintenance.sessions',
      message: `At most the ${plan.plannedSessions} sessions planned in all.`,
    });
  return problems;
}

/** The parts in which two plans differ. */
export function planDifferences(one: CoursePlan, other: CoursePlan): (keyof CoursePlan)[] {
  const parts = ['plannedSessions', 'intervalDaysMin', 'intervalDaysMax'] as const;
  const differing: (keyof CoursePlan)[] = parts.filter((part) => one[part] !== other[part]);
  const [mine, theirs] = [one.maintenance, other.maintenance];
  const isSame =
    mine?.sessions === theirs?.sessions &&
    mine?.intervalDaysMin === theirs?.intervalDaysMin &&
    mine?.intervalDaysMax === theirs?.intervalDaysMax;
  return isSame ? differing : [...differing, 'maintenance'];
}

/**
 * What a new plan of a running course would make untrue of its signed sessions: there are never
 * fewer planned than signed, and no session changes its phase.
 */
export function planChangeProblems(
  before: CoursePlan,
  after: CoursePlan,
  signedSessions: number,
): FieldProblem[] {
  if (after.plannedSessions !== null && after.plannedSessions < signedSessions) {
    const message = `${signedSessions} sessions are signed already. To end the course, close it.`;
    return [{ path: 'plannedSessions', message }];
  }
  for (let number = 1; number <= signedSessions; number += 1)
    if (phaseOfSession(before, number) !== phaseOfSession(after, number)) {
      const message = `Session ${number} is signed as ${phaseOfSession(before, number)}: it stays so.`;
      return [
        { path: after.maintenance === null ? 'maintenance' : 'maintenance.sessions', message },
      ];
    }
  return [];
}

/** The days to the next session by plan: those of the phase that session falls in. */
export function nextInterval(
  course: CoursePlan & { signedSessions: number },
): Pick<CoursePlan, 'intervalDaysMin' | 'intervalDaysMax'> {
  const isMaintenance = phaseOfSession(course, course.signedSessions + 1) === 'maintenance';
  return (isMaintenance && course.maintenance) || course;
}

/** What decides when a course's next session is due. */
export type DueFacts = CoursePlan & {
  status: CourseStatus;
  suitability: { decision: SuitabilityDecision } | null;
  signedSessions: number;
  /** The clinic date of the last signed session, and the one on which the course was opened. */
  lastSessionOn: string | null;
  openedOn: string | null;
};

/** The clinic dates between which a session is due; both belong to it. */
export type DueWindow = { from: string; to: string };

/**
 * When the next session is due by plan, from the last one and the interval of the phase it falls
 * in; before the first, from the day the course was opened, within one interval. Null when the
 * course is over or has all its sessions, plans no interval, or the patient is not (yet) found
 * suitable. Source: PRODUCT.md, "Words and windows"; the same rule is a generated column.
 */
export function nextDueWindow(course: DueFacts): DueWindow | null {
  const { plannedSessions, signedSessions, lastSessionOn, openedOn } = course;
  if (course.status !== 'open' || course.suitability?.decision !== 'suitable') return null;
  if (plannedSessions !== null && signedSessions >= plannedSessions) return null;
  const interval = nextInterval(course);
  if (lastSessionOn !== null) return nextSessionWindow(interval, lastSessionOn);
  const first = nextSessionWindow(interval, openedOn);
  return first === null || openedOn === null ? null : { from: openedOn, to: first.to };
}

/** Whole days after its due window at which a course has lapsed. Source: PRODUCT.md, "drop-out". */
export const LAPSED_AFTER_DAYS = 42;

/** Where a course's next session stands against its due window. */
export const DUE_STATES = ['later', 'due', 'overdue', 'lapsed'] as const;
/** One state. */
export type DueState = (typeof DUE_STATES)[number];
/** What each is called on screen. */
export const DUE_STATE_LABELS: Record<DueState, string> = {
  later: 'Not yet due',
  due: 'Due now',
  overdue: 'Overdue',
  lapsed: 'Lapsed',
};

/** Where a due window stands on a clinic date: lapsed once the planned gap and 42 days are over. */
export function dueState(due: DueWindow, today: string): DueState {
  if (today < due.from) return 'later';
  if (today <= due.to) return 'due';
  return daysBetween(due.to, today) <= LAPSED_AFTER_DAYS ? 'overdue' : 'lapsed';
}
