import { letterMOf } from '#domain/exchange/cell-words.ts';
import type { LetterM } from '#domain/exchange/cell-words.ts';
import type { CsvRow } from '#domain/exchange/csv-reader.ts';
import { createDateOrderTally, type DateOrderTally } from '#domain/exchange/date-order.ts';
import { guessColumns } from '#domain/exchange/guess-columns.ts';
import {
  type ImportColumn,
  type ImportMappingRequest,
  MOST_IMPORT_COLUMNS,
} from '#domain/imports/patient-import.ts';
import { invalidField } from '#domain/shared/problem.ts';
import { storable } from './import-view.ts';

const GUESSED_ROWS = 100;
const LONGEST_WORD = 24;
const LONGEST_DATE = 40;
const LONGEST_GUESSED = 200;
const MOST_WORDS = 40;
const LONGEST_SHOWN = 80;

/** What a file's rows tell of its columns. */
export type FileAnalysis = {
  columns: (ImportColumn & { letterM: LetterM })[];
  suggestion: ImportMappingRequest;
  /** Rows with anything in them, the first included. */
  lineCount: number;
};

const shown = (text: string): string =>
  storable(text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text);

/**
 * Gathers, row by row, what a person must see to say what each column holds: a guess from the
 * first rows, and from all rows the order of dates.
 * @throws Problem `invalid` at `file` when there are too many columns
 */
export function createFileAnalysis(context: { country: string; today: string }) {
  const first: CsvRow[] = [];
  let tallies: { dates: DateOrderTally; words: Set<string> }[] = [];
  let lineCount = 0;

  const addCell = (cell: string, index: number, row: number): void => {
    const tally = tallies[index];
    if (!tally || cell === '') return;
    if (cell.length <= LONGEST_DATE) tally.dates.add(cell, row);
    if (cell.length <= LONGEST_WORD && tally.words.size < MOST_WORDS) tally.words.add(cell.trim());
  };

  const start = (cells: readonly string[]): void => {
    if (cells.length > MOST_IMPORT_COLUMNS)
      throw invalidField(
        'file',
        `This file has ${cells.length} columns; ${MOST_IMPORT_COLUMNS} fit. Is it a patient list saved as CSV?`,
      );
    tallies = cells.map(() => ({ dates: createDateOrderTally(context.country), words: new Set() }));
  };

  return {
    add: (rows: readonly CsvRow[]): void => {
      for (const row of rows) {
        if (lineCount === 0) start(row.cells);
        lineCount += 1;
        if (first.length <= GUESSED_ROWS) first.push(row);
        if (row.problem === null)
          for (const [index, cell] of row.cells.entries()) addCell(cell, index, row.row);
      }
    },
    end: (): FileAnalysis => {
      const [header = [], ...samples] = first.map(({ cells }) =>
        cells.map((cell) => cell.trim().slice(0, LONGEST_GUESSED)),
      );
      const asNamed = guessColumns(header, samples, context);
      const guess = asNamed.hasHeader
        ? asNamed
        : {
            ...guessColumns(
              header.map(() => ''),
              [header, ...samples],
              context,
            ),
            hasHeader: false,
          };
      return {
        lineCount,
        columns: guess.columns.map(({ column, header, field, confidence, samples }) => ({
          column,
          header: shown(header),
          samples: samples.map(shown),
          guess: field,
          confidence,
          dates: tallies[column]?.dates.finding() ?? createDateOrderTally('').finding(),
          letterM: letterMOf(tallies[column]?.words ?? []),
        })),
        suggestion: {
          columns: guess.columns.map(({ field }) => field),
          hasHeader: guess.hasHeader,
          nameOrder: guess.nameOrder,
          dateOrder: null,
        },
      };
    },
  };
}
