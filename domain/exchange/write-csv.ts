import { groupPhone, isE164 } from '#domain/patients/e164.ts';
import { isCalendarDay } from '#domain/shared/calendar-date.ts';
import type { Delimiter } from './csv-reader.ts';
import { guardCell } from './guarded-cell.ts';

/**
 * One cell of an export. Only `text` is what someone typed and may be a trick; the other kinds are
 * checked to be what they say and need no apostrophe, so numbers stay numbers (negative ones too).
 * A phone that is not E.164 and a date that is not a day are written as text.
 */
export type CsvCell =
  | { kind: 'text'; value: string | null }
  | { kind: 'number'; value: number | null }
  | { kind: 'date'; value: string | null }
  | { kind: 'phone'; value: string | null };

/** How the file is written; the defaults are what spreadsheets of most of Europe open by a click. */
export interface CsvStyle {
  delimiter: Delimiter;
  /** "," goes with ";" between the cells where numbers are written so; else 1.5 is read as 1 May. */
  decimalMark: '.' | ',';
}

const CONTINENTAL: CsvStyle = { delimiter: ';', decimalMark: ',' };
const ENGLISH: CsvStyle = { delimiter: ',', decimalMark: '.' };
const ENGLISH_STYLE_COUNTRIES = new Set(
  'US GB IE AU NZ CA IN PK BD LK SG MY HK TW JP KR CN TH PH MX IL NG KE GH MT'.split(' '),
);

/** How spreadsheets set to that country (ISO 3166-1) expect a CSV file. */
export function csvStyleOf(country: string): CsvStyle {
  return ENGLISH_STYLE_COUNTRIES.has(country) ? ENGLISH : CONTINENTAL;
}

/** Goes before the first line, so that Excel reads the file as UTF-8. */
export const CSV_START = '\ufeff';

/**
 * One line of CSV with its CRLF. Phones are written in groups ("+351 917 555 390"), which
 * spreadsheets leave as text where +351917555390 would become 3.51918E+11; every cell can be read
 * back (`restoreCell`, `parsePhone`).
 */
export function csvLine(cells: readonly CsvCell[], style: CsvStyle): string {
  return `${cells.map((cell) => quoted(plainText(cell, style))).join(style.delimiter)}\r\n`;
}

/** The header line: texts like any other, as an import's own headers come back in its error file. */
export function csvHeader(names: readonly string[], style: CsvStyle): string {
  return csvLine(
    names.map((value) => ({ kind: 'text', value })),
    style,
  );
}

function plainText(cell: CsvCell, style: CsvStyle): string {
  if (cell.value === null) return '';
  if (cell.kind === 'number') {
    return Number.isFinite(cell.value) ? String(cell.value).replace('.', style.decimalMark) : '';
  }
  if (cell.kind === 'date' && isCalendarDay(cell.value)) return cell.value;
  if (cell.kind === 'phone' && isE164(cell.value)) return groupPhone(cell.value);
  return guardCell(cell.value);
}

/** Quoted whenever any program's delimiter, a quote, a line break or outer space is inside. */
function quoted(text: string): string {
  return /["',;|\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
