/**
 * The highest rate (0–1) that could still be missed when none of `n` people had the event:
 * the exact one-sided upper limit 1 − alpha^(1/n), near 3/n. "None seen" is not "safe".
 * Source: CLINICAL.md section 6.
 * @throws RangeError if n is not a whole number of at least 1 or alpha is not within 0–1.
 */
export function exactZeroUpper(n: number, alpha = 0.05): number {
  if (!Number.isInteger(n) || n < 1) throw new RangeError(`n is a whole number from 1, not ${n}`);
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`alpha lies within 0 and 1, not ${alpha}`);
  return -Math.expm1(Math.log(alpha) / n);
}
