import { expect, test } from 'vitest';
import type { UsedIngredient } from './session.ts';
import { type OtherUse, useBy, type VialFacts, vialFindings } from './vial-rules.ts';

const ID = '0198a000-0000-7000-8000-000000000001';
const facts: VialFacts = {
  id: ID,
  name: 'Biotin',
  isSingleDose: false,
  isAutologous: false,
  openDaysMax: null,
};
const vial: UsedIngredient = {
  ingredientId: ID,
  volumeMl: 1,
  lot: 'B-1',
  expiresOn: '2026-12-31',
  openedOn: '2026-03-02',
  vial: null,
};

test.each([
  // Opened for 28 days, never past what is printed, or as long as the maker says.
  ['2026-12-31', '2026-03-02', null, '2026-03-30'],
  ['2026-03-10', '2026-03-02', null, '2026-03-10'],
  ['2026-12-31', '2026-03-02', 7, '2026-03-09'],
  [null, '2026-03-02', null, '2026-03-30'],
  ['2026-12-31', null, null, '2026-12-31'],
  [null, null, null, null],
])('printed %s, opened %s, maker %s: until %s', (expiresOn, openedOn, openDaysMax, until) => {
  expect(useBy({ expiresOn, openedOn }, openDaysMax)).toBe(until);
});

const codes = (
  change: Partial<UsedIngredient>,
  of: Partial<VialFacts> = {},
  others: OtherUse[] = [],
  on = '2026-03-30',
) =>
  vialFindings([{ ...vial, ...change }], on, new Map([[ID, { ...facts, ...of }]]), others).map(
    ({ code, level }) => `${level} ${code}`,
  );

test('the last day counts, the next one is too late', () => {
  expect(codes({})).toEqual([]);
  expect(codes({}, {}, [], '2026-03-31')).toEqual(['stop vial_expired']);
});

test('a vial without the day it was opened counts as expired', () => {
  expect(codes({ openedOn: null })).toEqual(['stop vial_opening_unknown']);
  expect(codes({ openedOn: null, expiresOn: '2026-03-29' })).toEqual(['stop vial_expired']);
});

test('the patient’s own blood has no vial, and nothing drawn has no date', () => {
  expect(codes({ openedOn: null }, { isAutologous: true })).toEqual([]);
  expect(codes({ openedOn: null, volumeMl: 0 })).toEqual([]);
});

test('a single-dose vial is for one patient and one procedure', () => {
  const single = { isSingleDose: true };
  const today = { openedOn: '2026-03-30', vial: 'A7' };
  const other = (label: string | null) => [{ ingredientId: ID, lot: 'B-1', vial: label }];
  expect(codes(today, single)).toEqual([]);
  expect(codes(today, single, other('A7'))).toEqual(['stop single_dose_second_patient']);
  expect(codes(today, single, other('A8'))).toEqual([]);
  expect(codes({ ...today, vial: null }, single, other(null))).toEqual([
    'review single_dose_same_lot',
  ]);
  expect(codes({ ...today, lot: 'B-2' }, single, other('A7'))).toEqual([]);
  expect(codes({}, single)).toEqual(['stop single_dose_opened_earlier']);
  // A multi-dose vial may serve several patients.
  expect(codes(today, {}, other('A7'))).toEqual([]);
});
