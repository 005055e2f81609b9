import { type Estimate, requireCounts, wilsonFromProportion, z95 } from './wilson.ts';

export type Clustering = {
  /** How alike two sessions of one person are: intracluster correlation, 0–1. */
  icc: number;
  /** Mean sessions per person, at least 1. */
  meanClusterSize: number;
};

export type ClusteredEstimate = Estimate & {
  designEffect: number;
  effectiveN: number;
};

/**
 * Wilson's 95 % interval for a share of sessions, widened because sessions of one person are
 * alike: design effect 1 + (m̄ − 1) × icc, effective n = n ÷ design effect.
 * Plain Wilson on sessions is too narrow. Source: CLINICAL.md section 6 [R75].
 * @throws RangeError on counts that are not "count of n", icc outside 0–1 or a mean below 1.
 */
export function designEffectWilson(
  count: number,
  n: number,
  { icc, meanClusterSize }: Clustering,
  z: number = z95,
): ClusteredEstimate {
  requireCounts(count, n);
  if (!(icc >= 0 && icc <= 1)) throw new RangeError(`icc lies between 0 and 1, not ${icc}`);
  if (!(meanClusterSize >= 1 && Number.isFinite(meanClusterSize))) {
    throw new RangeError(`The mean cluster size is at least 1, not ${meanClusterSize}`);
  }
  const designEffect = 1 + (meanClusterSize - 1) * icc;
  const effectiveN = n / designEffect;
  return { ...wilsonFromProportion(count / n, effectiveN, z), designEffect, effectiveN };
}
