/** A change as it is written: +1, 0, −2 (with a true minus). */
export function signedFigure(value: number): string {
  if (value === 0) return '0';
  return value > 0 ? `+${value}` : `\u2212${-value}`;
}
