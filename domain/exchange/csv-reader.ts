import { readCsvRecord } from './csv-record.ts';

/** The characters a file may separate its cells with. */
export const DELIMITERS = [',', ';', '\t', '|'] as const;
/** One of them. */
export type Delimiter = (typeof DELIMITERS)[number];

/** What is wrong with a row before any of its cells is looked at. */
export interface CsvRowProblem {
  code: 'unclosed_quote' | 'too_many_cells' | 'too_few_cells';
  message: string;
}

/** One row of the file that has something in it. */
export interface CsvRow {
  /** The row's number in a spreadsheet: the first row is 1, empty rows count. */
  row: number;
  /** The line of the file it begins at, from 1; quoted line breaks count. */
  line: number;
  cells: string[];
  problem: CsvRowProblem | null;
}

/** Reads a CSV file from text that comes in pieces. */
export interface CsvReader {
  /** The rows the text so far completes. */
  push: (text: string) => CsvRow[];
  /** The rows still waiting. Call once, after the last piece. */
  end: () => CsvRow[];
  /** The delimiter found, or undefined while too little was read. */
  delimiter: () => Delimiter | undefined;
}

const SAMPLE_CHARS = 32_768;

/**
 * A reader of CSV in the form spreadsheets and clinic programs write it. The first row with
 * anything in it is the header; a row with more cells that are filled, or with fewer cells, than
 * the header is reported, as its cells would be read for the wrong columns. Rows without any
 * content are skipped but counted. A quote left open costs its own row only. Memory is one piece of
 * text and one row.
 *
 * Our own state machine and not csv-parse, whose incremental parser is a Node stream (in a browser
 * with 200 kB of Node's streams and buffers) and loses all that follows a quote left open; the
 * tests hold this one to csv-parse's answers.
 */
export function createCsvReader(options: { delimiter?: Delimiter } = {}): CsvReader {
  let delimiter = options.delimiter;
  let waiting = '';
  let isStart = true;
  let row = 0;
  let line = 1;
  let header: string[] | undefined;

  const read = (text: string, last: boolean): CsvRow[] => {
    waiting += text;
    if (delimiter === undefined || isStart) {
      if (waiting.length < SAMPLE_CHARS && !last) return [];
      const start = sniffStart(waiting, last);
      delimiter ??= start.delimiter;
      waiting = waiting.slice(start.skip);
      line += start.lines;
      isStart = false;
    }
    const rows: CsvRow[] = [];
    let at = 0;
    while (at < waiting.length) {
      const record = readCsvRecord(waiting, at, delimiter, last);
      if (record.kind === 'incomplete') break;
      row += 1;
      if (record.cells.some((cell) => cell.trim() !== '')) {
        header ??= record.cells;
        const problem = record.kind === 'unclosed' ? unclosed(row) : ragged(record.cells, header);
        rows.push({ row, line, cells: record.cells, problem });
      }
      at = record.next;
      line += record.lineBreaks;
    }
    waiting = waiting.slice(at);
    return rows;
  };

  return {
    push: (text) => read(text, false),
    end: () => read('', true),
    delimiter: () => delimiter,
  };
}

const filledWidth = (cells: string[]): number =>
  cells.findLastIndex((cell) => cell.trim() !== '') + 1;

const unclosed = (row: number): CsvRowProblem => ({
  code: 'unclosed_quote',
  message: `A quotation mark that begins in row ${row} is never closed. Close it or take it out.`,
});

function ragged(cells: string[], header: string[]): CsvRowProblem | null {
  const filled = filledWidth(cells);
  const width = filledWidth(header);
  // Columns without a title but with their delimiters are columns all the same.
  if (filled > header.length) {
    return {
      code: 'too_many_cells',
      message: `This row has ${filled} cells, the header has ${header.length}. Put quotation marks around text that holds the delimiter.`,
    };
  }
  if (cells.length < width) {
    return {
      code: 'too_few_cells',
      message: `This row has ${cells.length} of ${width} cells. It may be one row broken in two.`,
    };
  }
  return null;
}

/** The delimiter, and what stands before the first row: a byte order mark, Excel's "sep=;" line. */
function sniffStart(text: string, last: boolean) {
  const bom = text.startsWith('\ufeff') ? 1 : 0;
  const declared = /^sep=([,;\t|])(?:\r\n|\n|\r)/i.exec(text.slice(bom, bom + 16));
  const stated = DELIMITERS.find((candidate) => candidate === declared?.[1]);
  const skip = bom + (declared?.[0].length ?? 0);
  const sample = text.slice(skip, skip + SAMPLE_CHARS);
  const delimiter = stated ?? sniffDelimiter(sample, last && text.length <= skip + SAMPLE_CHARS);
  return { delimiter, skip, lines: declared ? 1 : 0 };
}

/** The delimiter by which most of the first rows have as many cells as the first, and many of them. */
function sniffDelimiter(sample: string, last: boolean): Delimiter {
  let best: { delimiter: Delimiter; score: number } | undefined;
  let absent: Delimiter | undefined;
  for (const delimiter of DELIMITERS) {
    const widths = sampleWidths(sample, delimiter, last);
    const width = widths[0] ?? 0;
    const same = widths.filter((other) => other === width).length / widths.length;
    const score = width > 1 ? same * same * (1 + width / 100) : 0;
    if (score > (best?.score ?? 0)) best = { delimiter, score };
    if (width === 1 && same === 1) absent ??= delimiter;
  }
  return best?.delimiter ?? absent ?? ',';
}

function sampleWidths(sample: string, delimiter: Delimiter, last: boolean): number[] {
  const widths: number[] = [];
  let at = 0;
  while (at < sample.length && widths.length < 100) {
    const record = readCsvRecord(sample, at, delimiter, last);
    if (record.kind === 'incomplete') break;
    if (record.cells.some((cell) => cell.trim() !== '')) widths.push(record.cells.length);
    at = record.next;
  }
  return widths;
}
