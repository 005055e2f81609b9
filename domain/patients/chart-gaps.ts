import type { Course } from '#domain/courses/course.ts';
import { MEASURE_DETAILS, type MeasureKey } from '#domain/outcomes/measure.ts';
import type { Outcome } from '#domain/outcomes/outcome.ts';
import { OUTCOME_WEEKS, outcomeWindow, pickReading } from '#domain/outcomes/windows.ts';
import type { Session } from '#domain/sessions/session.ts';
import { SIDE_EFFECT_DETAILS } from '#domain/side-effects/side-effect-enums.ts';
import { ESCALATION_LABELS, escalationLevel } from '#domain/side-effects/side-effect-rules.ts';
import type { SideEffect } from '#domain/side-effects/side-effect.ts';
import type { ChartGap } from './chart.ts';

type Records = {
  courses: readonly Course[];
  sessions: readonly Session[];
  outcomes: readonly Outcome[];
  sideEffects: readonly SideEffect[];
};

/** The moment (an instant) and its clinic date. */
type When = { now: string; today: string };

/** The measures read at the fixed weeks. Source: CLINICAL.md section 2, "Schedule". */
const READ_AT_WEEKS: readonly MeasureKey[] = ['photo_global_assessment', 'patient_global_change'];

const NOTHING = {
  sessionId: null,
  sideEffectId: null,
  week: null,
  measure: null,
  level: null,
  dueOn: null,
  closesOn: null,
  isOverdue: false,
} as const;

/**
 * What a patient's chart lacks: open side effects that a rule asks to look at, decisions,
 * baselines, signatures, assessments whose window is open or has closed without a reading, and
 * sessions past their planned days. Readings taken back do not count. Source: CLINICAL.md
 * sections 2 and 3.3; PRODUCT.md, "Words and windows".
 */
export function chartGaps(records: Records, when: When): ChartGap[] {
  const counted = records.outcomes.filter(({ voided }) => voided === null);
  return [
    ...records.sideEffects.flatMap((effect) => sideEffectGap(effect, when)),
    ...records.courses.flatMap((course) => {
      const readings = counted.filter(({ courseId }) => courseId === course.id);
      return [
        ...decisionGaps(course, readings),
        ...assessmentGaps(course, readings, when.today),
        ...sessionGap(course, when.today),
      ];
    }),
    ...records.sessions.flatMap((session) => draftGap(session, when.today)),
  ];
}

function sideEffectGap(effect: SideEffect, { now, today }: When): ChartGap[] {
  const level = effect.isOngoing ? escalationLevel(effect, now, today) : null;
  if (level === null) return [];
  const message = `${SIDE_EFFECT_DETAILS[effect.code].label}: ${ESCALATION_LABELS[level]}.`;
  const { courseId, id: sideEffectId } = effect;
  return [{ ...NOTHING, code: 'side_effect_open', courseId, sideEffectId, level, message }];
}

function decisionGaps(course: Course, readings: readonly Outcome[]): ChartGap[] {
  if (course.status !== 'open') return [];
  const gaps: ChartGap[] = [];
  const courseId = course.id;
  if (course.suitability === null) {
    const message = 'Whether the patient is suitable is not recorded.';
    gaps.push({ ...NOTHING, code: 'suitability_missing', courseId, message });
  }
  if (!readings.some(({ isBaseline }) => isBaseline)) {
    const message = 'No baseline is recorded. Session 1 needs one.';
    gaps.push({ ...NOTHING, code: 'baseline_missing', courseId, message });
  }
  return gaps;
}

function assessmentGaps(course: Course, readings: readonly Outcome[], today: string): ChartGap[] {
  const dayZero = course.firstSessionOn;
  if (dayZero === null) return [];
  return OUTCOME_WEEKS.flatMap((week) => {
    const { opensOn, targetOn: dueOn, closesOn } = outcomeWindow(week, dayZero);
    if (today < opensOn) return [];
    const isOverdue = today > closesOn;
    return READ_AT_WEEKS.flatMap((measure): ChartGap[] => {
      const own = readings.filter((reading) => reading.measure === measure);
      if (pickReading(week, dayZero, own) !== null) return [];
      const { label } = MEASURE_DETAILS[measure];
      const message = isOverdue
        ? `${label} at week ${week}: not recorded by ${closesOn}.`
        : `${label} at week ${week}: best on ${dueOn}, open until ${closesOn}.`;
      const courseId = course.id;
      const gap = { courseId, week, measure, dueOn, closesOn, isOverdue, message };
      return [{ ...NOTHING, code: 'assessment_missing', ...gap }];
    });
  });
}

function sessionGap(course: Course, today: string): ChartGap[] {
  const { due, id: courseId, signedSessions } = course;
  if (due === null || today <= due.to) return [];
  const message = `Session ${signedSessions + 1} was planned by ${due.to}.`;
  const days = { dueOn: due.from, closesOn: due.to, isOverdue: true };
  return [{ ...NOTHING, code: 'session_overdue', courseId, ...days, message }];
}

function draftGap(session: Session, today: string): ChartGap[] {
  if (session.status !== 'draft' || session.sessionOn > today) return [];
  const { courseId, id: sessionId, sessionOn: dueOn } = session;
  const message = `The session of ${dueOn} is not signed.`;
  const isOverdue = dueOn < today;
  return [{ ...NOTHING, code: 'draft_unsigned', courseId, sessionId, dueOn, isOverdue, message }];
}
