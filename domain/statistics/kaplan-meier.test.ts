import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  atRiskAt,
  boundCurves,
  kaplanMeier,
  kaplanMeierOfCounts,
  medianTime,
  survivalAt,
} from './kaplan-meier.ts';
import { z95 } from './wilson.ts';

const golden = (
  [
    [1, 1],
    [2, 1],
    [2, 0],
    [3, 1],
    [4, 0],
    [5, 1],
  ] as const
).map(([time, event]) => ({ time, event: event === 1 }));

test('golden values: 0.8333, 0.6667, 0.4444, 0.4444, 0', () => {
  const curve = kaplanMeier(golden);
  expect(curve.map((point) => point.survival.toFixed(4))).toEqual([
    '0.8333',
    '0.6667',
    '0.4444',
    '0.4444',
    '0.0000',
  ]);
  expect(curve.map((point) => point.atRisk)).toEqual([6, 5, 3, 2, 1]);
  expect(curve.map((point) => point.censored)).toEqual([0, 1, 0, 1, 0]);
  expect(medianTime(curve)).toBe(3);
});

test('the log-log interval follows Greenwood; at 0 there is none', () => {
  const curve = kaplanMeier(golden);
  const survival = 2 / 3;
  const greenwood = 1 / (6 * 5) + 1 / (5 * 4);
  const spread = (z95 * Math.sqrt(greenwood)) / Math.abs(Math.log(survival));
  expect(curve[1]?.interval?.low).toBeCloseTo(survival ** Math.exp(spread), 12);
  expect(curve[1]?.interval?.high).toBeCloseTo(survival ** Math.exp(-spread), 12);
  expect(curve.at(-1)?.interval).toBeNull();
});

test('nobody watched is an empty curve, all censored stays at 1', () => {
  expect(kaplanMeier([])).toEqual([]);
  const curve = kaplanMeier([
    { time: 0, event: false },
    { time: 3, event: false },
  ]);
  expect(curve.map(({ survival, interval }) => [survival, interval])).toEqual([
    [1, null],
    [1, null],
  ]);
  expect(medianTime(curve)).toBeNull();
});

test('the curve is a step: it holds until the next point', () => {
  const curve = kaplanMeier(golden);
  expect(survivalAt(curve, 0.99)).toBe(1);
  expect(survivalAt(curve, 1)).toBeCloseTo(5 / 6, 12);
  expect(survivalAt(curve, 1.99)).toBeCloseTo(5 / 6, 12);
  expect(survivalAt(curve, 99)).toBe(0);
});

test('a curve that passes exactly through one half has its median there', () => {
  // 2/3 × 3/4 in floating point is not exactly 0.5.
  const curve = kaplanMeier([1, 1, 2, 3, 4, 5].map((time) => ({ time, event: true })));
  expect(curve[1]?.survival).toBeCloseTo(0.5, 12);
  expect(medianTime(curve)).toBe(2);
});

test.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('a time of %d is refused', (time) => {
  expect(() => kaplanMeier([{ time, event: true }])).toThrow(RangeError);
});

const observations = fc.array(
  fc.record({ time: fc.integer({ min: 0, max: 60 }), event: fc.boolean() }),
  { maxLength: 80 },
);

test('it only falls, stays within its interval, and counts everybody once', () => {
  fc.assert(
    fc.property(observations, (people) => {
      const curve = kaplanMeier(people);
      let before = 1;
      for (const { survival, interval } of curve) {
        expect(survival).toBeLessThanOrEqual(before);
        expect(survival).toBeGreaterThanOrEqual(0);
        if (interval) {
          expect(interval.low).toBeLessThanOrEqual(survival);
          expect(interval.high).toBeGreaterThanOrEqual(survival);
        }
        before = survival;
      }
      expect(curve.reduce((sum, point) => sum + point.events + point.censored, 0)).toBe(
        people.length,
      );
    }),
  );
});

test('without censoring it is the plain share still waiting', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1 }), (times) => {
      const curve = kaplanMeier(times.map((time) => ({ time, event: true })));
      for (const { time, survival } of curve) {
        const waiting = times.filter((other) => other > time).length / times.length;
        expect(survival).toBeCloseTo(waiting, 10);
      }
    }),
  );
});

test('counts by time give the curve of the observations one by one', () => {
  const counts = [
    { time: 3, events: 1, censored: 0 },
    { time: 1, events: 1, censored: 0 },
    { time: 2, events: 1, censored: 0 },
    { time: 2, events: 0, censored: 1 },
    { time: 4, events: 0, censored: 1 },
    { time: 5, events: 1, censored: 0 },
  ];
  expect(kaplanMeierOfCounts(counts)).toEqual(kaplanMeier(golden));
  expect(atRiskAt(kaplanMeier(golden), 2.5)).toBe(3);
  expect(atRiskAt(kaplanMeier(golden), 9)).toBe(0);
  expect(() => kaplanMeierOfCounts([{ time: 1, events: 0.5, censored: 0 }])).toThrow(RangeError);
});

test('a design effect widens the interval and leaves the curve', () => {
  const counts = [
    { time: 1, events: 4, censored: 0 },
    { time: 2, events: 0, censored: 16 },
  ];
  const [plain] = kaplanMeierOfCounts(counts);
  const [wide] = kaplanMeierOfCounts(counts, { designEffect: 2 });
  expect(wide?.survival).toBe(plain?.survival);
  expect(wide?.interval?.low).toBeLessThan(plain?.interval?.low ?? 0);
});

test('best and worst case lie on both sides of the curve', () => {
  const counts = [
    { time: 2, events: 3, censored: 4, droppedOut: 4 },
    { time: 6, events: 2, censored: 1, droppedOut: 0 },
  ];
  const { best, worst } = boundCurves(counts);
  const usual = kaplanMeierOfCounts(counts);
  expect(survivalAt(best, 2)).toBeCloseTo(0.3);
  expect(survivalAt(usual, 6)).toBeCloseTo(0.7 / 3);
  expect(survivalAt(worst, 6)).toBeCloseTo(0.5);
  expect(() => boundCurves([{ time: 1, events: 0, censored: 1, droppedOut: 2 }])).toThrow();
});
