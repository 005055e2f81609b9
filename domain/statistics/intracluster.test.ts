import { expect, test } from 'vitest';
import { seededRandom } from '#domain/demo/seeded-random.ts';
import { clusteredWilson, type ClusterSums, intraclusterCorrelation } from './intracluster.ts';
import { wilson } from './wilson.ts';

/** Sums over people, each [units, events]. */
const sumsOf = (people: readonly (readonly [number, number])[]): ClusterSums => ({
  clusters: people.length,
  units: people.reduce((sum, [units]) => sum + units, 0),
  events: people.reduce((sum, [, events]) => sum + events, 0),
  unitsSquared: people.reduce((sum, [units]) => sum + units ** 2, 0),
  eventsSquaredPerUnit: people.reduce((sum, [units, events]) => sum + events ** 2 / units, 0),
});

test('the correlation is that of a one-way analysis of variance of the raw values', () => {
  const people = [
    [3, 1],
    [5, 0],
    [4, 4],
    [2, 1],
    [6, 2],
  ] as const;
  // NumPy: mean squares of the 20 zeros and ones between and within the five people.
  expect(intraclusterCorrelation(sumsOf(people))).toBeCloseTo(0.38735177865612647, 10);
});

test('it cannot be told of one person, of one unit each, or of units all alike', () => {
  expect(intraclusterCorrelation(sumsOf([[9, 4]]))).toBeNull();
  expect(
    intraclusterCorrelation(
      sumsOf([
        [1, 1],
        [1, 0],
      ]),
    ),
  ).toBeNull();
  for (const events of [0, 4])
    expect(
      intraclusterCorrelation(
        sumsOf([
          [4, events],
          [4, events],
        ]),
      ),
    ).toBeNull();
});

test('people who are all or nothing count once; people who differ within count by session', () => {
  const alike = sumsOf(Array.from({ length: 40 }, (_, at) => [5, at < 8 ? 5 : 0] as const));
  expect(clusteredWilson(alike)).toMatchObject({ icc: 1, designEffect: 5, effectiveN: 40 });
  const spread = sumsOf(Array.from({ length: 40 }, () => [5, 1] as const));
  const { icc, low, high } = clusteredWilson(spread);
  expect(icc).toBe(0);
  const plain = wilson(40, 200);
  expect(high - low).toBeLessThan((plain.high - plain.low) * 1.05);
});

test('where the correlation cannot be told, each person counts as one unit', () => {
  const none = clusteredWilson(sumsOf(Array.from({ length: 20 }, () => [6, 0] as const)));
  expect(none).toMatchObject({ icc: null, effectiveN: 20, low: 0 });
  expect(none.high).toBeGreaterThan(wilson(0, 120).high);
});

test('sums that do not belong together are refused', () => {
  expect(() => clusteredWilson({ ...sumsOf([[4, 2]]), events: 5 })).toThrow(RangeError);
  expect(() => clusteredWilson({ ...sumsOf([[4, 2]]), clusters: 9 })).toThrow(RangeError);
});

test.each([12, 40, 400])(
  'simulated clinics of %i people with few to many sessions each: 95 %% holds on average',
  (people) => {
    const random = seededRandom(`clusters ${people}`);
    const shares = [0.1, 0.3, 0.5].map((truth) => {
      let held = 0;
      const repeats = 800;
      for (let repeat = 0; repeat < repeats; repeat += 1) {
        const made = Array.from({ length: people }, () => {
          // One in four people is alike in all sessions: a correlation of about a quarter.
          const isAlike = random.chance(0.25);
          const same = random.chance(truth);
          const units = random.int(3, 6);
          let events = 0;
          for (let unit = 0; unit < units; unit += 1)
            if (isAlike ? same : random.chance(truth)) events += 1;
          return [units, events] as const;
        });
        const { low, high } = clusteredWilson(sumsOf(made));
        if (low <= truth && truth <= high) held += 1;
      }
      return held / repeats;
    });
    const average = shares.reduce((sum, one) => sum + one, 0) / shares.length;
    expect(average).toBeGreaterThan(0.93);
    expect(average).toBeLessThan(0.97);
  },
  30_000,
);
