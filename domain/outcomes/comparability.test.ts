import { expect, test } from 'vitest';
import {
  changeFromBaseline,
  type Comparable,
  comparabilityKey,
  differingParts,
  joinable,
  unknownParts,
} from './comparability.ts';
import type { KeyPart } from './measure.ts';
import type { ReadingConditions } from './reading-details.ts';

const CONDITIONS: ReadingConditions = {
  landmark: '14 cm behind the glabella',
  areaCm2: 0.7,
  device: 'FotoFinder',
  software: '3.4',
  magnification: 20,
  cutoffUm: null,
  isDyed: false,
  isClipped: true,
  daysSinceWash: 2,
};
const density = (id: string, given: Partial<Comparable> = {}): Comparable => ({
  id,
  courseId: 'c',
  measure: 'density',
  value: 180,
  assessedOn: '2026-03-01',
  isBaseline: false,
  raterId: 'doctor',
  site: 'vertex',
  lastWashOn: null,
  conditions: CONDITIONS,
  ...given,
});
const baseline = density('b', { isBaseline: true, value: 162.4 });

test.each<[KeyPart, Partial<Comparable>]>([
  ['site', { site: 'frontal' }],
  ['operator', { raterId: 'other' }],
  ['landmark', { conditions: { ...CONDITIONS, landmark: '12 cm behind the glabella' } }],
  ['areaCm2', { conditions: { ...CONDITIONS, areaCm2: 1 } }],
  ['device', { conditions: { ...CONDITIONS, device: 'Other' } }],
  ['software', { conditions: { ...CONDITIONS, software: '4.0' } }],
  ['magnification', { conditions: { ...CONDITIONS, magnification: 70 } }],
  ['isDyed', { conditions: { ...CONDITIONS, isDyed: true } }],
  ['isClipped', { conditions: { ...CONDITIONS, isClipped: false } }],
  ['daysSinceWash', { conditions: { ...CONDITIONS, daysSinceWash: 3 } }],
])('a reading with another %s is not joined, and says so', (part, given) => {
  const reading = density('r', given);
  expect(comparabilityKey(reading)).not.toBe(comparabilityKey(baseline));
  expect(joinable([baseline, reading])).toHaveLength(2);
  expect(changeFromBaseline(reading, [baseline, reading])).toEqual({
    kind: 'not_comparable',
    differing: [part],
  });
});

test('what is not recorded compares with nothing, not even with the same gap', () => {
  const gap = { conditions: { ...CONDITIONS, software: null } };
  const [one, other] = [density('1', gap), density('2', gap)];
  expect(unknownParts(one)).toEqual(['software']);
  expect(comparabilityKey(one)).toBeNull();
  expect(differingParts(one, other)).toEqual(['software']);
  expect(joinable([one, other])).toHaveLength(2);
});

test('the same key joins, however the device was capitalised, and gives the change', () => {
  const reading = density('r', {
    value: 180.5,
    assessedOn: '2026-06-01',
    conditions: { ...CONDITIONS, device: ' fotofinder' },
  });
  expect(joinable([reading, baseline]).map((group) => group.map(({ id }) => id))).toEqual([
    ['b', 'r'],
  ]);
  expect(changeFromBaseline(reading, [baseline, reading])).toEqual({
    kind: 'change',
    from: 162.4,
    change: 18.1,
  });
});

test('of several baselines the latest with the same key counts; of another course none', () => {
  const later = density('b2', { isBaseline: true, value: 170, assessedOn: '2026-03-02' });
  const reading = density('r', { value: 175 });
  expect(changeFromBaseline(reading, [baseline, later])).toMatchObject({ from: 170 });
  const elsewhere = { ...baseline, courseId: 'd' };
  expect(changeFromBaseline(reading, [elsewhere])).toEqual({ kind: 'no_baseline' });
});

test('a measure that is a change itself, and a baseline, have none', () => {
  const change = density('r', { measure: 'patient_global_change', value: 1 });
  expect(changeFromBaseline(change, [baseline])).toBeNull();
  expect(changeFromBaseline(baseline, [baseline])).toBeNull();
});

test('a pull test counts the days since its wash', () => {
  const pull = (id: string, assessedOn: string, lastWashOn: string | null) =>
    density(id, { measure: 'hair_pull', assessedOn, lastWashOn, conditions: null });
  const first = pull('1', '2026-03-03', '2026-03-01');
  expect(joinable([first, pull('2', '2026-06-03', '2026-06-01')])).toHaveLength(1);
  expect(joinable([first, pull('2', '2026-06-03', '2026-06-02')])).toHaveLength(2);
  expect(unknownParts(pull('3', '2026-06-03', null))).toEqual(['daysSinceWash']);
});

test('readings without conditions are always joined', () => {
  const satisfaction = { measure: 'satisfaction', site: null, conditions: null } as const;
  expect(joinable([density('1', satisfaction), density('2', satisfaction)])).toHaveLength(1);
});
