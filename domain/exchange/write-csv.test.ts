import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePhone } from '#domain/patients/phone.ts';
import { createCsvReader, DELIMITERS } from './csv-reader.ts';
import { guardCell, restoreCell } from './guarded-cell.ts';
import type { CsvCell, CsvStyle } from './write-csv.ts';
import { CSV_START, csvHeader, csvLine, csvStyleOf } from './write-csv.ts';

const style: CsvStyle = { delimiter: ';', decimalMark: ',' };
const line = (...cells: CsvCell[]) => csvLine(cells, style);
const text = (value: string): CsvCell => ({ kind: 'text', value });

test.each([
  ['=1+1', "'=1+1"],
  ['+cmd|x', "'+cmd|x"],
  ['-2+3', "'-2+3"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t'=1"],
  ['\rx', "'\rx"],
  ['  =1', "'  =1"],
  ['＝1', "'＝1"],
  ["'=1", "''=1"],
  ['Silva;=1', "Silva;'=1"],
  ['a,"=1"', 'a,"\'=1"'],
  ['line\n- item', "line\n'- item"],
  ["O'Neill", "O'Neill"],
  ['Anne-Marie', 'Anne-Marie'],
  ['a = b', 'a = b'],
  ['"=', '\'"='],
  ["'quoted'", "'quoted'"],
])('the free text %j is written %j and comes back', (typed, written) => {
  expect(guardCell(typed)).toBe(written);
  expect(restoreCell(written)).toBe(typed);
});

test('typed cells keep their signs, and only when they are what they say', () => {
  expect(line({ kind: 'number', value: -1.5 }, { kind: 'number', value: 0 })).toBe('"-1,5";0\r\n');
  expect(line({ kind: 'phone', value: '+351917555390' })).toBe('+351 917 555 390\r\n');
  expect(line({ kind: 'date', value: '1985-04-03' })).toBe('1985-04-03\r\n');
  expect(line({ kind: 'phone', value: '+1+cmd' })).toBe('"\'+1+cmd"\r\n');
  expect(line({ kind: 'date', value: '=1' })).toBe('"\'=1"\r\n');
  expect(line({ kind: 'number', value: Number.NaN }, { kind: 'text', value: null })).toBe(';\r\n');
});

test('the style goes by the country', () => {
  expect(csvStyleOf('PT').delimiter).toBe(';');
  expect(csvStyleOf('US')).toEqual({ delimiter: ',', decimalMark: '.' });
});

test('a written phone is read back as it was', () => {
  fc.assert(
    fc.property(fc.integer({ min: 910_000_000, max: 969_999_999 }), (number) => {
      const written = line({ kind: 'phone', value: `+351${number}` }).trim();
      expect(parsePhone(restoreCell(written), 'DE')).toMatchObject({ phone: `+351${number}` });
    }),
  );
});

const tricky = fc.string({
  unit: fc.constantFrom(
    '=',
    '+',
    '-',
    '@',
    "'",
    '"',
    ';',
    ',',
    '|',
    '\t',
    '\n',
    '\r',
    ' ',
    'a',
    'é',
    '＝',
  ),
  maxLength: 12,
});

test('whatever is typed comes back through our own reader', () => {
  const table = fc.array(fc.tuple(tricky, tricky, tricky), { maxLength: 8 });
  fc.assert(
    fc.property(table, fc.constantFrom(...DELIMITERS), (rows, delimiter) => {
      const written = { ...style, delimiter };
      const lines = rows.map((cells, index) =>
        csvLine([text(`r${index}`), ...cells.map(text)], written),
      );
      const reader = createCsvReader({ delimiter });
      const head = csvHeader(['id', 'b', 'c', 'd'], written);
      const read = [...reader.push([CSV_START, head, ...lines].join('')), ...reader.end()];
      expect(read.slice(1).map(({ cells }) => cells.slice(1).map(restoreCell))).toEqual(rows);
    }),
    { numRuns: 1000 },
  );
});

test('no written text begins a formula, by whichever delimiter a spreadsheet cuts it', () => {
  const formula = /^\s*[=+\-@＝＋－＠]/;
  fc.assert(
    fc.property(tricky, fc.constantFrom(...DELIMITERS), (typed, delimiter) => {
      const written = line(text('first'), text(typed), text('last'));
      const pieces = written.split(/\r\n|\n|\r/).flatMap((row) => row.split(delimiter));
      const cells = pieces.map((piece) => piece.replaceAll('"', ''));
      expect(cells.filter((cell) => formula.test(cell))).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});
