import * as z from 'zod/mini';
import { expect, test } from 'vitest';
import { fieldTag } from '#domain/shared/field-tags.ts';
import {
  isForIndication,
  isResponse,
  MEASURE_DETAILS,
  MEASURES,
  PATIENT_STEP_LABELS,
  PHOTO_STEP_LABELS,
  saltBand,
  saltScore,
  stageLabel,
} from './measure.ts';
import { assessmentCreate, outcome } from './outcome.ts';

const courseId = '0198a000-0000-7000-8000-000000000001';
const base = { isBlinded: false, isBaseline: false };
const photo = { measure: 'photo_global_assessment', rater: 'photo_rater', value: 1 };
const pull = { measure: 'hair_pull', rater: 'clinician', value: 2, site: 'vertex', grasped: 60 };
const norwood = { measure: 'norwood', rater: 'clinician', isBaseline: true, value: 3 };
const salt = { measure: 'salt', rater: 'clinician', value: 12.3 };

const issuesOf = (...readings: object[]) =>
  assessmentCreate
    .safeParse({ courseId, assessedOn: '2026-05-25', readings })
    .error?.issues.map(({ path }) => path.join('.')) ?? [];
const pathsOf = (given: object) =>
  issuesOf({ ...base, ...given }).map((path) => path.replace('readings.0.', ''));

test('an assessment has readings, and a problem of each stands at its place', () => {
  expect(issuesOf()).toEqual(['readings']);
  expect(issuesOf({ ...base, ...photo }, { ...base, ...photo, value: 4 })).toEqual([
    'readings.1.value',
  ]);
});

test.each([
  [photo, []],
  [{ ...photo, isBlinded: true }, []],
  [{ ...photo, value: -3 }, []],
  [{ ...photo, value: 4 }, ['value']],
  [{ ...photo, value: 0.5 }, ['value']],
  [{ ...photo, value: 1.0000001 }, ['value']],
  [{ ...salt, value: 12.300001 }, ['value']],
  [{ ...photo, value: undefined }, ['value']],
  [{ ...photo, rater: 'patient' }, ['rater']],
  [{ ...photo, isBaseline: true }, ['isBaseline']],
  [{ ...photo, site: 'vertex' }, ['site']],
  [{ ...photo, variant: 'a' }, ['variant']],
  [{ measure: 'patient_global_change', rater: 'patient', value: 0 }, []],
  [
    { measure: 'patient_global_change', rater: 'patient', value: 0, isBlinded: true },
    ['isBlinded'],
  ],
  [{ measure: 'satisfaction', rater: 'patient', value: 11 }, ['value']],
  [{ ...pull, isBaseline: true }, []],
  [{ ...pull, site: null }, ['site']],
  [{ ...pull, grasped: null }, ['grasped']],
  [{ ...pull, value: 60 }, []],
  [{ ...pull, value: 61 }, ['value']],
  [{ ...pull, lastWashOn: '2026-05-26' }, ['lastWashOn']],
  [{ ...pull, lastWashOn: '2026-05-25' }, []],
  [norwood, []],
  [{ ...norwood, isBaseline: false }, ['isBaseline']],
  [{ ...norwood, value: 8 }, ['value']],
  [{ ...norwood, variant: 'vertex' }, []],
  [{ ...norwood, variant: 'vertex', value: 4 }, ['variant']],
  [{ ...norwood, variant: 'a', value: 5 }, []],
  [{ ...norwood, variant: 'a', value: 6 }, ['variant']],
  [salt, []],
  [{ ...salt, value: 0.3 }, []],
  [{ ...salt, value: 12.34 }, ['value']],
])('of %o these fields are refused: %o', (given, paths) => {
  expect(pathsOf(given)).toEqual(paths);
});

test('every field of the answer is clinical, and it can be described', () => {
  for (const schema of Object.values(outcome.shape)) expect(fieldTag(schema)).toBe('clinical');
  expect(() => z.toJSONSchema(outcome)).not.toThrow();
});

test('each step of −3…+3 has its own words, in both measures', () => {
  for (let step = -3; step <= 3; step += 1) {
    expect(PHOTO_STEP_LABELS[step]).toBeTruthy();
    expect(PATIENT_STEP_LABELS[step]).toBeTruthy();
  }
});

test('a response is +1 or more, strictly +2; other measures have none', () => {
  expect(isResponse('photo_global_assessment', 0)).toBe(false);
  expect(isResponse('photo_global_assessment', 1)).toBe(true);
  expect(isResponse('patient_global_change', 1, 'strict')).toBe(false);
  expect(isResponse('patient_global_change', 2, 'strict')).toBe(true);
  expect(isResponse('satisfaction', 10)).toBeNull();
});

test('SALT is for alopecia areata only, pattern scales for baselines only', () => {
  expect(isForIndication('salt', 'alopecia_areata')).toBe(true);
  expect(isForIndication('salt', 'androgenetic_male')).toBe(false);
  expect(isForIndication('hair_pull', 'traction')).toBe(true);
  expect(isForIndication('ludwig', 'androgenetic_male')).toBe(false);
  expect(MEASURE_DETAILS.norwood.timing).toBe('baseline');
  for (const key of MEASURES)
    expect(MEASURE_DETAILS[key].min).toBeLessThan(MEASURE_DETAILS[key].max);
});

test('SALT weighs the regions 40, 24, 18 and 18', () => {
  expect(saltScore({ top: 100, back: 100, left: 100, right: 100 })).toBe(100);
  expect(saltScore({ top: 0, back: 0, left: 0, right: 0 })).toBe(0);
  expect(saltScore({ top: 50, back: 10, left: 0, right: 5 })).toBe(23.3);
  expect(() => saltScore({ top: 101, back: 0, left: 0, right: 0 })).toThrow(RangeError);
});

test.each([
  [0, 'none'],
  [0.1, 'mild'],
  [20, 'mild'],
  [20.1, 'moderate'],
  [49.9, 'moderate'],
  [50, 'severe'],
  [94.9, 'severe'],
  [95, 'very_severe'],
])('SALT %d is %s', (score, band) => {
  expect(saltBand(score)).toBe(band);
});

test('stages are written in Roman numerals', () => {
  expect([1, 3, 7].map(stageLabel)).toEqual(['I', 'III', 'VII']);
});
