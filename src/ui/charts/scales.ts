/** A share as percent, with a narrow space. */
export const percentWords = (share: number): string => `${Math.round(share * 100)}\u00a0%`;

/** The top of an axis of shares: the next of 5, 10, 20, 40, 60, 80 or 100 % that holds all. */
export function shareTop(shares: readonly number[]): number {
  const most = Math.max(0, ...shares);
  return [0.05, 0.1, 0.2, 0.4, 0.6, 0.8].find((top) => most <= top) ?? 1;
}

/** Round ticks from at or under the least to at or over the most, about four steps apart. */
export function ticksAround(least: number, most: number): number[] {
  const raw = Math.max(most - least, Number.EPSILON) / 4;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = ([1, 2, 2.5, 5].find((one) => one * power >= raw) ?? 10) * power;
  const [from, to] = [Math.floor(least / step), Math.ceil(most / step)];
  return Array.from({ length: to - from + 1 }, (_, at) => Number(((from + at) * step).toFixed(6)));
}

/** Round ticks from 0 to the end of an axis, about so many. */
export function ticksTo(end: number, about = 6): number[] {
  const raw = Math.max(end, 1) / about;
  const step = [1, 2, 4, 5, 7, 10, 12, 13, 14, 20, 26, 28, 50, 100, 200, 500].find(
    (one) => one >= raw,
  );
  const size = step ?? 1000;
  return Array.from({ length: Math.floor(end / size) + 1 }, (_, at) => at * size);
}
