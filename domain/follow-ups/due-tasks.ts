import { type DueWindow, LAPSED_AFTER_DAYS } from '#domain/courses/course-plan.ts';
import { outcomeWindow, isInWindow, OUTCOME_WEEKS } from '#domain/outcomes/windows.ts';
import { addDays } from '#domain/shared/calendar-date.ts';
import type { FollowUpRule, Urgency } from './follow-up-enums.ts';

/** The days of a window, both ends within, and the day it is best met on; all clinic dates. */
export type FollowUpWindow = { dueFrom: string; targetOn: string; dueTo: string };

/** A task that ought to be there: what its cause asks for. */
export type WantedTask = FollowUpWindow & {
  /** Names the cause: there is never more than one task of a key. */
  causeKey: string;
  rule: FollowUpRule;
  sessionId: string | null;
  sideEffectId: string | null;
  urgency: Urgency;
  /** Who treats: whose list it is on. */
  assignedTo: string | null;
  /** The clinic date on which its cause was met without a call, such as a reading; else null. */
  metOn: string | null;
};

/** A signed session as the rules see it. */
export type FollowedSession = { id: string; sessionOn: string; performedBy: string };

/** A course as the rules see it. */
export type FollowedCourse = {
  id: string;
  /** When its next session is due; null when none is (any more). */
  due: DueWindow | null;
  /** Its signed sessions, in any order. */
  sessions: readonly FollowedSession[];
  /** Clinic dates of readings of a measure with responders that count, baselines left out. */
  assessedOn: readonly string[];
};

/** Days within which reception calls about a lapsed course, once it has lapsed. */
const LAPSED_CALL_DAYS = 7;

/**
 * The window of the contact after a session, in whole clinic days: 24–96 h is day 1 to 4, best on
 * day 2; the 7 d one is day 5 to 10. Source: PRODUCT.md, "Words and windows".
 */
const contactWindow = (rule: 'contact_48h' | 'contact_7d', sessionOn: string): FollowUpWindow =>
  rule === 'contact_48h' ? daysAfter(sessionOn, 1, 2, 4) : daysAfter(sessionOn, 5, 7, 10);

/** 12 weeks after the last session, when late infections show: day 84 ± 14. Source: section 3.3. */
const lastSessionWindow = (lastSessionOn: string): FollowUpWindow =>
  daysAfter(lastSessionOn, 70, 84, 98);

const daysAfter = (day: string, from: number, target: number, to: number): FollowUpWindow => ({
  dueFrom: addDays(day, from),
  targetOn: addDays(day, target),
  dueTo: addDays(day, to),
});

/**
 * From when a course without a further session has lapsed: the day after the planned gap and 42
 * days are over. Source: PRODUCT.md, "Words and windows".
 */
function lapsedWindow(due: DueWindow): FollowUpWindow {
  const from = LAPSED_AFTER_DAYS + 1;
  return daysAfter(due.to, from, from, from + LAPSED_CALL_DAYS);
}

const usual = { sideEffectId: null, urgency: 'usual', metOn: null } as const;

function contactsOf(session: FollowedSession): WantedTask[] {
  return (['contact_48h', 'contact_7d'] as const).map((rule) => ({
    ...usual,
    ...contactWindow(rule, session.sessionOn),
    causeKey: `${rule} ${session.id}`,
    rule,
    sessionId: session.id,
    assignedTo: session.performedBy,
  }));
}

/** The earliest reading in a week's window: the day from which the week is assessed. */
const firstInWindow = (
  week: (typeof OUTCOME_WEEKS)[number],
  dayZero: string,
  days: readonly string[],
): string | null => days.filter((day) => isInWindow(week, dayZero, day)).toSorted()[0] ?? null;

/**
 * Everything a course asks for, given its signed sessions and readings: two contacts after each
 * session, weeks 12, 24 and 52 from the first, 12 weeks after the last, and one call if it lapses.
 * All of it is known beforehand, so nothing has to watch the clock: days only pass over the dates.
 * Source: PRODUCT.md, "Words and windows"; CLINICAL.md sections 2 and 3.3.
 */
export function tasksOfCourse(course: FollowedCourse): WantedTask[] {
  const sessions = course.sessions.toSorted((a, b) =>
    a.sessionOn === b.sessionOn ? (a.id < b.id ? -1 : 1) : a.sessionOn < b.sessionOn ? -1 : 1,
  );
  const [first, last] = [sessions[0], sessions.at(-1)];
  if (!first || !last) return [];
  const weeks = OUTCOME_WEEKS.map((week): WantedTask => {
    const { opensOn, targetOn, closesOn } = outcomeWindow(week, first.sessionOn);
    return {
      ...usual,
      causeKey: `week_${week} ${course.id}`,
      rule: `week_${week}`,
      sessionId: null,
      assignedTo: last.performedBy,
      dueFrom: opensOn,
      targetOn,
      dueTo: closesOn,
      metOn: firstInWindow(week, first.sessionOn, course.assessedOn),
    };
  });
  const afterLast = { sessionId: last.id, assignedTo: last.performedBy };
  return [
    ...sessions.flatMap(contactsOf),
    ...weeks,
    {
      ...usual,
      ...afterLast,
      ...lastSessionWindow(last.sessionOn),
      causeKey: `weeks_12_after_last ${last.id}`,
      rule: 'weeks_12_after_last',
    },
    ...(course.due === null
      ? []
      : [
          {
            ...usual,
            ...afterLast,
            ...lapsedWindow(course.due),
            causeKey: `lapsed_course ${last.id}`,
            rule: 'lapsed_course' as const,
          },
        ]),
  ];
}
