import { expect, test } from 'vitest';
import { findingKey, neededFor } from './finding.ts';
import { asPair, pairFindings } from './pair-rules.ts';
import { type KnownPair, pairCreate } from './pair.ts';

const idOf = (last: number) => `0198a000-0000-7000-8000-${String(last).padStart(12, '0')}`;
const [biotin, zinc, folate] = [
  { id: idOf(1), name: 'Biotin' },
  { id: idOf(2), name: 'Zinc' },
  { id: idOf(3), name: 'Folate' },
];
const pair = (verdict: KnownPair['verdict']): KnownPair => ({
  firstId: biotin.id,
  secondId: zinc.id,
  verdict,
  source: 'Leaflet',
});

test('a pair says ok, avoid or unknown; one that is not in the table is unknown', () => {
  const of = (pairs: KnownPair[]) =>
    pairFindings([zinc, biotin], pairs).map(({ code, level }) => `${level} ${code}`);
  expect(of([pair('ok')])).toEqual([]);
  expect(of([pair('avoid')])).toEqual(['stop pair_avoid']);
  expect(of([pair('unknown')])).toEqual(['review pair_unknown']);
  expect(of([])).toEqual(['review pair_unknown']);
});

test('nothing is inferred from other pairs: each two of three is told', () => {
  const found = pairFindings([biotin, zinc, folate], [pair('ok')]);
  expect(found.map(({ message }) => message)).toEqual([
    'Biotin with Folate: mixing is not recorded.',
    'Zinc with Folate: mixing is not recorded.',
  ]);
});

test('a pair keeps its key whichever stands first', () => {
  const [one, other] = [pairFindings([biotin, zinc], []), pairFindings([zinc, biotin], [])];
  expect(one.map(findingKey)).toEqual([`pair_unknown:${biotin.id}:${zinc.id}`]);
  expect(other.map(findingKey)).toEqual(one.map(findingKey));
  expect(asPair(zinc.id, biotin.id)).toEqual([biotin.id, zinc.id]);
});

test('a pair is of two different ingredients, with where it is from', () => {
  const base = { firstId: biotin.id, secondId: zinc.id, verdict: 'ok', source: 'x', note: null };
  const pathsOf = (change: object) =>
    pairCreate.safeParse({ ...base, ...change }).error?.issues.map(({ path }) => path.join('.'));
  expect(pathsOf({})).toBeUndefined();
  expect(pathsOf({ secondId: biotin.id })).toEqual(['secondId']);
  expect(pathsOf({ source: ' ' })).toEqual(['source']);
  expect(pathsOf({ verdict: 'compatible' })).toEqual(['verdict']);
});

test.each([
  ['cautions', 'note', 'nothing'],
  ['pair_unknown', 'review', 'practitioner_reason'],
  ['suspended', 'stop', 'prescriber_reason'],
  ['pregnancy_five_ari', 'stop', 'never'],
  ['breastfeeding_five_ari', 'stop', 'never'],
  ['single_dose_second_patient', 'stop', 'never'],
] as const)('%s at %s needs %s', (code, level, needs) => {
  expect(neededFor({ code, level })).toBe(needs);
});
