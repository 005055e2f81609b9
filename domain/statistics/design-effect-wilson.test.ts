import fc from 'fast-check';
import { expect, test } from 'vitest';
import { designEffectWilson } from './design-effect-wilson.ts';
import { wilson } from './wilson.ts';

test('golden value: 12 of 200 sessions, 5 per patient, icc 0.3', () => {
  const estimate = designEffectWilson(12, 200, { icc: 0.3, meanClusterSize: 5 });
  expect(estimate.designEffect).toBeCloseTo(2.2, 12);
  expect(estimate.effectiveN.toFixed(2)).toBe('90.91');
  expect(estimate.value).toBe(0.06);
  expect(estimate.low.toFixed(4)).toBe('0.0268');
  expect(estimate.high.toFixed(4)).toBe('0.1289');
});

const countOfN = fc
  .integer({ min: 1, max: 2_000 })
  .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

test('with no likeness, or one session each, it is plain Wilson', () => {
  fc.assert(
    fc.property(countOfN, ([count, n]) => {
      const plain = wilson(count, n);
      expect(designEffectWilson(count, n, { icc: 0, meanClusterSize: 6 })).toMatchObject(plain);
      expect(designEffectWilson(count, n, { icc: 0.7, meanClusterSize: 1 })).toMatchObject(plain);
    }),
  );
});

test('it is never narrower than plain Wilson', () => {
  const icc = fc.double({ min: 0, max: 1, noNaN: true });
  const size = fc.double({ min: 1, max: 20, noNaN: true });
  fc.assert(
    fc.property(countOfN, icc, size, ([count, n], likeness, meanClusterSize) => {
      const plain = wilson(count, n);
      const wide = designEffectWilson(count, n, { icc: likeness, meanClusterSize });
      expect(wide.low).toBeGreaterThanOrEqual(0);
      expect(wide.high).toBeLessThanOrEqual(1);
      expect(wide.high - wide.low).toBeGreaterThanOrEqual(plain.high - plain.low - 1e-12);
    }),
  );
});

test.each([
  [1.1, 5],
  [-0.1, 5],
  [0.3, 0.5],
  [Number.NaN, 5],
  [0.3, Number.POSITIVE_INFINITY],
])('icc %d with %d sessions each is refused', (icc, meanClusterSize) => {
  expect(() => designEffectWilson(1, 10, { icc, meanClusterSize })).toThrow(RangeError);
});
