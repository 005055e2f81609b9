import { expect, test } from 'vitest';
import type { MessyOptions, MessyOracle } from '#tests/support/messy-csv.ts';
import {
  makeMessyCsv,
  MESSY_COUNTRY,
  MESSY_DATE_FORMS,
  MESSY_ENCODINGS,
  MESSY_TODAY,
} from '#tests/support/messy-csv.ts';
import { letterMOf } from './cell-words.ts';
import { createCsvReader } from './csv-reader.ts';
import type { CsvRow } from './csv-reader.ts';
import { createDateOrderTally } from './date-order.ts';
import { createTextReader } from './decode-text.ts';
import { createDuplicateRows } from './duplicate-rows.ts';
import { guessColumns } from './guess-columns.ts';
import type { ImportMapping } from './import-mapping.ts';
import { readPatientRow } from './read-patient-row.ts';

const CHUNK = 65_536;

function* rowsOf(bytes: Uint8Array): Generator<CsvRow> {
  const text = createTextReader();
  const csv = createCsvReader();
  for (let at = 0; at < bytes.length; at += CHUNK) {
    yield* csv.push(text.push(bytes.subarray(at, at + CHUNK)));
  }
  yield* csv.push(text.end());
  yield* csv.end();
}

/** The first pass over a file: what its columns are and how its dates are written. */
function mappingOf(bytes: Uint8Array): { mapping: ImportMapping; dateOrder: string } {
  const context = { country: MESSY_COUNTRY, today: MESSY_TODAY };
  const tally = createDateOrderTally(MESSY_COUNTRY);
  const first: CsvRow[] = [];
  const sexes = new Set<string>();
  for (const row of rowsOf(bytes)) {
    if (first.length < 100) first.push(row);
    if (row.problem === null) tally.add(row.cells[3] ?? '', row.row);
    sexes.add(row.cells[4] ?? '');
  }
  const [header, ...samples] = first.map(({ cells }) => cells);
  const guess = guessColumns(header ?? [], samples, context);
  const finding = tally.finding();
  const mapping = {
    ...context,
    columns: guess.columns.map(({ field }) => field),
    nameOrder: guess.nameOrder,
    dateOrder: finding.suggested,
    letterM: letterMOf(sexes),
  };
  return { mapping, dateOrder: finding.order };
}

/** The second pass: what a dry run would say of each row. */
function dryRun(bytes: Uint8Array, mapping: ImportMapping, oracle: MessyOracle) {
  const duplicates = createDuplicateRows();
  const counts = { good: 0, bad: 0, duplicates: 0 };
  const surprises: unknown[] = [];
  for (const { row, cells, problem } of rowsOf(bytes)) {
    if (row === 1) continue;
    const result = readPatientRow(cells, mapping);
    if (problem !== null || !result.ok) {
      counts.bad += 1;
      const codes = problem
        ? [problem.code]
        : result.ok
          ? []
          : result.problems.map(({ code }) => code);
      if (String(oracle.bad.get(row)) !== String(codes)) surprises.push({ row, cells, codes });
      continue;
    }
    const earlier = duplicates.check(result.patient, row)?.row;
    if (earlier !== undefined) counts.duplicates += 1;
    if (earlier !== oracle.duplicates.get(row)) surprises.push({ row, cells, earlier });
    if (earlier !== undefined) continue;
    counts.good += 1;
    const { contactPreference: _, language: __, referralSource: ___, ...patient } = result.patient;
    const expected = oracle.good.get(row);
    if (JSON.stringify(sorted(patient)) !== JSON.stringify(sorted(expected ?? {}))) {
      surprises.push({ row, patient, expected });
    }
  }
  return { counts, surprises };
}

const sorted = (value: object) =>
  Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));

/** Reads a messy file in two passes and holds every row against the truth; answers the date order. */
function expectReadRight(options: MessyOptions) {
  const { bytes, oracle } = makeMessyCsv(options);
  const { mapping, dateOrder } = mappingOf(bytes);
  const { counts, surprises } = dryRun(bytes, mapping, oracle);
  expect(surprises.slice(0, 3)).toEqual([]);
  expect(counts).toEqual({
    good: oracle.good.size,
    bad: oracle.bad.size,
    duplicates: oracle.duplicates.size,
  });
  return dateOrder;
}

const base: MessyOptions = {
  rows: 1500,
  seed: 7,
  encoding: 'utf-8-bom',
  delimiter: ';',
  dateForm: 'day-first',
  lineEnd: '\r\n',
};

test.each(MESSY_ENCODINGS)('every good row in, every bad row explained: %s', (encoding) => {
  expect(expectReadRight({ ...base, encoding })).toBe('dmy');
});

test.each(MESSY_DATE_FORMS)('every good row in, every bad row explained: dates %s', (dateForm) => {
  const order = expectReadRight({ ...base, dateForm, seed: 11 });
  const expected = { 'month-first': 'mdy', iso: 'ymd', contradictory: 'contradictory' };
  expect(order).toBe(Object.entries(expected).find(([form]) => form === dateForm)?.[1] ?? 'dmy');
});

test.each([
  [',', '\n'],
  ['\t', '\r'],
  ['|', '\r\n'],
] as const)('every good row in, every bad row explained: %j and %j', (delimiter, lineEnd) => {
  expectReadRight({ ...base, delimiter, lineEnd, seed: 13 });
});

test('50,000 rows are read in seconds and a flat heap', () => {
  const { bytes, oracle } = makeMessyCsv({ ...base, rows: 50_000, seed: 17 });
  const { mapping } = mappingOf(bytes);
  let rows = 0;
  let highest = 0;
  const before = process.memoryUsage().heapUsed;
  const start = performance.now();
  for (const { row, cells } of rowsOf(bytes)) {
    if (row > 1) readPatientRow(cells, mapping);
    rows += 1;
    if (rows % 1000 === 0) highest = Math.max(highest, process.memoryUsage().heapUsed - before);
  }
  const seconds = (performance.now() - start) / 1000;
  expect(rows).toBe(50_001 - oracle.empty.length);
  expect(seconds).toBeLessThan(30);
  expect(highest).toBeLessThan(60_000_000);
});
