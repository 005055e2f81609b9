import { type Estimate, wilson, z95 } from './wilson.ts';

/** A count of n people. */
export type CountOf = { count: number; n: number };

/**
 * The difference of two independent proportions (first minus second, −1 to 1) with Newcombe's
 * hybrid score 95 % interval. It says nothing about why the groups differ.
 * Source: CLINICAL.md section 6.
 * @throws RangeError on counts that are not "count of n".
 */
export function newcombeDifference(first: CountOf, second: CountOf, z: number = z95): Estimate {
  const a = wilson(first.count, first.n, z);
  const b = wilson(second.count, second.n, z);
  const value = a.value - b.value;
  return {
    value,
    low: value - Math.hypot(a.value - a.low, b.high - b.value),
    high: value + Math.hypot(a.high - a.value, b.value - b.low),
  };
}
