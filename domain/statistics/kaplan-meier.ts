import { z95 } from './wilson.ts';

/** One person or event: how long it was watched (any unit, ≥ 0) and whether it happened then. */
export type Observation = { time: number; event: boolean };

/** How many had the event at a time, and how many were last heard of then without it. */
export type TimeCount = { time: number; events: number; censored: number };

export type SurvivalPoint = TimeCount & {
  /** Watched until just before this time. */
  atRisk: number;
  /** Share for whom it has not happened yet, 0–1. */
  survival: number;
  /** Log-log 95 % interval; null before the first event and once survival is 0. */
  interval: { low: number; high: number } | null;
};

/** The counts by time, in order, of observations that come one by one. */
function countTimes(observations: readonly Observation[]): TimeCount[] {
  const counts = new Map<number, TimeCount>();
  for (const { time, event } of observations) {
    const at = counts.get(time) ?? { time, events: 0, censored: 0 };
    if (event) at.events += 1;
    else at.censored += 1;
    counts.set(time, at);
  }
  return [...counts.values()];
}

/**
 * The Kaplan-Meier curve: one point per distinct time, in order. Someone censored at the time of
 * an event still counts as at risk for it. Source: CLINICAL.md section 6.
 * @throws RangeError if a time is negative or not finite.
 */
export const kaplanMeier = (
  observations: readonly Observation[],
  z: number = z95,
): SurvivalPoint[] => kaplanMeierOfCounts(countTimes(observations), { z });

/**
 * The same curve from counts by time, as SQL gives them; several of one time are added up.
 * `designEffect` (at least 1) widens the interval where one person gives several events: Greenwood's
 * variance is multiplied by it.
 * @throws RangeError if a time is negative or not finite, or a count is not a whole number from 0.
 */
export function kaplanMeierOfCounts(
  counts: readonly TimeCount[],
  { z = z95, designEffect = 1 }: { z?: number; designEffect?: number } = {},
): SurvivalPoint[] {
  const merged = mergeTimes(counts);
  let atRisk = merged.reduce((sum, { events, censored }) => sum + events + censored, 0);
  let survival = 1;
  let greenwood = 0;
  return merged.map(({ time, events, censored }) => {
    survival *= 1 - events / atRisk;
    // Once everybody had the event this is infinite, and logLogInterval answers null.
    greenwood += events === 0 ? 0 : events / (atRisk * (atRisk - events));
    const interval = logLogInterval(survival, greenwood * designEffect, z);
    const point = { time, atRisk, events, censored, survival, interval };
    atRisk -= events + censored;
    return point;
  });
}

function mergeTimes(counts: readonly TimeCount[]): TimeCount[] {
  const merged = new Map<number, TimeCount>();
  for (const { time, events, censored } of counts) {
    if (!(time >= 0 && Number.isFinite(time))) {
      throw new RangeError(`A time is a number from 0, not ${time}`);
    }
    for (const count of [events, censored])
      if (!Number.isInteger(count) || count < 0) throw new RangeError(`Not a count: ${count}`);
    const known = merged.get(time);
    merged.set(time, {
      time,
      events: events + (known?.events ?? 0),
      censored: censored + (known?.censored ?? 0),
    });
  }
  return [...merged.values()]
    .filter(({ events, censored }) => events + censored > 0)
    .toSorted((a, b) => a.time - b.time);
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

/** How many were still watched just before a time. */
export function atRiskAt(curve: readonly SurvivalPoint[], time: number): number {
  return curve.find((point) => point.time >= time)?.atRisk ?? 0;
}

/** Counts by time where some of the censored dropped out without an answer. */
export type DropOutCount = TimeCount & { droppedOut: number };

/**
 * Between which curves the truth lies when those who dropped out may differ from those who stayed:
 * at best each of them had the event just then, at worst none ever has it (they stay watched to the
 * end). `droppedOut` is part of `censored`. Source: CLINICAL.md section 6, "Time to first noticing".
 * @throws RangeError as `kaplanMeierOfCounts`, or if more dropped out than were censored.
 */
export function boundCurves(counts: readonly DropOutCount[]): {
  best: SurvivalPoint[];
  worst: SurvivalPoint[];
} {
  for (const { droppedOut, censored } of counts)
    if (droppedOut > censored) throw new RangeError('Who dropped out is among the censored.');
  const end = Math.max(0, ...counts.map(({ time }) => time));
  const gone = counts.reduce((sum, { droppedOut }) => sum + droppedOut, 0);
  const stayed = (one: DropOutCount) => one.censored - one.droppedOut;
  return {
    best: kaplanMeierOfCounts(
      counts.map((one) => ({
        time: one.time,
        events: one.events + one.droppedOut,
        censored: stayed(one),
      })),
    ),
    worst: kaplanMeierOfCounts([
      ...counts.map((one) => ({ time: one.time, events: one.events, censored: stayed(one) })),
      { time: end, events: 0, censored: gone },
    ]),
  };
}
