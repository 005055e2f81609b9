/** A value and how many had it. */
export type ValueCount = { value: number; count: number };

/**
 * The median of counted values: the middle one, or the mean of the two middle ones. Null of none.
 * @throws RangeError if a count is not a whole number from 0.
 */
export function medianOfCounts(counts: readonly ValueCount[]): number | null {
  const ordered = counts.toSorted((a, b) => a.value - b.value);
  const total = ordered.reduce((sum, { count }) => {
    if (!Number.isInteger(count) || count < 0) throw new RangeError(`Not a count: ${count}`);
    return sum + count;
  }, 0);
  if (total === 0) return null;
  const at = (place: number): number => {
    let seen = 0;
    for (const { value, count } of ordered) {
      seen += count;
      if (seen > place) return value;
    }
    throw new RangeError('The place lies within the total.');
  };
  return (at(Math.floor((total - 1) / 2)) + at(Math.floor(total / 2))) / 2;
}
