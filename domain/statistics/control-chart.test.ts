import { expect, test } from 'vitest';
import { binomialLimits, controlChart } from './control-chart.ts';

// Golden values by the binomial distribution of SciPy 1.17.1.
test.each([
  [0.08, 25, 0, 7],
  [0.134, 26, 0, 10],
  [0.5, 10, 1, 9],
  [0.02, 40, 0, 5],
  [0.3, 200, 41, 81],
])('limits of %d with n = %d: %d to %d', (p, n, low, high) => {
  const limits = binomialLimits(p, n);
  expect(limits.low).toBeCloseTo(low / n, 12);
  expect(limits.high).toBeCloseTo(high / n, 12);
});

test('limits stay within 0 and 1, where normal ones would be −2.6 % to 18.6 %', () => {
  expect(binomialLimits(0.08, 25).low).toBe(0);
  expect(binomialLimits(0, 9)).toEqual({ low: 0, high: 0 });
  expect(binomialLimits(1, 9)).toEqual({ low: 1, high: 1 });
  expect(() => binomialLimits(0.5, 0)).toThrow(RangeError);
  expect(() => binomialLimits(1.1, 5)).toThrow(RangeError);
});

const steady = (...counts: number[]) => counts.map((count) => ({ count, of: 40 }));
const wobble = [3, 5, 4, 2, 5, 3, 4, 5, 3, 4, 2, 5, 3];

test('below twelve points there are no limits and no signals', () => {
  const { centre, points } = controlChart(steady(1, 2, 30));
  expect(centre).toBeCloseTo(33 / 120);
  expect(points.every(({ limits, signals }) => limits === null && signals.length === 0)).toBe(true);
});

test('a week far off is outside; ordinary ones give no signal', () => {
  expect(controlChart(steady(...wobble)).points.flatMap(({ signals }) => signals)).toEqual([]);
  const { points } = controlChart(steady(...wobble, 20));
  expect(points.at(-1)?.signals).toContain('outside');
  expect(points[0]?.signals).toEqual([]);
});

test('seven on one side, and seven rising, are signals at the seventh', () => {
  const sided = controlChart(steady(2, 2, 3, 2, 3, 2, 6, 6, 7, 6, 7, 6, 6)).points;
  expect(sided[11]?.signals).not.toContain('one_side');
  expect(sided[12]?.signals).toContain('one_side');
  const rising = controlChart(steady(5, 4, 5, 4, 5, 4, 1, 2, 3, 4, 5, 6, 7, 8)).points;
  expect(rising[12]?.signals).not.toContain('trend');
  expect(rising[13]?.signals).toContain('trend');
});

test('two of three in the outer third of the same side are a signal', () => {
  const { points } = controlChart(steady(...wobble, 10, 4, 10));
  expect(points.at(-1)?.signals).toContain('near_limits');
  expect(points.at(-2)?.signals).toEqual([]);
});

test('weeks without anyone are points without a share and break no run', () => {
  const { points } = controlChart([...steady(...wobble), { count: 0, of: 0 }]);
  expect(points.at(-1)).toEqual({ count: 0, of: 0, share: null, limits: null, signals: [] });
  expect(controlChart([{ count: 0, of: 0 }]).centre).toBeNull();
  expect(() => controlChart([{ count: 3, of: 2 }])).toThrow(RangeError);
});
