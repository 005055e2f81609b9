import { binomialLimits } from './control-chart.ts';

/** Exact limits of chance around a share, for one number of people. */
export type FunnelLimits = {
  of: number;
  /** 95 %: by chance alone about one point in twenty lies outside. */
  inner: { low: number; high: number };
  /** 99.8 %: about one in five hundred. */
  outer: { low: number; high: number };
};

/**
 * The exact binomial limits of a funnel plot around a target share. Normal limits fail here: with
 * 8 % of 25 they reach below 0. Source: CLINICAL.md section 6, "Funnel plots" [R76].
 * @throws RangeError if n is not a whole number from 1 or the target lies outside 0–1.
 */
export const funnelLimits = (target: number, of: number): FunnelLimits => ({
  of,
  inner: binomialLimits(target, of, 0.025),
  outer: binomialLimits(target, of, 0.001),
});

/** Numbers of people from 1 to the end at which the limits are drawn, at most about so many. */
export function funnelSteps(end: number, most = 160): number[] {
  const step = Math.max(1, Math.ceil(end / most));
  const found = Array.from({ length: Math.floor(end / step) }, (_, at) => (at + 1) * step);
  return found.at(-1) === end || end < 1 ? found : [...found, end];
}
