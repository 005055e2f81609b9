/** The bounds of the five steps of ml per cm² over a course: round figures that hold the largest. */
export function stepBounds(largest: number): number[] {
  const rough = largest / 5;
  const size = 10 ** Math.floor(Math.log10(rough || 0.01));
  const width = [1, 2, 3, 4, 5, 10].map((times) => times * size).find((one) => one * 5 >= largest);
  return [0, 1, 2, 3, 4].map((index) => Number((index * (width ?? rough)).toPrecision(6)));
}

/** Which of the five steps a value lies in. */
export function stepOf(value: number, bounds: readonly number[]): 1 | 2 | 3 | 4 | 5 {
  const above = bounds.filter((bound) => value > bound).length;
  const steps = [1, 1, 2, 3, 4, 5] as const;
  return steps[Math.min(above, 5)] ?? 1;
}
