import { expect, test } from 'vitest';
import { assessmentCreate } from './outcome.ts';
import { NO_CHANGES_ASKED } from './patient-changes.ts';
import { NO_CONDITIONS } from './reading-details.ts';

const courseId = '0198a000-0000-7000-8000-000000000001';
const base = { isBlinded: false, isBaseline: false, rater: 'clinician' };
const assessment = { courseId, assessedOn: '2026-05-25' };
const pathsOf = (reading: object) =>
  assessmentCreate
    .safeParse({ ...assessment, readings: [{ ...base, ...reading }] })
    .error?.issues.map(({ path }) => path.join('.').replace('readings.0.', '')) ?? [];

const salt = { measure: 'salt', value: 32.6, parts: { top: 50, back: 20, left: 30, right: 10 } };
const basp = { measure: 'basp', isBaseline: true, value: 2, pattern: 'M2F1' };
const measured = { ...NO_CONDITIONS, device: 'Dermatoscope', software: 'none' };
const density = { measure: 'density', value: 180.5, site: 'vertex', conditions: measured };
const comb = { measure: 'comb_count', rater: 'patient', value: 11.3 };

test.each([
  [{ ...salt, value: 32 }, []],
  [salt, ['value']],
  [{ ...salt, parts: { ...salt.parts, top: 101 } }, ['parts.top']],
  [{ ...salt, parts: { top: 50 } }, ['parts.back']],
  [{ ...salt, parts: null }, []],
  [{ ...comb, parts: { wash1: 10, wash2: 12, wash3: 12 } }, []],
  [{ ...comb, value: 11, parts: { wash1: 10, wash2: 12, wash3: 12 } }, ['value']],
  [{ ...density, parts: { top: 1 } }, ['parts']],
  [basp, []],
  [{ ...basp, value: 3 }, ['pattern']],
  [{ ...basp, pattern: null }, ['pattern']],
  [{ ...basp, pattern: 'F1M2' }, ['pattern']],
  [{ ...basp, isBaseline: false }, ['isBaseline']],
  [{ ...salt, value: 32, pattern: 'M2' }, ['pattern']],
  [density, []],
  [{ ...density, site: null }, ['site']],
  [{ ...density, conditions: null }, ['conditions.device']],
  [{ ...density, conditions: { ...measured, cutoffUm: 40 } }, ['conditions.cutoffUm']],
  [{ ...density, measure: 'terminal_vellus', value: 2.6 }, ['conditions.cutoffUm']],
  [
    {
      ...density,
      measure: 'terminal_vellus',
      value: 2.6,
      conditions: { ...measured, cutoffUm: 40 },
    },
    [],
  ],
  [{ ...salt, value: 32, conditions: measured }, ['conditions']],
  [{ measure: 'dlqi', rater: 'patient', value: 31 }, ['value']],
  [{ measure: 'shedding_scale', rater: 'patient', value: 7 }, ['value']],
])('%j has problems at %j', (reading, paths) => {
  expect(pathsOf(reading)).toEqual(paths);
});

test('what the patient said changed is an assessment by itself, if anything was asked', () => {
  const changed = { ...NO_CHANGES_ASKED, shedding: 'better' };
  const parse = (changes: object) =>
    assessmentCreate.safeParse({ ...assessment, readings: [], changes }).success;
  expect(parse(changed)).toBe(true);
  expect(parse(NO_CHANGES_ASKED)).toBe(false);
  expect(parse({ shedding: 'better' })).toBe(false);
});
