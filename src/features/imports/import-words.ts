import type { Delimiter } from '#domain/exchange/csv-reader.ts';
import type { FindingKind, ImportStatus } from '#domain/imports/patient-import.ts';
import type { DateOrder } from '#domain/patients/birth-date.ts';
import type { NameOrder } from '#domain/patients/person-name.ts';
import type { Tone } from '#src/ui/status.tsx';

/** The four steps of an import. */
export const IMPORT_STEPS = ['file', 'columns', 'check', 'import'] as const;
/** One of them. */
export type ImportStep = (typeof IMPORT_STEPS)[number];
export const STEP_LABELS: Record<ImportStep, string> = {
  file: 'File',
  columns: 'Columns',
  check: 'Check',
  import: 'Import',
};

/** The step an import stands at. */
export const stepOf = (status: ImportStatus): ImportStep =>
  (
    {
      uploaded: 'columns',
      checking: 'check',
      checked: 'check',
      running: 'import',
      done: 'import',
      discarded: 'import',
    } as const
  )[status];

export const STATUS_WORDS: Record<ImportStatus, { label: string; tone: Tone }> = {
  uploaded: { label: 'Columns to confirm', tone: 'note' },
  checking: { label: 'Being checked', tone: 'accent' },
  checked: { label: 'Checked', tone: 'note' },
  running: { label: 'Being imported', tone: 'accent' },
  done: { label: 'Imported', tone: 'ok' },
  discarded: { label: 'Discarded', tone: 'plain' },
};

export const FINDING_LABELS: Record<FindingKind, string> = {
  bad: 'To mend',
  duplicate: 'Repeated in the file',
  existing: 'Patients already',
  note: 'Read with a note',
};

export const DATE_ORDER_LABELS: Record<DateOrder, string> = {
  dmy: 'Day first, such as 31/12/1985',
  mdy: 'Month first, such as 12/31/1985',
  ymd: 'Year first, such as 1985-12-31',
};

export const NAME_ORDER_LABELS: Record<NameOrder, string> = {
  given_first: 'Given name first: Ana Maria da Silva',
  family_first: 'Family name first: da Silva Ana Maria',
};

const DELIMITER_WORDS: Record<Delimiter, string> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'bars',
};

const ENCODING_WORDS: Record<string, string> = {
  ascii: 'plain text',
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  mixed: 'mixed encodings',
};

/** What the file is, e.g. `2.1 MB, semicolons, UTF-8`. */
export const formOf = (file: { bytes: number; delimiter: Delimiter; encoding: string }): string =>
  [
    sizeOf(file.bytes),
    DELIMITER_WORDS[file.delimiter],
    ENCODING_WORDS[file.encoding] ?? file.encoding.replace('windows-', 'Windows '),
  ].join(', ');

/** A size for people, e.g. `2.1 MB`. */
const sizeOf = (bytes: number): string =>
  bytes < 1000
    ? `${bytes} bytes`
    : bytes < 1_000_000
      ? `${Math.round(bytes / 1000)} kB`
      : `${(bytes / 1_000_000).toFixed(1)} MB`;

/** A count with its word, e.g. `1,204 rows`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
