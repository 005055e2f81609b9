import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exactZeroUpper } from './exact-zero-upper.ts';

test('golden values: none of 60 is up to 0.0487; none of 40 is up to 7.2 %', () => {
  expect(exactZeroUpper(60).toFixed(4)).toBe('0.0487');
  expect(exactZeroUpper(40).toFixed(3)).toBe('0.072');
  expect(exactZeroUpper(1)).toBeCloseTo(0.95, 14);
});

test('at the limit, seeing nobody has a chance of exactly 5 %, and 3/n is an upper bound', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), (n) => {
      const upper = exactZeroUpper(n);
      expect((1 - upper) ** n).toBeCloseTo(0.05, 8);
      expect(upper).toBeLessThan(3 / n);
    }),
  );
});

test.each([0, -1, 2.5, Number.NaN])('n = %d is refused', (n) => {
  expect(() => exactZeroUpper(n)).toThrow(RangeError);
});

test('alpha outside 0–1 is refused', () => {
  expect(() => exactZeroUpper(10, 0)).toThrow(RangeError);
  expect(() => exactZeroUpper(10, 1)).toThrow(RangeError);
});
