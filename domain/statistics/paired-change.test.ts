import { expect, test } from 'vitest';
import { seededRandom } from '#domain/demo/seeded-random.ts';
import { pairedChange } from './paired-change.ts';

const sumsOf = (differences: readonly number[]) => ({
  n: differences.length,
  sum: differences.reduce((sum, one) => sum + one, 0),
  sumOfSquares: differences.reduce((sum, one) => sum + one * one, 0),
});

test('mean, deviation and t interval of eight pairs, as SciPy 1.17.1 gives them', () => {
  const change = pairedChange(sumsOf([1.1, -0.4, 2.3, 0.8, 1.9, -1.2, 0.5, 3.1]));
  expect(change?.value).toBeCloseTo(1.0125, 10);
  expect(change?.deviation).toBeCloseTo(1.4146554350795109, 10);
  expect(change?.low).toBeCloseTo(-0.17018154062365265, 9);
  expect(change?.high).toBeCloseTo(2.1951815406236523, 9);
});

test('one pair has no interval, equal differences one of no width', () => {
  expect(pairedChange(sumsOf([4]))).toBeNull();
  expect(pairedChange(sumsOf([]))).toBeNull();
  expect(pairedChange(sumsOf([0.1, 0.1, 0.1]))).toMatchObject({ deviation: 0 });
  expect(() => pairedChange({ n: 2.5, sum: 1, sumOfSquares: 1 })).toThrow(RangeError);
  expect(() => pairedChange({ n: 3, sum: Number.NaN, sumOfSquares: 1 })).toThrow(RangeError);
});

test.each([12, 40, 400])('simulated clinics of n = %i: 95 %% holds', (n) => {
  const random = seededRandom(`paired ${n}`);
  const normal = () =>
    Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
  let held = 0;
  const repeats = 2000;
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    const change = pairedChange(sumsOf(Array.from({ length: n }, () => 3 + 8 * normal())));
    if (change && change.low <= 3 && change.high >= 3) held += 1;
  }
  expect(held / repeats).toBeGreaterThan(0.93);
  expect(held / repeats).toBeLessThan(0.97);
});
