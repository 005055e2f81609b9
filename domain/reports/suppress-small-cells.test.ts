import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exportResponders } from './export-responders.ts';
import { responderRow } from './responders.ts';
import { SMALL_CELL, suppressSmallCells } from './suppress-small-cells.ts';

test('a table without small counts stays as it is', () => {
  expect(
    suppressSmallCells([
      [5, 9],
      [12, 7],
    ]),
  ).toEqual({
    cells: [
      [5, 9],
      [12, 7],
    ],
    rowTotals: [14, 19],
    columnTotals: [17, 16],
    total: 33,
  });
});

test('one small count takes three others with it, and the sums stay', () => {
  const { cells, rowTotals, columnTotals, total } = suppressSmallCells([
    [3, 20, 30],
    [40, 15, 60],
    [70, 80, 90],
  ]);
  expect(cells).toEqual([
    [null, null, 30],
    [null, null, 60],
    [70, 80, 90],
  ]);
  expect(rowTotals).toEqual([53, 115, 240]);
  expect(columnTotals).toEqual([113, 115, 180]);
  expect(total).toBe(408);
});

test('two small counts that add up to little take a third', () => {
  const { cells, rowTotals } = suppressSmallCells([
    [0, 2, 20, 40],
    [30, 30, 30, 30],
    [30, 30, 30, 30],
  ]);
  expect(cells[0]).toEqual([null, null, null, 40]);
  expect(rowTotals[0]).toBe(62);
});

test('a single number or column hides its sum too', () => {
  expect(suppressSmallCells([[3]])).toEqual({
    cells: [[null]],
    rowTotals: [null],
    columnTotals: [null],
    total: null,
  });
});

test('no rows is an empty table', () => {
  expect(suppressSmallCells([])).toMatchObject({ cells: [], rowTotals: [] });
});

test('a ragged table and what is not a count are refused', () => {
  expect(() => suppressSmallCells([[1, 2], [3]])).toThrow(RangeError);
  expect(() => suppressSmallCells([[-1]])).toThrow(RangeError);
  expect(() => suppressSmallCells([[1.5]])).toThrow(RangeError);
});

const tables = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 4 }))
  .chain(([rows, columns]) =>
    fc.array(
      fc.array(fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 10, max: 90 })), {
        minLength: columns,
        maxLength: columns,
      }),
      { minLength: rows, maxLength: rows },
    ),
  );

/** All places, sums included, as edges between a row and a column of a graph. */
function hiddenEdges(counts: number[][]): [number, number][] {
  const { cells, rowTotals, columnTotals, total } = suppressSmallCells(counts);
  const all = [...cells.map((row, r) => [...row, rowTotals[r]]), [...columnTotals, total]];
  return all.flatMap((row, r) =>
    row.flatMap((value, c): [number, number][] => (value === null ? [[r, c]] : [])),
  );
}

test('what is shown is true, and nothing shown is small', () => {
  fc.assert(
    fc.property(tables, (counts) => {
      const { cells, rowTotals, columnTotals, total } = suppressSmallCells(counts);
      cells.forEach((row, r) =>
        row.forEach((value, c) => expect([null, counts[r]?.[c]]).toContain(value)),
      );
      for (const value of [...cells.flat(), ...rowTotals, ...columnTotals, total]) {
        if (value !== null) expect(value).toBeGreaterThanOrEqual(SMALL_CELL);
      }
    }),
  );
});

test('no hidden number can be worked out from the sums', () => {
  // A hidden number is free exactly when its edge lies on a cycle of hidden edges: taking the
  // edge away must leave its row and its column connected by the others.
  fc.assert(
    fc.property(tables, (counts) => {
      const edges = hiddenEdges(counts);
      for (const [row, column] of edges) {
        const others = edges.filter(([r, c]) => r !== row || c !== column);
        const reached = new Set([`r${row}`]);
        for (let before = -1; before !== reached.size;) {
          before = reached.size;
          for (const [r, c] of others) {
            if (reached.has(`r${r}`)) reached.add(`c${c}`);
            if (reached.has(`c${c}`)) reached.add(`r${r}`);
          }
        }
        expect(reached.has(`c${column}`)).toBe(true);
      }
    }),
  );
});

const row = (key: string, started: number, due: number, assessed: number, responders: number) =>
  responderRow({
    key,
    label: key,
    indication: 'androgenetic_female',
    started,
    due,
    assessed,
    responders,
    sessions: started * 4,
  });

test('an export of large groups is complete', () => {
  const [first] = exportResponders([row('a', 80, 60, 50, 30), row('b', 60, 60, 50, 40)]);
  expect(first).toMatchObject({ started: 80, due: 60, assessed: 50, responders: 30 });
  expect(first?.ofAssessed?.value).toBe(0.6);
});

test('a count that differs from its neighbour by less than five is hidden with it', () => {
  // 28 of 30 assessed responded: the 2 others would show.
  const [first, second] = exportResponders([row('a', 40, 40, 30, 28), row('b', 90, 90, 60, 30)]);
  expect(first).toMatchObject({ due: 40, assessed: null, responders: null, ofAssessed: null });
  expect(first?.ofDue).toBeNull();
  expect(second?.assessed).toBeNull();
});

test('people not due yet are not told by subtraction', () => {
  const [few] = exportResponders([row('a', 62, 60, 50, 30)]);
  expect(few).toMatchObject({ started: null, due: 60, sessions: null });
  const [none] = exportResponders([row('a', 60, 60, 50, 30)]);
  expect(none).toMatchObject({ started: 60, sessions: 240 });
});
