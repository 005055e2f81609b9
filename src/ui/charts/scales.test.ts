import { expect, test } from 'vitest';
import { ticksAround } from './scales.ts';

test.each([
  [0, 2.7, [0, 1, 2, 3]],
  [0, 1, [0, 0.25, 0.5, 0.75, 1]],
  [0, 160, [0, 50, 100, 150, 200]],
  [-3, 3, [-4, -2, 0, 2, 4]],
  [0, 0.3, [0, 0.1, 0.2, 0.3]],
])('ticks around %s to %s are round and hold both', (least, most, ticks) => {
  expect(ticksAround(least, most)).toStrictEqual(ticks);
});
