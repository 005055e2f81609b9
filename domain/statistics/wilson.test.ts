import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wilson, wilsonFromProportion, z95 } from './wilson.ts';

// CLINICAL.md section 6, golden values.
test.each([
  [0, 10, 0.0, 0.2775],
  [9, 10, 0.5958, 0.9821],
  [10, 10, 0.7225, 1.0],
  [5, 5, 0.5655, 1.0],
  [45, 50, 0.7864, 0.9565],
  [90, 100, 0.8256, 0.9448],
  [54, 86, 0.5223, 0.7225],
  [7, 40, 0.0875, 0.3195],
  [18, 26, 0.5001, 0.835],
  [9, 24, 0.2116, 0.5729],
  [246, 541, 0.4132, 0.4968],
  [12, 200, 0.0347, 0.1019],
])('%i of %i is %f–%f', (count, n, low, high) => {
  const estimate = wilson(count, n);
  expect(estimate.value).toBe(count / n);
  expect(estimate.low.toFixed(4)).toBe(low.toFixed(4));
  expect(estimate.high.toFixed(4)).toBe(high.toFixed(4));
});

test('at the ends the limits have a closed form: z²/(n+z²) and n/(n+z²)', () => {
  const z2 = z95 * z95;
  for (const n of [1, 5, 10, 60, 541]) {
    expect(wilson(0, n)).toMatchObject({ value: 0, low: 0 });
    expect(wilson(0, n).high).toBeCloseTo(z2 / (n + z2), 14);
    expect(wilson(n, n)).toMatchObject({ value: 1, high: 1 });
    expect(wilson(n, n).low).toBeCloseTo(n / (n + z2), 14);
  }
});

test('each limit is where the score test just reaches z', () => {
  for (const [count, n] of [
    [54, 86],
    [7, 40],
    [246, 541],
  ] as const) {
    const { value, low, high } = wilson(count, n);
    expect((value - low) / Math.sqrt((low * (1 - low)) / n)).toBeCloseTo(z95, 10);
    expect((high - value) / Math.sqrt((high * (1 - high)) / n)).toBeCloseTo(z95, 10);
  }
});

const countOfN = fc
  .integer({ min: 1, max: 5_000 })
  .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

test('0 ≤ low ≤ value ≤ high ≤ 1, and a width above 0', () => {
  fc.assert(
    fc.property(countOfN, ([count, n]) => {
      const { value, low, high } = wilson(count, n);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(low).toBeLessThanOrEqual(value);
      expect(high).toBeGreaterThanOrEqual(value);
      expect(high).toBeLessThanOrEqual(1);
      expect(high).toBeGreaterThan(low);
    }),
  );
});

test('the interval of the others is the mirror image', () => {
  fc.assert(
    fc.property(countOfN, ([count, n]) => {
      const estimate = wilson(count, n);
      const mirror = wilson(n - count, n);
      expect(mirror.low).toBeCloseTo(1 - estimate.high, 12);
      expect(mirror.high).toBeCloseTo(1 - estimate.low, 12);
    }),
  );
});

test('more people at the same share give a narrower interval', () => {
  fc.assert(
    fc.property(countOfN, ([count, n]) => {
      const few = wilson(count, n);
      const many = wilson(count * 2, n * 2);
      expect(many.high - many.low).toBeLessThan(few.high - few.low);
    }),
  );
});

test.each([
  [1, 0],
  [-1, 5],
  [6, 5],
  [1.5, 5],
  [1, 2.5],
  [Number.NaN, 5],
  [1, Number.NaN],
])('%d of %d is refused', (count, n) => {
  expect(() => wilson(count, n)).toThrow(RangeError);
});

test('a proportion outside 0–1 and a sample size of 0 or infinity are refused', () => {
  expect(() => wilsonFromProportion(1.01, 5)).toThrow(RangeError);
  expect(() => wilsonFromProportion(0.5, 0)).toThrow(RangeError);
  expect(() => wilsonFromProportion(0.5, Number.POSITIVE_INFINITY)).toThrow(RangeError);
});
