import type { CellProblem } from './read-patient-row.ts';
import type { CsvCell, CsvStyle } from './write-csv.ts';
import { csvHeader, csvLine } from './write-csv.ts';

/** A row that was not imported: its own cells as they stood, and why. */
export interface RejectedRow {
  /** Its row in the spreadsheet. */
  row: number;
  cells: readonly string[];
  reasons: readonly string[];
}

/** The problems of a row as sentences, each with its column's header. */
export function reasonsOf(problems: readonly CellProblem[], header: readonly string[]): string[] {
  return problems.map(({ column, message }) => {
    const title = column === null ? '' : (header[column]?.trim() ?? '');
    return title === '' ? message : `${title}: ${message}`;
  });
}

/**
 * The header of the file of rejected rows: row and reasons, then the columns of the original, so
 * that it can be mended and imported again (an import leaves the first two columns out).
 */
export function rejectedHeader(header: readonly string[], style: CsvStyle): string {
  return csvHeader(['Row in the file', 'Why it was not imported', ...header], style);
}

/** One line of that file. */
export function rejectedLine({ row, cells, reasons }: RejectedRow, style: CsvStyle): string {
  const original = cells.map((value): CsvCell => ({ kind: 'text', value }));
  return csvLine(
    [{ kind: 'number', value: row }, { kind: 'text', value: reasons.join(' ') }, ...original],
    style,
  );
}
