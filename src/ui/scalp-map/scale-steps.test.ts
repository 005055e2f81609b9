import { expect, test } from 'vitest';
import { SCALP_ZONES } from '#domain/sessions/scalp-zones.ts';
import { stepBounds, stepOf } from './scale-steps.ts';
import { placesOf } from './zone-shapes.ts';

test('five round steps hold the largest value', () => {
  expect(stepBounds(0.124)).toEqual([0, 0.03, 0.06, 0.09, 0.12]);
  expect(stepBounds(1)).toEqual([0, 0.2, 0.4, 0.6, 0.8]);
  for (const largest of [0.001, 0.05, 0.124, 0.7, 3, 42]) {
    const bounds = stepBounds(largest);
    expect(stepOf(largest, bounds), String(largest)).toBeGreaterThanOrEqual(3);
  }
});

test('a value on a bound belongs to the step below it', () => {
  const bounds = [0, 0.03, 0.06, 0.09, 0.12];
  expect([0.01, 0.03, 0.031, 0.09, 0.121, 9].map((value) => stepOf(value, bounds))).toEqual([
    1, 1, 2, 3, 5, 5,
  ]);
});

test('as many points are drawn as were set, as far as a zone holds them apart', () => {
  for (const zone of SCALP_ZONES) {
    expect(placesOf(zone, 0)).toEqual([]);
    for (const points of [1, 17, 40]) {
      const places = placesOf(zone, points);
      expect(places, `${points} in ${zone}`).toHaveLength(points);
      expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(points);
    }
  }
});
