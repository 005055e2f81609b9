import { expect, test } from 'vitest';
import { wilson } from './wilson.ts';

/** Mulberry32: a small seeded generator, so that a failure can be repeated. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const grid = Array.from({ length: 99 }, (_, index) => (index + 1) / 100);
const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const covers = (count: number, n: number, truth: number) => {
  const { low, high } = wilson(count, n);
  return low <= truth && truth <= high;
};

test.each([12, 40, 400])('simulated clinics of n = %i: 95 % holds on average', (n) => {
  const random = seededRandom(20_250_722);
  const shares = grid.map((truth) => {
    const repeats = 300;
    let held = 0;
    for (let repeat = 0; repeat < repeats; repeat += 1) {
      let count = 0;
      for (let person = 0; person < n; person += 1) if (random() < truth) count += 1;
      if (covers(count, n, truth)) held += 1;
    }
    return held / repeats;
  });
  expect(mean(shares)).toBeGreaterThan(0.93);
  expect(mean(shares)).toBeLessThan(0.97);
});

/** Coverage without simulation: the binomial probabilities of all counts that cover the truth. */
function exactCoverage(n: number, truth: number): number {
  let logChoose = 0;
  let coverage = 0;
  for (let count = 0; count <= n; count += 1) {
    if (count > 0) logChoose += Math.log(n - count + 1) - Math.log(count);
    const log = logChoose + count * Math.log(truth) + (n - count) * Math.log(1 - truth);
    if (covers(count, n, truth)) coverage += Math.exp(log);
  }
  return coverage;
}

test.each([12, 40, 400])('exact coverage at n = %i: 94–97 % on average over the grid', (n) => {
  const average = mean(grid.map((truth) => exactCoverage(n, truth)));
  expect(average).toBeGreaterThan(0.94);
  expect(average).toBeLessThan(0.97);
});

test('at single true rates it dips below 95 %, most near 0 and 1', () => {
  const worst = (n: number, from: number, to: number) =>
    Math.min(...grid.filter((p) => p >= from && p <= to).map((p) => exactCoverage(n, p)));
  expect(worst(12, 0.01, 0.99)).toBeLessThan(0.9);
  expect(worst(12, 0.01, 0.99)).toBeGreaterThan(0.83);
  for (const n of [12, 40, 400]) expect(worst(n, 0.2, 0.8)).toBeGreaterThan(0.91);
});
