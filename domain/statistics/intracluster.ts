import { type Estimate, requireCounts, wilsonFromProportion, z95 } from './wilson.ts';
import { studentQuantile } from './student-t.ts';

/** Sums over clusters (people) of a yes-or-no fact of their units (sessions, gaps). */
export type ClusterSums = {
  /** People with at least one unit. */
  clusters: number;
  /** Units in all. */
  units: number;
  /** Units with the fact. */
  events: number;
  /** Σ units² over people. */
  unitsSquared: number;
  /** Σ events² ÷ units over people. */
  eventsSquaredPerUnit: number;
};

/**
 * How alike the units of one person are (0–1): the analysis-of-variance estimator of the
 * intracluster correlation, kept within 0–1. Null where it cannot be told: fewer than two people,
 * nobody with two units, or all units alike.
 * Source: CLINICAL.md section 6, "AE per session" (Saha [R75]).
 */
export function intraclusterCorrelation(sums: ClusterSums): number | null {
  const { clusters, units, events, unitsSquared, eventsSquaredPerUnit } = sums;
  if (clusters < 2 || units <= clusters || events === 0 || events === units) return null;
  const between = (eventsSquaredPerUnit - events ** 2 / units) / (clusters - 1);
  const within = (events - eventsSquaredPerUnit) / (units - clusters);
  const size = (units - unitsSquared / units) / (clusters - 1);
  const total = between + (size - 1) * within;
  if (total <= 0) return 0;
  return Math.min(1, Math.max(0, (between - within) / total));
}

export type ClusterShare = Estimate & {
  /** Null where it could not be told; then each person counts as one unit. */
  icc: number | null;
  designEffect: number;
  effectiveN: number;
};

/**
 * The share of units (sessions, gaps) with a fact, its 95 % interval widened because the units of
 * one person are alike: the design effect is 1 + (m − 1) × icc with m = Σ units² ÷ units, so that
 * people with many units weigh as they do in the share. The quantile is Student's with one degree
 * of freedom per person but one, as the correlation is estimated. Where it cannot be, each person
 * counts as one unit. Source: CLINICAL.md section 6 [R75].
 * @throws RangeError on counts that are not "events of units", or no people.
 */
export function clusteredWilson(sums: ClusterSums): ClusterShare {
  const { clusters, units, events, unitsSquared } = sums;
  requireCounts(events, units);
  if (clusters < 1 || clusters > units) throw new RangeError(`Not ${clusters} people of ${units}`);
  const icc = intraclusterCorrelation(sums);
  const designEffect =
    icc === null ? units / clusters : 1 + (Math.max(1, unitsSquared / units) - 1) * icc;
  const effectiveN = units / designEffect;
  const z = clusters > 1 ? studentQuantile(0.975, clusters - 1) : z95;
  return { ...wilsonFromProportion(events / units, effectiveN, z), icc, designEffect, effectiveN };
}
