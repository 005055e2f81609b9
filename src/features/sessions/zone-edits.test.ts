import { expect, test } from 'vitest';
import { sampleSession } from '#tests/support/sample-session.ts';
import { readValues, type SessionValues, valuesOf } from './session-values.ts';
import { fillAll, fillOf, stepPoints, typePointMl, typeZone } from './zone-edits.ts';

const values = (change: Partial<SessionValues> = {}): SessionValues => ({
  ...valuesOf(sampleSession),
  technique: 'point_by_point',
  spacingCm: 1.2,
  pointMl: 0.05,
  ...change,
});

test('points bring their volume, and area, points and volume in all follow the zones', () => {
  const one = { ...values(), ...typeZone(values(), 'vertex', { areaCm2: 25 }) };
  const two = { ...one, ...typeZone(one, 'vertex', { points: 17 }) };
  expect(typeZone(two, 'frontal', { areaCm2: 21, points: 14 })).toEqual({
    zones: [
      { zone: 'frontal', areaCm2: 21, points: 14, volumeMl: 0.7 },
      { zone: 'vertex', areaCm2: 25, points: 17, volumeMl: 0.85 },
    ],
    areaCm2: 46,
    injectionCount: 31,
    volumeMl: 1.55,
  });
});

test('a roller’s zones add up to what was applied', () => {
  const roller = values({ technique: 'dermaroller', pointMl: null });
  const typed = typeZone(roller, 'crown', { areaCm2: 30, volumeMl: 1.5 });
  expect(typed).toMatchObject({ areaCm2: 30, appliedMl: 1.5 });
  expect(typed).not.toHaveProperty('volumeMl');
});

test('plus and minus, filling at the spacing, and a zone emptied again', () => {
  const area = { ...values(), ...typeZone(values(), 'vertex', { areaCm2: 25 }) };
  expect(fillOf(area, 'vertex')).toBe(17);
  expect(fillOf(area, 'crown')).toBeNull();
  expect(fillOf({ ...area, spacingCm: null }, 'vertex')).toBeNull();
  const stepped = { ...area, ...stepPoints(area, 'vertex', 1) };
  expect(stepped.zones).toEqual([{ zone: 'vertex', areaCm2: 25, points: 1, volumeMl: 0.05 }]);
  const none = { ...stepped, ...stepPoints(stepped, 'vertex', -1) };
  expect({ ...none, ...stepPoints(none, 'vertex', -1) }.zones[0]?.points).toBe(0);
  const empty = { areaCm2: null, points: null, volumeMl: null };
  expect(typeZone(none, 'vertex', empty).zones).toEqual([]);
});

test('minus leaves an untouched zone untreated, and takes a lone point back with its zone', () => {
  const untouched = values();
  expect(stepPoints(untouched, 'crown', -1).zones).toEqual([]);
  const one = { ...untouched, ...stepPoints(untouched, 'crown', 1) };
  expect(one.zones).toMatchObject([{ zone: 'crown', points: 1 }]);
  expect(stepPoints(one, 'crown', -1).zones).toEqual([]);
});

test('all zones are filled in one go, where there are two with an area', () => {
  const zones = [
    { zone: 'frontal' as const, areaCm2: 21, points: null, volumeMl: null },
    { zone: 'vertex' as const, areaCm2: 25, points: 3, volumeMl: 0.15 },
    { zone: 'crown' as const, areaCm2: null, points: 4, volumeMl: 0.2 },
  ];
  const all = fillAll(values({ zones }));
  expect(all?.count).toBe(2);
  expect(all?.change).toMatchObject({
    zones: [{ points: 15, volumeMl: 0.75 }, { points: 17, volumeMl: 0.85 }, { points: 4 }],
    injectionCount: 36,
  });
  expect(fillAll(values({ zones: zones.slice(1) }))).toBeNull();
});

test('another volume of a point goes through all zones', () => {
  const zones = [{ zone: 'vertex' as const, areaCm2: 25, points: 17, volumeMl: 0.85 }];
  expect(typePointMl(values({ zones }), 0.1)).toMatchObject({
    pointMl: 0.1,
    volumeMl: 1.7,
    zones: [{ volumeMl: 1.7 }],
  });
});

test('a zone that is no number yet holds back only itself', () => {
  const { good, problems } = readValues(
    values({
      zones: [
        { zone: 'vertex', areaCm2: '2x', points: 3, volumeMl: null },
        { zone: 'crown', areaCm2: 20, points: null, volumeMl: null },
        { zone: 'frontal', areaCm2: null, points: null, volumeMl: null },
      ],
    }),
  );
  expect(good.zones).toEqual([{ zone: 'crown', areaCm2: 20, points: null, volumeMl: null }]);
  expect(problems.map(({ path }) => path)).toEqual(['zones.vertex.areaCm2']);
});

test('a checklist that cannot be read yet is told at its box', () => {
  const { good, problems } = readValues(
    values({ preparation: { ...valuesOf(sampleSession).preparation, anaestheticOnAt: '25:00' } }),
  );
  expect(good.preparation).toBeUndefined();
  expect(problems.map(({ path }) => path)).toEqual(['preparation.anaestheticOnAt']);
});
