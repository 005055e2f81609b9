import { logGamma } from './student-t.ts';

/** One week (or other piece) of a run: how many, of how many. */
export type RunCount = { count: number; of: number };

/** What about a point asks to be looked into. Source: CLINICAL.md section 6 [R77]. */
export const RUN_SIGNALS = ['outside', 'one_side', 'trend', 'near_limits'] as const;
/** One signal. */
export type RunSignal = (typeof RUN_SIGNALS)[number];

export type ControlPoint = RunCount & {
  /** 0–1; null where nothing was counted. */
  share: number | null;
  /** Null below twelve points, or where nothing was counted. */
  limits: { low: number; high: number } | null;
  signals: RunSignal[];
};

export type ControlChart = { centre: number | null; points: ControlPoint[] };

/** Points from which limits are drawn. */
export const LEAST_POINTS = 12;
/** Points on one side, or rising or falling, that make a signal. */
const RUN_LENGTH = 7;

/**
 * The exact binomial limits of a share of n when the true one is p: the smallest and largest share
 * that leave at most 0.1 % below and above (99.8 % together). Normal limits would fall below 0 with
 * few of many. Source: CLINICAL.md section 6, "Funnel plots" and "SPC".
 * @throws RangeError if n is not a whole number from 1 or p is outside 0–1.
 */
export function binomialLimits(p: number, n: number, tail = 0.001): { low: number; high: number } {
  if (!Number.isInteger(n) || n < 1) throw new RangeError(`n is a whole number from 1, not ${n}`);
  if (!(p >= 0 && p <= 1)) throw new RangeError(`A proportion lies between 0 and 1, not ${p}`);
  if (p === 0 || p === 1) return { low: p, high: p };
  const chance = (k: number) =>
    Math.exp(
      logGamma(n + 1) -
        logGamma(k + 1) -
        logGamma(n - k + 1) +
        k * Math.log(p) +
        (n - k) * Math.log1p(-p),
    );
  let low = 0;
  for (let below = chance(0); below <= tail; below += chance(low)) low += 1;
  let high = n;
  for (let above = chance(n); above <= tail; above += chance(high)) high -= 1;
  return { low: low / n, high: high / n };
}

/** Whether the last `RUN_LENGTH` of the values up to `at` satisfy a rule between neighbours. */
function isRun(
  values: readonly number[],
  at: number,
  length: number,
  holds: (value: number, before: number | undefined) => boolean,
): boolean {
  if (at < length - 1) return false;
  for (let index = at - length + 1; index <= at; index += 1) {
    const value = values[index];
    if (value === undefined || !holds(value, values[index - 1])) return false;
  }
  return true;
}

/**
 * A p-chart: shares in order, their average, exact binomial limits (from twelve points on), and
 * the four rules: outside the limits; seven on one side of the average; seven rising or falling;
 * two of three in the outer third on the same side. A signal says "look into it", not why.
 * Source: CLINICAL.md section 6, "SPC" [R77].
 * @throws RangeError on counts that are not "count of n".
 */
export function controlChart(counts: readonly RunCount[]): ControlChart {
  for (const { count, of } of counts)
    if (!Number.isInteger(count) || !Number.isInteger(of) || count < 0 || count > of)
      throw new RangeError(`Not a count: ${count} of ${of}`);
  const total = counts.reduce((sum, { of }) => sum + of, 0);
  if (total === 0)
    return {
      centre: null,
      points: counts.map((one) => ({ ...one, share: null, limits: null, signals: [] })),
    };
  const centre = counts.reduce((sum, { count }) => sum + count, 0) / total;
  const counted = counts.filter(({ of }) => of > 0);
  const hasLimits = counted.length >= LEAST_POINTS;
  const shares = counted.map(({ count, of }) => count / of);
  const limits = counted.map(({ of }) => (hasLimits ? binomialLimits(centre, of) : null));
  const outer = counted.map((_, at) => outerThird(shares[at], limits[at] ?? null, centre));
  let place = -1;
  const points = counts.map((one): ControlPoint => {
    if (one.of === 0) return { ...one, share: null, limits: null, signals: [] };
    place += 1;
    const limit = limits[place] ?? null;
    const signals = hasLimits ? signalsAt(place, shares, limit, outer, centre) : [];
    return { ...one, share: shares[place] ?? null, limits: limit, signals };
  });
  return { centre, points };
}

/** +1 or −1 in the outer third of the way from the average to a limit, else 0. */
function outerThird(
  share: number | undefined,
  limits: { low: number; high: number } | null,
  centre: number,
): number {
  if (share === undefined || limits === null) return 0;
  if (share > centre + (2 / 3) * (limits.high - centre)) return 1;
  return share < centre - (2 / 3) * (centre - limits.low) ? -1 : 0;
}

function signalsAt(
  at: number,
  shares: readonly number[],
  limits: { low: number; high: number } | null,
  outer: readonly number[],
  centre: number,
): RunSignal[] {
  const share = shares[at] ?? centre;
  const found: RunSignal[] = [];
  if (limits !== null && (share < limits.low || share > limits.high)) found.push('outside');
  if (
    isRun(shares, at, RUN_LENGTH, (value) => value > centre) ||
    isRun(shares, at, RUN_LENGTH, (value) => value < centre)
  )
    found.push('one_side');
  if (
    isRun(shares, at, RUN_LENGTH, (value, before) => before !== undefined && value > before) ||
    isRun(shares, at, RUN_LENGTH, (value, before) => before !== undefined && value < before)
  )
    found.push('trend');
  const side = outer[at] ?? 0;
  const near = outer.slice(Math.max(0, at - 2), at + 1).filter((one) => one === side).length;
  if (side !== 0 && near >= 2) found.push('near_limits');
  return found;
}
