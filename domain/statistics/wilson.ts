/** A proportion (0–1) with the two ends of its interval (0–1). */
export type Estimate = { value: number; low: number; high: number };

/** The two-sided 95 % quantile of the normal distribution, as used for every golden value. */
export const z95 = 1.959964;

/**
 * Wilson's score interval from a proportion and a sample size that may be fractional
 * (an effective sample size). Source: CLINICAL.md section 6 (Agresti & Coull 1998).
 * @throws RangeError if p is outside 0–1 or n is not above 0.
 */
export function wilsonFromProportion(p: number, n: number, z: number = z95): Estimate {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`A proportion lies between 0 and 1, not ${p}`);
  if (!(n > 0 && Number.isFinite(n))) throw new RangeError(`A sample size is above 0, not ${n}`);
  const z2 = z * z;
  const centre = (p + z2 / (2 * n)) / (1 + z2 / n);
  const half = (z * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n))) / (1 + z2 / n);
  // At the ends the formula gives 0 and 1 exactly; floating point would miss them by 1e-17.
  const low = p === 0 ? 0 : Math.max(0, Math.min(p, centre - half));
  const high = p === 1 ? 1 : Math.min(1, Math.max(p, centre + half));
  return { value: p, low, high };
}

/**
 * The share of `count` in `n` people with Wilson's 95 % interval. Each person counts once:
 * for several sessions of one person use `designEffectWilson`.
 * @throws RangeError if n is not a whole number of at least 1, or count is not in 0–n.
 */
export function wilson(count: number, n: number, z: number = z95): Estimate {
  requireCounts(count, n);
  return wilsonFromProportion(count / n, n, z);
}

/** Refuses anything that is not "count of n", with n of at least 1. */
export function requireCounts(count: number, n: number): void {
  if (!Number.isInteger(n) || n < 1) throw new RangeError(`n is a whole number from 1, not ${n}`);
  if (!Number.isInteger(count) || count < 0 || count > n) {
    throw new RangeError(`The count is a whole number from 0 to ${n}, not ${count}`);
  }
}
