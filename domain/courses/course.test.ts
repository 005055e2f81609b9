import * as z from 'zod/mini';
import { expect, test } from 'vitest';
import { fieldTag } from '#domain/shared/field-tags.ts';
import { missingBeforeSession, nextSessionWindow } from './course-rules.ts';
import { course, courseClose, courseCreate, courseUpdate, NO_CAUSES_ASKED } from './course.ts';
import { INDICATION_DETAILS } from './indication.ts';

const base = {
  patientId: '0198a000-0000-7000-8000-000000000001',
  indication: 'androgenetic_female',
  icd10: 'L64.9',
  diagnosisBasis: 'confirmed_diagnosis',
  purpose: 'treat',
  complaint: '',
  durationOfComplaintMonths: 18,
  areas: ['vertex'],
  causesAsked: { ...NO_CAUSES_ASKED, heredity: 'yes' },
  concomitantTherapies: [
    { therapy: 'topical_minoxidil', startedOn: '2026-01-10', stoppedOn: null, note: null },
  ],
  baselineNotes: '',
  protocolVersionId: null,
  plannedSessions: 6,
  intervalDaysMin: 14,
  intervalDaysMax: 28,
  maintenance: null,
  suitability: { decision: 'suitable', reason: 'Early, no scarring.' },
};

const pathsOf = (given: object) =>
  courseCreate.safeParse({ ...base, ...given }).error?.issues.map(({ path }) => path.join('.')) ??
  [];

test('a complete course is taken as it is', () => {
  expect(courseCreate.parse(base)).toEqual(base);
  expect(pathsOf({ suitability: null, plannedSessions: null, intervalDaysMin: null })).toEqual([]);
});

test.each([
  [{ icd10: 'alopecia' }, 'icd10'],
  [{ durationOfComplaintMonths: -1 }, 'durationOfComplaintMonths'],
  [{ durationOfComplaintMonths: 1.5 }, 'durationOfComplaintMonths'],
  [{ plannedSessions: 0 }, 'plannedSessions'],
  [{ intervalDaysMax: 13 }, 'intervalDaysMax'],
  [{ areas: ['vertex', 'vertex'] }, 'areas'],
  [{ causesAsked: { heredity: 'yes' } }, 'causesAsked.stress'],
  [{ suitability: { decision: 'suitable', reason: ' ' } }, 'suitability.reason'],
  [{ suitability: { decision: 'refer', reason: 'x', decidedBy: 'me' } }, 'suitability'],
])('%o is refused at its field', (given, path) => {
  expect(pathsOf(given)).toContain(path);
});

test('another treatment cannot end before it starts', () => {
  const therapy = { therapy: 'prp', startedOn: '2026-02-01', note: null };
  const withEnd = (stoppedOn: string) =>
    pathsOf({ concomitantTherapies: [{ ...therapy, stoppedOn }] });
  expect(withEnd('2026-01-31')).toEqual(['concomitantTherapies.0.stoppedOn']);
  expect(withEnd('2026-02-01')).toEqual([]);
});

test('stopping needs a reason, anything else has none', () => {
  const paths = (status: 'completed' | 'stopped', statusReason: 'cost' | null) =>
    courseClose
      .safeParse({ status, statusReason, statusNote: null })
      .error?.issues.map(({ path }) => path.join('.')) ?? [];
  expect(paths('stopped', null)).toEqual(['statusReason']);
  expect(paths('stopped', 'cost')).toEqual([]);
  expect(paths('completed', 'cost')).toEqual(['statusReason']);
  expect(courseUpdate.safeParse({ status: 'stopped' }).success).toBe(false);
});

test('every field of the answer is tagged; why and how is never for the desk', () => {
  const tags = Object.fromEntries(
    Object.entries(course.shape).map(([name, schema]) => [name, fieldTag(schema)]),
  );
  expect(Object.values(tags)).not.toContain(undefined);
  expect(tags).toMatchObject({
    plannedSessions: 'desk',
    signedSessions: 'desk',
    indication: 'clinical',
    suitability: 'clinical',
    statusReason: 'clinical',
    concomitantTherapies: 'clinical',
  });
  expect(() => z.toJSONSchema(course)).not.toThrow();
});

test('complaints and purposes carry no diagnosis code, diagnoses a hair or scalp one', () => {
  for (const { kind, icd10 } of Object.values(INDICATION_DETAILS)) {
    if (kind === 'diagnosis') expect(icd10).toMatch(/^L(21|6[3-6])\.\d$/);
    else expect(icd10).toBeNull();
  }
});

const ready = {
  status: 'open',
  suitability: { decision: 'suitable' },
  signedSessions: 0,
  sessionOn: '2026-03-02',
  baselineReadingsOn: ['2026-02-20'],
} as const;
const missing = (given: object) =>
  missingBeforeSession({ ...ready, ...given }).map(({ code }) => code);

test.each([
  [{}, []],
  [{ suitability: null }, ['suitability_missing']],
  [{ suitability: { decision: 'not_suitable' } }, ['suitability_not_suitable']],
  [{ suitability: { decision: 'refer' } }, ['suitability_refer']],
  [{ baselineReadingsOn: [] }, ['baseline_missing']],
  [{ baselineReadingsOn: ['2026-03-02'] }, []],
  [{ baselineReadingsOn: ['2026-03-03'] }, ['baseline_missing']],
  [{ baselineReadingsOn: [], signedSessions: 1 }, []],
  [{ status: 'stopped' }, ['course_not_open']],
  [
    { status: 'completed', suitability: null, baselineReadingsOn: [] },
    ['course_not_open', 'suitability_missing', 'baseline_missing'],
  ],
])('before a session, %o lacks %o', (given, codes) => {
  expect(missing(given)).toEqual(codes);
});

test('the next session falls within the planned interval from the last', () => {
  const window = (intervalDaysMin: number | null, intervalDaysMax: number | null) =>
    nextSessionWindow({ intervalDaysMin, intervalDaysMax }, '2026-02-20');
  expect(window(14, 28)).toEqual({ from: '2026-03-06', to: '2026-03-20' });
  expect(window(7, null)).toEqual({ from: '2026-02-27', to: '2026-02-27' });
  expect(window(null, null)).toBeNull();
  expect(nextSessionWindow({ intervalDaysMin: 7, intervalDaysMax: 7 }, null)).toBeNull();
});
