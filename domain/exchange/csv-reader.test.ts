import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CsvRow, Delimiter } from './csv-reader.ts';
import { createCsvReader, DELIMITERS } from './csv-reader.ts';

function read(text: string, chunk = text.length || 1, delimiter?: Delimiter): CsvRow[] {
  const reader = createCsvReader(delimiter ? { delimiter } : {});
  const rows: CsvRow[] = [];
  for (let at = 0; at < text.length; at += chunk)
    rows.push(...reader.push(text.slice(at, at + chunk)));
  return [...rows, ...reader.end()];
}
const cellsOf = (text: string) => read(text).map(({ cells }) => cells);

test.each(DELIMITERS)('the delimiter %j is found', (delimiter) => {
  const text = [
    ['Name', 'Born', 'Note'],
    ['Silva, Ana', '3/4/85', '"a; b | c"'],
    ['Costa', '', 'x'],
  ]
    .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter))
    .join('\r\n');
  const reader = createCsvReader();
  expect(reader.push(text)).toEqual([]);
  expect(reader.end().map(({ cells }) => cells.length)).toEqual([3, 3, 3]);
  expect(reader.delimiter()).toBe(delimiter);
});

test('unquoted commas in a semicolon file do not mislead', () => {
  const text = 'Nome;Nota\nSilva, Ana;a, b\nCosta, Rui;c, d\n';
  expect(cellsOf(text)).toEqual([
    ['Nome', 'Nota'],
    ['Silva, Ana', 'a, b'],
    ['Costa, Rui', 'c, d'],
  ]);
});

test("Excel's first line that states the delimiter is not a row", () => {
  expect(read('\ufeffsep=|\r\na,b|c\r\n1|2')).toEqual([
    { row: 1, line: 2, cells: ['a,b', 'c'], problem: null },
    { row: 2, line: 3, cells: ['1', '2'], problem: null },
  ]);
});

test('a file of one column', () => {
  expect(cellsOf('Name\nAna\nRui')).toEqual([['Name'], ['Ana'], ['Rui']]);
});

test.each(['\n', '\r\n', '\r'])(
  'rows and lines are counted as a spreadsheet shows them (%j)',
  (end) => {
    const text = ['a;b', '', '1;"x', 'y"', ';', '2;z', ''].join(end);
    expect(read(text)).toEqual([
      { row: 1, line: 1, cells: ['a', 'b'], problem: null },
      { row: 3, line: 3, cells: ['1', `x${end}y`], problem: null },
      { row: 5, line: 6, cells: ['2', 'z'], problem: null },
    ]);
  },
);

test('names with commas in a file of one column stay whole', () => {
  expect(cellsOf('Name\nSilva, Ana\nCosta, Rui')).toEqual([
    ['Name'],
    ['Silva, Ana'],
    ['Costa, Rui'],
  ]);
});

test('a column without a title is a column', () => {
  expect(read('a,b,\n1,2,x\n1,2\n1,2,3,4').map(({ problem }) => problem?.code)).toEqual([
    undefined,
    undefined,
    undefined,
    'too_many_cells',
  ]);
});

test('mixed line ends are all line ends', () => {
  expect(cellsOf('a,b\r\n1,2\n3,4\r5,6')).toHaveLength(4);
});

test('quotes as spreadsheets take them', () => {
  expect(cellsOf('a,b\n"x ""y""",5" nail\n"Ana" Silva,""\n')).toEqual([
    ['a', 'b'],
    ['x "y"', '5" nail'],
    ['Ana Silva', ''],
  ]);
});

test('rows of other lengths are reported, empty cells at the end are not', () => {
  const rows = read('a,b,c\n1,2,3,,\n1,2,3,4\n1,2\n');
  expect(rows.map(({ problem }) => problem?.code ?? null)).toEqual([
    null,
    null,
    'too_many_cells',
    'too_few_cells',
  ]);
});

test('a quote left open costs its own row only', () => {
  const atEnd = read('a;b\n1;"x\n2;y\n3;z\n');
  expect(atEnd.map(({ row, problem }) => [row, problem?.code])).toEqual([
    [1, undefined],
    [2, 'unclosed_quote'],
    [3, undefined],
    [4, undefined],
  ]);
  expect(atEnd[1]?.problem?.message).toContain('row 2');
  const closedByAnother = read('a;b\n1;"x\n2;"y"\n3;"z"\n');
  expect(closedByAnother.map(({ row, cells, problem }) => [row, cells[1], problem?.code])).toEqual([
    [1, 'b', undefined],
    [2, '"x', 'unclosed_quote'],
    [3, 'y', undefined],
    [4, 'z', undefined],
  ]);
});

test('a quote left open in a long file is given up at the longest cell a spreadsheet has', () => {
  const lines = Array.from({ length: 20_000 }, (_, index) => `${index};x`);
  const rows = read(['a;b', '"0;x', ...lines].join('\n'), 5000);
  expect(rows).toHaveLength(20_002);
  expect(rows.filter(({ problem }) => problem !== null).map(({ row }) => row)).toEqual([2]);
});

const cell = fc.oneof(
  fc.string({
    unit: fc.constantFrom('a', 'é', '王', '"', ';', ',', '\n', '\r', ' ', '\t'),
    maxLength: 8,
  }),
  fc.constantFrom('', 'Ana', '3/4/1985'),
);
const table = fc
  .integer({ min: 2, max: 5 })
  .chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }),
  );

test('any file is read as csv-parse reads it, in pieces of any size', () => {
  const delimiters = fc.constantFrom(...DELIMITERS);
  const end = fc.constantFrom('\n', '\r\n', '\r');
  fc.assert(
    fc.property(
      table,
      delimiters,
      end,
      fc.integer({ min: 1, max: 40 }),
      (rows, delimiter, eol, chunk) => {
        const quoted = (text: string) =>
          /["\n\r]/.test(text) || text.includes(delimiter)
            ? `"${text.replaceAll('"', '""')}"`
            : text;
        const text = rows.map((cells) => cells.map(quoted).join(delimiter)).join(eol);
        const theirs = parse(text, {
          delimiter,
          recordDelimiter: ['\r\n', '\n', '\r'],
          relaxColumnCount: true,
        });
        const filled = theirs.filter((cells) => cells.some((content) => content.trim() !== ''));
        expect(read(text, chunk, delimiter).map(({ cells }) => cells)).toEqual(filled);
      },
    ),
    { numRuns: 500 },
  );
});
