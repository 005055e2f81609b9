import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newcombeDifference } from './newcombe.ts';

// CLINICAL.md section 6, golden values.
test.each([
  [54, 86, 7, 40, 0.4529, 0.274, 0.5818],
  [18, 26, 9, 24, 0.3173, 0.0414, 0.5342],
])('%i/%i − %i/%i = %f (%f–%f)', (count1, n1, count2, n2, value, low, high) => {
  const difference = newcombeDifference({ count: count1, n: n1 }, { count: count2, n: n2 });
  expect(difference.value.toFixed(4)).toBe(value.toFixed(4));
  expect(difference.low.toFixed(4)).toBe(low.toFixed(4));
  expect(difference.high.toFixed(4)).toBe(high.toFixed(4));
});

const countOf = fc
  .integer({ min: 1, max: 2_000 })
  .chain((n) => fc.record({ count: fc.integer({ min: 0, max: n }), n: fc.constant(n) }));

test('−1 ≤ low ≤ difference ≤ high ≤ 1', () => {
  fc.assert(
    fc.property(countOf, countOf, (first, second) => {
      const { value, low, high } = newcombeDifference(first, second);
      expect(low).toBeGreaterThanOrEqual(-1 - 1e-12);
      expect(low).toBeLessThanOrEqual(value);
      expect(high).toBeGreaterThanOrEqual(value);
      expect(high).toBeLessThanOrEqual(1 + 1e-12);
    }),
  );
});

test('swapping the groups turns the interval over', () => {
  fc.assert(
    fc.property(countOf, countOf, (first, second) => {
      const there = newcombeDifference(first, second);
      const back = newcombeDifference(second, first);
      expect(back.value).toBeCloseTo(-there.value, 12);
      expect(back.low).toBeCloseTo(-there.high, 12);
      expect(back.high).toBeCloseTo(-there.low, 12);
    }),
  );
});

test('counts that are not "count of n" are refused', () => {
  expect(() => newcombeDifference({ count: 3, n: 2 }, { count: 1, n: 2 })).toThrow(RangeError);
  expect(() => newcombeDifference({ count: 1, n: 2 }, { count: 0, n: 0 })).toThrow(RangeError);
});
