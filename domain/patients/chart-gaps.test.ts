import { expect, test } from 'vitest';
import { nextDueWindow } from '#domain/courses/course-plan.ts';
import { NO_CAUSES_ASKED, type Course } from '#domain/courses/course.ts';
import type { Outcome } from '#domain/outcomes/outcome.ts';
import { chartGaps } from './chart-gaps.ts';

const at = '2026-01-01T09:00:00.000Z';
const course: Course = {
  id: 'c',
  version: 1,
  patientId: 'p',
  indication: 'androgenetic_female',
  icd10: null,
  diagnosisBasis: 'complaint',
  purpose: 'treat',
  complaint: '',
  durationOfComplaintMonths: null,
  areas: [],
  causesAsked: NO_CAUSES_ASKED,
  concomitantTherapies: [],
  suitability: { decision: 'suitable', reason: 'x', decidedBy: 's', decidedAt: at },
  baselineNotes: '',
  protocolVersionId: null,
  plannedSessions: 6,
  intervalDaysMin: 14,
  intervalDaysMax: 28,
  maintenance: null,
  planChanges: [],
  status: 'open',
  statusReason: null,
  statusNote: null,
  signedSessions: 1,
  firstSessionOn: '2026-03-02',
  lastSessionOn: '2026-03-02',
  openedOn: '2026-01-01',
  due: null,
  createdAt: at,
  updatedAt: at,
};
const reading = (change: Partial<Outcome>): Outcome => ({
  id: 'o',
  version: 1,
  patientId: 'p',
  courseId: 'c',
  sessionId: null,
  measure: 'hair_pull',
  value: 1,
  assessedOn: '2026-03-01',
  rater: 'clinician',
  raterId: null,
  isBlinded: false,
  isBaseline: true,
  variant: null,
  site: null,
  grasped: null,
  lastWashOn: null,
  parts: null,
  pattern: null,
  conditions: null,
  notes: '',
  voided: null,
  recordedBy: 's',
  createdAt: at,
  updatedAt: at,
  ...change,
});
const photo = reading({ measure: 'photo_global_assessment', isBaseline: false });
const answer = reading({ measure: 'patient_global_change', isBaseline: false });

const gapsOn = (today: string, outcomes: Outcome[], change: Partial<Course> = {}) => {
  const changed = { ...course, ...change };
  const courses = [{ ...changed, due: nextDueWindow(changed) }];
  return chartGaps(
    { courses, sessions: [], outcomes, sideEffects: [] },
    { now: `${today}T09:00:00.000Z`, today },
  ).map(({ code, week, measure, isOverdue }) =>
    [code, week, measure, isOverdue ? 'overdue' : null].filter((part) => part !== null).join(' '),
  );
};

test('week 12 is due from the first day of its window and overdue after its last', () => {
  const done = { plannedSessions: 1 };
  expect(gapsOn('2026-05-10', [reading({})], done)).toEqual([]);
  expect(gapsOn('2026-05-11', [reading({})], done)).toEqual([
    'assessment_missing 12 photo_global_assessment',
    'assessment_missing 12 patient_global_change',
  ]);
  expect(gapsOn('2026-06-08', [reading({}), answer], done)).toHaveLength(2);
  const inWindow = { ...answer, assessedOn: '2026-05-20' };
  expect(gapsOn('2026-06-09', [reading({}), inWindow], done)).toEqual([
    'assessment_missing 12 photo_global_assessment overdue',
  ]);
});

test('a reading taken back does not count, nor one outside the window', () => {
  const voided = { reason: 'x', by: 's', at };
  const outcomes = [
    reading({}),
    { ...answer, assessedOn: '2026-05-20' },
    { ...photo, assessedOn: '2026-05-20', voided },
    { ...photo, assessedOn: '2026-05-10' },
  ];
  expect(gapsOn('2026-05-21', outcomes, { plannedSessions: 1 })).toEqual([
    'assessment_missing 12 photo_global_assessment',
  ]);
});

test('an open course without decision or baseline says so; a closed one does not', () => {
  const bare = { suitability: null, firstSessionOn: null, lastSessionOn: null, signedSessions: 0 };
  expect(gapsOn('2026-03-02', [], bare)).toEqual(['suitability_missing', 'baseline_missing']);
  expect(gapsOn('2026-03-02', [], { ...bare, status: 'completed' })).toEqual([]);
});

test('a session is overdue the day after its window, until the course is complete', () => {
  expect(gapsOn('2026-03-30', [reading({})])).toEqual([]);
  expect(gapsOn('2026-03-31', [reading({})])).toEqual(['session_overdue overdue']);
  expect(gapsOn('2026-03-31', [reading({})], { plannedSessions: 1 })).toEqual([]);
});
