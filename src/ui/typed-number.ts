/**
 * Reads a typed number: comma or point as the decimal mark, spaces allowed. Empty is null; what is
 * not a number comes back as typed, for the schema to refuse. A comma is always a decimal mark, never a thousands mark.
 */
export function parseTypedNumber(text: string): number | string | null {
  const trimmed = text.replace(/[\s\u00a0\u202f]/g, '').replace(/^\u2212/, '-');
  if (trimmed === '') return null;
  if (!/^[+-]?(\d+([.,]\d*)?|[.,]\d+)$/.test(trimmed)) return text.trim();
  return Number(trimmed.replace(',', '.'));
}

/** Adds steps without binary leftovers: 0.1 + 0.2 is 0.3. Bounded by min and max. */
export function stepNumber(
  value: number,
  step: number,
  times: number,
  min = -Infinity,
  max = Infinity,
): number {
  const decimals = Math.max(decimalsOf(value), decimalsOf(step));
  return Math.min(max, Math.max(min, Number((value + step * times).toFixed(decimals))));
}

function decimalsOf(value: number): number {
  return String(value).split('.')[1]?.length ?? 0;
}
