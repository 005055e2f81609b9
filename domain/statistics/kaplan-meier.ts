import { z95 } from './wilson.ts';

/** One person or event: how long it was watched (any unit, ≥ 0) and whether it happened then. */
export type Observation = { time: number; event: boolean };

export type SurvivalPoint = {
  time: number;
  /** Watched until just before this time. */
  atRisk: number;
  events: number;
  censored: number;
  /** Share for whom it has not happened yet, 0–1. */
  survival: number;
  /** Log-log 95 % interval; null before the first event and once survival is 0. */
  interval: { low: number; high: number } | null;
};

/**
 * The Kaplan-Meier curve: one point per distinct time, in order. Someone censored at the time of
 * an event still counts as at risk for it. Source: CLINICAL.md section 6.
 * @throws RangeError if a time is negative or not finite.
 */
export function kaplanMeier(
  observations: readonly Observation[],
  z: number = z95,
): SurvivalPoint[] {
  const counts = new Map<number, { events: number; censored: number }>();
  for (const { time, event } of observations) {
    if (!(time >= 0 && Number.isFinite(time))) {
      throw new RangeError(`A time is a number from 0, not ${time}`);
    }
    const at = counts.get(time) ?? { events: 0, censored: 0 };
    if (event) at.events += 1;
    else at.censored += 1;
    counts.set(time, at);
  }

  let atRisk = observations.length;
  let survival = 1;
  let greenwood = 0;
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([time, { events, censored }]) => {
      survival *= 1 - events / atRisk;
      // Once everybody had the event this is infinite, and logLogInterval answers null.
      greenwood += events === 0 ? 0 : events / (atRisk * (atRisk - events));
      const interval = logLogInterval(survival, greenwood, z);
      const point = { time, atRisk, events, censored, survival, interval };
      atRisk -= events + censored;
      return point;
    });
}

function logLogInterval(survival: number, greenwood: number, z: number) {
  if (survival <= 0 || survival >= 1) return null;
  const logSurvival = Math.log(survival);
  const spread = (z * Math.sqrt(greenwood)) / Math.abs(logSurvival);
  return { low: survival ** Math.exp(spread), high: survival ** Math.exp(-spread) };
}

/** The first time at which survival is half or less; null if the curve never gets there. */
export function medianTime(curve: readonly SurvivalPoint[]): number | null {
  // Products of fractions such as 2/3 × 3/4 may miss one half by a rounding error.
  return curve.find(({ survival }) => survival <= 0.5 + 1e-12)?.time ?? null;
}

/** Survival just after a time: the curve is a step that holds until the next point. */
export function survivalAt(curve: readonly SurvivalPoint[], time: number): number {
  return curve.findLast((point) => point.time <= time)?.survival ?? 1;
}
