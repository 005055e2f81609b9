import { addDays } from '#domain/shared/calendar-date.ts';
import type { CourseStatus, SuitabilityDecision } from './course-enums.ts';

/** Why a session can't be signed yet. */
export type MissingForSession = {
  code:
    | 'course_not_open'
    | 'suitability_missing'
    | 'suitability_not_suitable'
    | 'suitability_refer'
    | 'baseline_missing';
  message: string;
};

export type SessionReadiness = {
  status: CourseStatus;
  suitability: { decision: SuitabilityDecision } | null;
  /** Sessions of this course signed before this one. */
  signedSessions: number;
  /** Clinic date of the session, `YYYY-MM-DD`. */
  sessionOn: string;
  /** Clinic dates of the course's baseline readings. */
  baselineReadingsOn: readonly string[];
};

const SUITABILITY_MISSING = {
  none: {
    code: 'suitability_missing',
    message: 'Record whether the patient is suitable, with the reason.',
  },
  not_suitable: {
    code: 'suitability_not_suitable',
    message: 'The decision on this course is "not suitable".',
  },
  refer: {
    code: 'suitability_refer',
    message: 'The decision on this course is to refer the patient.',
  },
} as const;

/**
 * What is missing before a session of the course may be signed; empty when nothing is. A draft
 * may be recorded regardless. Session 1 needs a clinician's decision "suitable" and a baseline
 * reading on its day or before. Source: CLINICAL.md sections 1 (S0, S1) and 2, "Schedule".
 */
export function missingBeforeSession(readiness: SessionReadiness): MissingForSession[] {
  const { status, suitability, signedSessions, sessionOn, baselineReadingsOn } = readiness;
  const missing: MissingForSession[] = [];
  if (status !== 'open') {
    missing.push({ code: 'course_not_open', message: 'This course is closed. Open it again.' });
  }
  const decision = suitability?.decision ?? 'none';
  if (decision !== 'suitable') missing.push(SUITABILITY_MISSING[decision]);
  if (signedSessions === 0 && !baselineReadingsOn.some((day) => day <= sessionOn)) {
    missing.push({
      code: 'baseline_missing',
      message: 'Record a baseline assessment before session 1.',
    });
  }
  return missing;
}

/**
 * The days on which a session falls an interval after another; `null` without one. Both ends are
 * clinic dates and belong to the window. When a course's next one is due: `nextDueWindow`.
 */
export function nextSessionWindow(
  plan: { intervalDaysMin: number | null; intervalDaysMax: number | null },
  lastSessionOn: string | null,
): { from: string; to: string } | null {
  const min = plan.intervalDaysMin ?? plan.intervalDaysMax;
  const max = plan.intervalDaysMax ?? plan.intervalDaysMin;
  if (lastSessionOn === null || min === null || max === null) return null;
  return { from: addDays(lastSessionOn, min), to: addDays(lastSessionOn, max) };
}
