import { expect, test } from 'vitest';
import { incompleteBeta, logGamma, studentCdf, studentQuantile } from './student-t.ts';

// Golden values from SciPy 1.17.1.
test.each([
  [0.975, 1, 12.706204736174694],
  [0.975, 2, 4.302652729749462],
  [0.975, 11, 2.200985160091639],
  [0.975, 39, 2.022690920036761],
  [0.975, 399, 1.965927295920882],
  [0.995, 4, 4.604094871349992],
  [0.6, 7, 0.2631668613520229],
  [0.025, 5, -2.5705818356363155],
])('t(%d; %d) = %d', (p, df, t) => {
  expect(studentQuantile(p, df)).toBeCloseTo(t, 9);
  expect(studentCdf(t, df)).toBeCloseTo(p, 10);
});

test('the incomplete beta function and the gamma function meet their golden values', () => {
  expect(incompleteBeta(0.3, 2, 5)).toBeCloseTo(0.5798250000000003, 12);
  expect(incompleteBeta(0.9, 0.5, 0.5)).toBeCloseTo(0.7951672353008665, 12);
  expect(incompleteBeta(0.02, 10, 0.5)).toBeCloseTo(1.8208892155499843e-18, 26);
  expect(logGamma(5)).toBeCloseTo(Math.log(24), 12);
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 12);
  expect([incompleteBeta(0, 2, 3), incompleteBeta(1, 2, 3)]).toEqual([0, 1]);
});

test('what is no share and no degree of freedom is refused', () => {
  for (const p of [0, 1, Number.NaN]) expect(() => studentQuantile(p, 3)).toThrow(RangeError);
  expect(() => studentQuantile(0.9, 0)).toThrow(RangeError);
});
