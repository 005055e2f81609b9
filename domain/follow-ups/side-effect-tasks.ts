import { addDays } from '#domain/shared/calendar-date.ts';
import { calendarDateIn } from '#domain/shared/clinic-time.ts';
import { SIDE_EFFECT_DETAILS } from '#domain/side-effects/side-effect-enums.ts';
import { enteredLevel } from '#domain/side-effects/side-effect-rules.ts';
import type { SideEffect } from '#domain/side-effects/side-effect.ts';
import type { WantedTask } from './due-tasks.ts';

/** Days within which a clinician reviews what is not urgent. Source: CLINICAL.md section 3.3. */
export const REVIEW_DAYS = 7;

type Followed = Pick<
  SideEffect,
  | 'id'
  | 'sessionId'
  | 'code'
  | 'grade'
  | 'isOngoing'
  | 'onsetOn'
  | 'onsetAt'
  | 'warningSigns'
  | 'firstReportedOn'
>;

const HOUR_MS = 3_600_000;

/**
 * The first clinic date on which an effect is still there beyond the time within which it usually
 * ends; for one without a usual end, the day it was reported. Source: CLINICAL.md section 3.1.
 */
export function firstDayBeyond(effect: Followed, timeZone: string): string {
  const { expectedHours } = SIDE_EFFECT_DETAILS[effect.code];
  if (expectedHours === null) return effect.firstReportedOn;
  if (effect.onsetAt !== null) {
    const ends = new Date(Date.parse(effect.onsetAt) + expectedHours * HOUR_MS + 1);
    return calendarDateIn(timeZone, ends);
  }
  return addDays(effect.onsetOn, Math.floor(expectedHours / 24) + 1);
}

const later = (one: string, other: string): string => (one > other ? one : other);

/**
 * What a side effect asks for as it was entered: a clinician now, the same day or within 7 days of
 * the report (`seenOn`: the clinic date on which it came to be known as it now is), and, while it
 * goes on, a look once it is beyond its window. A graver level is a task of its own, so that one
 * that was dealt with does not hide it. Source: CLINICAL.md section 3.3.
 */
export function tasksOfSideEffect(
  effect: Followed,
  clinic: { timeZone: string; seenOn: string; assignedTo: string | null },
): WantedTask[] {
  const level = enteredLevel(effect);
  const common = {
    sessionId: effect.sessionId,
    sideEffectId: effect.id,
    assignedTo: clinic.assignedTo,
    metOn: null,
  };
  const tasks: WantedTask[] = [];
  if (level !== null) {
    const dueTo = level === 'within_7_days' ? addDays(clinic.seenOn, REVIEW_DAYS) : clinic.seenOn;
    tasks.push({
      ...common,
      causeKey: `escalation ${effect.id} ${level}`,
      rule: 'escalation',
      urgency: level === 'within_7_days' ? 'usual' : level,
      dueFrom: clinic.seenOn,
      targetOn: dueTo,
      dueTo,
    });
  }
  if (effect.isOngoing) {
    const dueFrom = later(firstDayBeyond(effect, clinic.timeZone), effect.firstReportedOn);
    const dueTo = addDays(dueFrom, REVIEW_DAYS);
    tasks.push({
      ...common,
      causeKey: `unresolved_side_effect ${effect.id}`,
      rule: 'unresolved_side_effect',
      urgency: 'usual',
      dueFrom,
      targetOn: dueTo,
      dueTo,
    });
  }
  return tasks;
}
