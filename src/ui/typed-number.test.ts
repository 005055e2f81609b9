import { expect, test } from 'vitest';

import { parseTypedNumber, stepNumber } from './typed-number.ts';

test.each([
  ['', null],
  ['  ', null],
  ['2', 2],
  ['2,5', 2.5],
  ['2.50', 2.5],
  [',5', 0.5],
  ['1 250', 1250],
  ['−3', -3],
  ['2.', 2],
])('%j is %j', (typed, value) => {
  expect(parseTypedNumber(typed)).toBe(value);
});

test.each(['two', '1.2.3', '1,234.5', '2 mg', '-', '1e3'])(
  '%j is kept for the schema to refuse',
  (typed) => {
    expect(parseTypedNumber(typed)).toBe(typed);
  },
);

test('steps leave no binary remainder and stay in bounds', () => {
  expect(stepNumber(0.1, 0.1, 2)).toBe(0.3);
  expect(stepNumber(0.05, 0.05, -1, 0)).toBe(0);
  expect(stepNumber(0, 1, -1, 0, 10)).toBe(0);
  expect(stepNumber(10, 1, 1, 0, 10)).toBe(10);
});
