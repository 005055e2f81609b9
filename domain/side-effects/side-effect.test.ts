import * as z from 'zod/mini';
import { expect, test } from 'vitest';
import { REACTION_LABELS, REACTIONS } from '#domain/sessions/session-enums.ts';
import { fieldTag } from '#domain/shared/field-tags.ts';
import { SIDE_EFFECT_DETAILS, SIDE_EFFECTS } from './side-effect-enums.ts';
import {
  escalationLevel,
  hoursSinceOnset,
  isLateOnset,
  isPersisting,
  isSerious,
} from './side-effect-rules.ts';
import { sideEffect, sideEffectCreate, sideEffectUpdate } from './side-effect.ts';

const base = {
  courseId: '0198a000-0000-7000-8000-000000000001',
  sessionId: null,
  code: 'red',
  description: '',
  onsetOn: '2026-03-02',
  onsetAt: null,
  onsetPrecision: 'day',
  firstReportedOn: '2026-03-04',
  reportSource: 'asked',
  grade: 1,
  isOngoing: true,
  resolvedOn: null,
  lastKnownOn: null,
  outcome: 'recovering',
  actions: ['advice'],
  seriousness: [],
  relatednessToProduct: 'possible',
  relatednessToProcedure: 'probable',
  relatednessToAnaesthetic: null,
  warningSigns: [],
  lot: null,
  reporting: null,
};
const ended = { isOngoing: false, resolvedOn: '2026-03-03', outcome: 'recovered' };
const fatal = { ...ended, outcome: 'fatal', grade: 5, seriousness: ['death'] };

const pathsOf = (given: object) =>
  sideEffectCreate
    .safeParse({ ...base, ...given })
    .error?.issues.map(({ path }) => path.join('.')) ?? [];

test.each([
  [{}, []],
  [ended, []],
  [{ ...ended, resolvedOn: '2026-03-02' }, []],
  [{ ...ended, resolvedOn: '2026-03-01' }, ['resolvedOn']],
  [{ ...ended, resolvedOn: null }, ['resolvedOn']],
  [{ ...ended, resolvedOn: null, lastKnownOn: '2026-03-05', outcome: 'unknown' }, []],
  [{ resolvedOn: '2026-03-03', outcome: 'recovered' }, ['resolvedOn', 'outcome']],
  [{ outcome: 'recovered' }, ['outcome']],
  [{ ...ended, outcome: 'recovering' }, ['outcome']],
  [{ lastKnownOn: '2026-03-01' }, ['lastKnownOn']],
  [{ firstReportedOn: '2026-03-01' }, ['firstReportedOn']],
  [{ firstReportedOn: '2026-02-24', onsetPrecision: 'week' }, []],
  [{ firstReportedOn: '2026-02-23', onsetPrecision: 'week' }, ['firstReportedOn']],
  [{ onsetPrecision: 'exact' }, ['onsetAt']],
  [{ onsetPrecision: 'exact', onsetAt: '2026-03-02T14:20:00.000Z' }, []],
  [{ onsetAt: '2026-03-02T14:20:00.000Z' }, ['onsetAt']],
  [{ code: 'other' }, ['description']],
  [{ code: 'other', description: 'Metal taste' }, []],
  [{ actions: ['none', 'advice'] }, ['actions']],
  [{ actions: ['none'] }, []],
  [{ actions: ['oral', 'oral'] }, ['actions']],
  [{ grade: 0 }, ['grade']],
  [{ grade: 6 }, ['grade']],
  [fatal, []],
  [{ ...fatal, grade: 4 }, ['outcome']],
  [{ ...fatal, seriousness: [] }, ['seriousness']],
  [{ ...ended, seriousness: ['death'] }, ['seriousness']],
  [{ gradeScheme: 'mine' }, ['']],
])('of %o these fields are refused: %o', (given, paths) => {
  expect(pathsOf(given)).toEqual(paths);
});

test('severity, seriousness and relatedness are free of each other', () => {
  expect(pathsOf({ grade: 3, seriousness: [] })).toEqual([]);
  expect(pathsOf({ grade: 1, seriousness: ['hospital_stay'] })).toEqual([]);
  expect(pathsOf({ grade: 4, relatednessToProduct: 'unlikely' })).toEqual([]);
  expect(isSerious({ seriousness: [] })).toBe(false);
  expect(isSerious({ seriousness: ['hospital_stay'] })).toBe(true);
});

test('a change may name any part, but not the course', () => {
  expect(sideEffectUpdate.parse({ grade: 2 })).toEqual({ grade: 2 });
  expect(sideEffectUpdate.safeParse({ courseId: base.courseId }).success).toBe(false);
});

test('every field of the answer is clinical, and it can be described', () => {
  for (const schema of Object.values(sideEffect.shape)) expect(fieldTag(schema)).toBe('clinical');
  expect(() => z.toJSONSchema(sideEffect)).not.toThrow();
});

test('each quick pick of a session is a side effect, under the same or a fuller name', () => {
  for (const reaction of REACTIONS) {
    expect(SIDE_EFFECTS).toContain(reaction);
    const first = REACTION_LABELS[reaction].toLowerCase();
    expect(SIDE_EFFECT_DETAILS[reaction].label.toLowerCase()).toContain(first);
  }
});

const onset = { onsetOn: '2026-03-02', onsetAt: null };
const noon = '2026-03-04T12:00:00.000Z';
const today = '2026-03-04';
const level = (given: object) =>
  escalationLevel(
    {
      code: 'red',
      grade: 1,
      warningSigns: [],
      isOngoing: true,
      ...onset,
      ...given,
    },
    noon,
    today,
  );

test.each([
  [{}, null],
  [{ warningSigns: ['breathing_trouble'] }, 'now'],
  [{ warningSigns: ['collapse'] }, 'now'],
  [{ warningSigns: ['face_or_tongue_swelling'] }, 'now'],
  [{ code: 'mood', warningSigns: ['suicidal_thoughts'] }, 'now'],
  [{ warningSigns: ['fever', 'collapse'] }, 'now'],
  [{ code: 'anaph' }, 'now'],
  [{ code: 'last' }, 'now'],
  [{ grade: 4 }, 'now'],
  [{ warningSigns: ['spreading_redness'] }, 'same_day'],
  [{ warningSigns: ['fever'] }, 'same_day'],
  [{ warningSigns: ['pus'] }, 'same_day'],
  [{ warningSigns: ['blackening_skin'] }, 'same_day'],
  [{ warningSigns: ['severe_pain'] }, 'same_day'],
  [{ code: 'infect' }, 'same_day'],
  [{ code: 'necros' }, 'same_day'],
  [{ grade: 3 }, 'same_day'],
  [{ grade: 2 }, 'within_7_days'],
  [{ warningSigns: ['new_nodule'] }, 'within_7_days'],
  [{ code: 'alop_patch' }, 'within_7_days'],
  [{ code: 'mood' }, 'within_7_days'],
])('%o is looked at: %s', (given, expected) => {
  expect(level(given)).toBe(expected);
});

test('beyond its usual hours, and only then, a mild effect is reviewed', () => {
  const began = (onsetAt: string) => ({ code: 'red', onsetAt });
  expect(level(began('2026-03-02T12:00:00.000Z'))).toBeNull();
  expect(level(began('2026-03-02T11:59:59.999Z'))).toBe('within_7_days');
  expect(level({ ...began('2026-03-01T12:00:00.000Z'), isOngoing: false })).toBeNull();
  expect(level({ ...began('2026-02-26T12:00:00.000Z'), code: 'bruise' })).toBeNull();
  expect(level({ ...began('2026-02-25T11:00:00.000Z'), code: 'bruise' })).toBe('within_7_days');
});

test('without a time, whole days since the onset count', () => {
  expect(hoursSinceOnset(onset, noon, today)).toBe(48);
  expect(hoursSinceOnset({ ...onset, onsetOn: '2026-03-05' }, noon, today)).toBe(0);
  const red = { code: 'red', grade: 1, warningSigns: [], isOngoing: true } as const;
  expect(isPersisting({ ...red, onsetOn: '2026-03-02', onsetAt: null }, noon, today)).toBe(false);
  expect(isPersisting({ ...red, onsetOn: '2026-03-01', onsetAt: null }, noon, today)).toBe(true);
});

test('an onset a week or more after the session is late', () => {
  expect(isLateOnset('2026-03-08', '2026-03-02')).toBe(false);
  expect(isLateOnset('2026-03-09', '2026-03-02')).toBe(true);
  expect(isLateOnset('2027-01-01', '2026-03-02')).toBe(true);
});

const reported = {
  decision: 'reported',
  decidedOn: '2026-03-05',
  reportedTo: 'National agency',
  reportedOn: '2026-03-06',
  reference: null,
};
test.each([
  [{ reporting: reported }, []],
  [{ reporting: { ...reported, decision: 'to_report', reportedOn: null } }, []],
  [{ reporting: { ...reported, decision: 'to_report' } }, ['reporting.reportedOn']],
  [{ reporting: { ...reported, reportedTo: null } }, ['reporting.reportedTo']],
  [{ reporting: { ...reported, reportedOn: null } }, ['reporting.reportedOn']],
  [{ reporting: { ...reported, decidedOn: '2026-03-01' } }, ['reporting.decidedOn']],
  [{ reporting: { ...reported, reportedOn: '2026-03-01' } }, ['reporting.reportedOn']],
])('of the record of reporting %j these fields are refused: %j', (change, paths) => {
  expect(pathsOf(change)).toEqual(paths);
});
