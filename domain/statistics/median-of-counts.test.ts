import fc from 'fast-check';
import { expect, test } from 'vitest';
import { medianOfCounts } from './median-of-counts.ts';

test('the middle one, or the mean of the two in the middle', () => {
  expect(
    medianOfCounts([
      { value: 3, count: 2 },
      { value: 1, count: 1 },
    ]),
  ).toBe(3);
  expect(
    medianOfCounts([
      { value: 3, count: 1 },
      { value: 8, count: 1 },
    ]),
  ).toBe(5.5);
  expect(medianOfCounts([])).toBeNull();
  expect(() => medianOfCounts([{ value: 1, count: -1 }])).toThrow(RangeError);
});

test('it is the median of the values written out', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1 }), (values) => {
      const sorted = values.toSorted((a, b) => a - b);
      const at = (place: number) => sorted[place] ?? Number.NaN;
      const middle =
        (at(Math.floor((sorted.length - 1) / 2)) + at(Math.floor(sorted.length / 2))) / 2;
      expect(medianOfCounts(values.map((value) => ({ value, count: 1 })))).toBe(middle);
    }),
  );
});
