import { studentQuantile } from './student-t.ts';
import type { Estimate } from './wilson.ts';

/** What SQL gives of paired differences: how many, their sum and the sum of their squares. */
export type PairedSums = { n: number; sum: number; sumOfSquares: number };

export type PairedChange = Estimate & {
  n: number;
  /** Standard deviation of the differences. */
  deviation: number;
};

/**
 * The mean of paired differences (later minus baseline, in the measure's unit) with its 95 %
 * t interval. It says nothing about why people changed: who starts when worst gets better anyway.
 * Null below two pairs. Source: CLINICAL.md section 6, "Change from baseline" [R74].
 * @throws RangeError if n is not a whole number or a sum is not finite.
 */
export function pairedChange(
  { n, sum, sumOfSquares }: PairedSums,
  level = 0.95,
): PairedChange | null {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`n is a whole number from 0, not ${n}`);
  if (!Number.isFinite(sum) || !Number.isFinite(sumOfSquares))
    throw new RangeError('Sums are finite numbers.');
  if (n < 2) return null;
  const value = sum / n;
  // Equal differences may leave a sum of squares a rounding error below zero.
  const variance = Math.max(0, (sumOfSquares - sum * value) / (n - 1));
  const deviation = Math.sqrt(variance);
  const half = studentQuantile(1 - (1 - level) / 2, n - 1) * Math.sqrt(variance / n);
  return { value, low: value - half, high: value + half, n, deviation };
}
