/** Counts below this are hidden in whatever leaves the clinic. Source: CLINICAL.md section 6. */
export const SMALL_CELL = 5;

/** A table of counts with its sums; null is a hidden number. */
export type SuppressedTable = {
  cells: (number | null)[][];
  rowTotals: (number | null)[];
  columnTotals: (number | null)[];
  total: number | null;
};

type Place = { row: number; column: number };
type Line = Place[];

/**
 * Hides every count below `threshold`, sums included, and as many others as it takes that none
 * can be worked out from the sums (secondary suppression). In each row and column what is hidden
 * is never one number alone, never adds up to less than the threshold where the sum is shown, and
 * no hidden number follows from all sums together (that counts are not negative may narrow it).
 * @throws RangeError if rows differ in length or a count is not a whole number from 0.
 */
export function suppressSmallCells(
  counts: readonly (readonly number[])[],
  threshold: number = SMALL_CELL,
): SuppressedTable {
  const full = withTotals(counts);
  const hidden = full.map((row) => row.map((count) => count < threshold));
  const lines = linesOf(full);

  for (;;) {
    const weak = lines.find((line) => isWeak(line, full, hidden, threshold));
    const place = weak
      ? nextToHide(weak, full, hidden)
      : nextAcross(determinedPlaces(full, hidden), full, hidden);
    if (!place) break;
    hide(hidden, place);
  }

  const shown = full.map((row, r) => row.map((count, c) => (hidden[r]?.[c] ? null : count)));
  const bottom = shown.at(-1) ?? [];
  return {
    cells: shown.slice(0, -1).map((row) => row.slice(0, -1)),
    rowTotals: shown.slice(0, -1).map((row) => row.at(-1) ?? null),
    columnTotals: bottom.slice(0, -1),
    total: bottom.at(-1) ?? null,
  };
}

function withTotals(counts: readonly (readonly number[])[]): number[][] {
  const width = counts[0]?.length ?? 0;
  for (const row of counts) {
    if (row.length !== width) throw new RangeError('Every row has as many counts');
    for (const count of row) {
      if (!Number.isInteger(count) || count < 0) throw new RangeError(`Not a count: ${count}`);
    }
  }
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const rows = counts.map((row) => [...row, sum(row)]);
  const bottom = Array.from({ length: width + 1 }, (_, c) => sum(rows.map((row) => row[c] ?? 0)));
  return [...rows, bottom];
}

/** All rows and columns, each with its sum as the last place. */
function linesOf(full: readonly number[][]): Line[] {
  const width = full[0]?.length ?? 0;
  const rows = full.map((cells, row) => cells.map((_, column) => ({ row, column })));
  const columns = Array.from({ length: width }, (_, column) =>
    full.map((_cells, row) => ({ row, column })),
  );
  return [...rows, ...columns];
}

type Grid<T> = readonly (readonly T[])[];
const isHidden = (hidden: Grid<boolean>, { row, column }: Place) => hidden[row]?.[column] === true;
const countAt = (full: Grid<number>, { row, column }: Place) => full[row]?.[column] ?? 0;

function hide(hidden: boolean[][], { row, column }: Place): void {
  const line = hidden[row];
  if (line) line[column] = true;
}

function isWeak(line: Line, full: Grid<number>, hidden: Grid<boolean>, threshold: number) {
  const gone = line.filter((place) => isHidden(hidden, place));
  if (gone.length === 0) return false;
  if (gone.length === 1) return line.length > 1;
  const sumPlace = line.at(-1);
  if (!sumPlace || isHidden(hidden, sumPlace)) return false;
  return gone.reduce((sum, place) => sum + countAt(full, place), 0) < threshold;
}

/** The smallest number still shown in the line, a cell before its sum. */
function nextToHide(line: Line, full: Grid<number>, hidden: Grid<boolean>): Place | undefined {
  const shown = line.filter((place) => !isHidden(hidden, place));
  const cells = shown.filter((place) => place !== line.at(-1));
  return (cells.length > 0 ? cells : shown).toSorted(
    (a, b) => countAt(full, a) - countAt(full, b),
  )[0];
}

/** The next to hide in the row or column of a number that could be worked out. */
function nextAcross(
  determined: readonly Place[],
  full: Grid<number>,
  hidden: Grid<boolean>,
): Place | undefined {
  const lines = linesOf(full.map((row) => [...row]));
  for (const { row, column } of determined) {
    for (const line of lines) {
      if (!line.some((place) => place.row === row && place.column === column)) continue;
      const place = nextToHide(line, full, hidden);
      if (place) return place;
    }
  }
  return undefined;
}

/** Hidden places whose number follows from all sums together: solved by elimination. */
function determinedPlaces(full: Grid<number>, hidden: Grid<boolean>): Place[] {
  const lines = linesOf(full.map((row) => [...row]));
  const places = lines
    .slice(0, full.length)
    .flat()
    .filter((place) => isHidden(hidden, place));
  const equations = lines.map((line) =>
    places.map(({ row, column }) => {
      const at = line.findIndex((place) => place.row === row && place.column === column);
      if (at === -1) return 0;
      return at === line.length - 1 ? -1 : 1;
    }),
  );
  return reduce(equations)
    .map((equation) => equation.flatMap((factor, index) => (isZero(factor) ? [] : [index])))
    .filter((unknowns) => unknowns.length === 1)
    .flatMap(([index]) => places[index ?? -1] ?? []);
}

const isZero = (value: number) => Math.abs(value) < 1e-9;

/** Gauss-Jordan elimination to reduced row echelon form. */
function reduce(equations: readonly number[][]): number[][] {
  const rows = equations.map((row) => [...row]);
  const width = rows[0]?.length ?? 0;
  let lead = 0;
  for (let column = 0; column < width && lead < rows.length; column += 1) {
    const found = rows.findIndex((row, index) => index >= lead && !isZero(row[column] ?? 0));
    const pivot = rows[found];
    const swapped = rows[lead];
    if (!pivot || !swapped) continue;
    const factor = pivot[column] ?? 1;
    const unit = pivot.map((value) => value / factor);
    rows[found] = swapped;
    rows[lead] = unit;
    for (const [index, row] of rows.entries()) {
      const times = row[column] ?? 0;
      if (index === lead || isZero(times)) continue;
      rows[index] = row.map((value, at) => value - times * (unit[at] ?? 0));
    }
    lead += 1;
  }
  return rows;
}
