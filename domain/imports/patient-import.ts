import * as z from 'zod/mini';
import { DELIMITERS } from '#domain/exchange/csv-reader.ts';
import { IMPORT_FIELDS } from '#domain/exchange/import-fields.ts';
import { job } from '#domain/jobs/job.ts';
import { DATE_ORDERS } from '#domain/patients/birth-date.ts';
import { NAME_ORDERS } from '#domain/patients/person-name.ts';
import { instant } from '#domain/shared/calendar-date.ts';
import { desk } from '#domain/shared/field-tags.ts';
import { id, version } from '#domain/shared/ids.ts';
import { shortText } from '#domain/shared/text.ts';

/** The largest file that is taken, in bytes. */
export const MOST_IMPORT_BYTES = 30_000_000;
/** The most columns a file may have. */
export const MOST_IMPORT_COLUMNS = 200;

/**
 * Where an import stands. `checking` and `running` have a job at work; when it fails, the import
 * goes back to where it was and can be started again.
 */
export const IMPORT_STATUSES = [
  'uploaded',
  'checking',
  'checked',
  'running',
  'done',
  'discarded',
] as const;
/** One of these. */
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

const dateExample = z.strictObject({ row: z.int(), text: z.string() });

/** What a column's own values say about the order of its dates. */
const columnDates = z.strictObject({
  order: z.enum([...DATE_ORDERS, 'ambiguous', 'contradictory']),
  /** What to offer for confirmation. */
  suggested: z.enum(DATE_ORDERS),
  /** How many values only fit day first, only month first, or both. */
  counts: z.strictObject({ dmy: z.int(), mdy: z.int(), either: z.int() }),
  examples: z.strictObject({ dmy: z.array(dateExample), mdy: z.array(dateExample) }),
});

/** One column of the file. */
export const importColumn = z.strictObject({
  /** Index of the cell, from 0. */
  column: z.int(),
  header: z.string(),
  /** The first values that are not empty. */
  samples: z.array(z.string()),
  /** What it seems to hold; null for a column that is not imported unless someone says so. */
  guess: z.nullable(z.enum(IMPORT_FIELDS)),
  /** How sure the guess is, 0-1. */
  confidence: z.number(),
  dates: columnDates,
});

/** One column of the file, as a type. */
export type ImportColumn = z.infer<typeof importColumn>;

const mappingFields = {
  /** The field of each column, by its index; null for columns that are not imported. */
  columns: z
    .array(z.nullable(z.enum(IMPORT_FIELDS, 'Choose a field from the list.')))
    .check(z.minLength(1), z.maxLength(MOST_IMPORT_COLUMNS)),
  /** Whether the first row names the columns; if not, it is a patient's. */
  hasHeader: z.boolean(),
  nameOrder: z.enum(NAME_ORDERS),
};

/** How the columns are to be read, as confirmed by a person. */
export const importMappingRequest = z.strictObject({
  ...mappingFields,
  /** Null takes what the column itself says; needed where it says nothing or contradicts itself. */
  dateOrder: z.nullable(z.enum(DATE_ORDERS)),
});

/** How the columns are to be read, as a type. */
export type ImportMappingRequest = z.infer<typeof importMappingRequest>;

/** How many rows of each kind a dry run found; `imported` counts up while the import runs. */
export const importCounts = z.strictObject({
  /** Rows with anything in them, the header not counted. */
  rows: z.int(),
  /** Good rows that are not a patient yet. */
  fresh: z.int(),
  /** Good rows that are a patient already. */
  existing: z.int(),
  /** Rows that repeat an earlier row of the file. */
  duplicates: z.int(),
  bad: z.int(),
  imported: z.int(),
  /** Good rows in which something was mended or left out. */
  noted: z.int(),
});

/** How many rows of each kind, as a type. */
export type ImportCounts = z.infer<typeof importCounts>;

/** What can be said of a row of the file. */
export const FINDING_KINDS = ['bad', 'duplicate', 'existing', 'note'] as const;
/** One of these. */
export type FindingKind = (typeof FINDING_KINDS)[number];

/** Something to know about one row, or one cell of it. */
export const importFinding = z.strictObject({
  /** The row's number in a spreadsheet. */
  row: desk(z.int()),
  kind: desk(z.enum(FINDING_KINDS)),
  /** Index of the column; null where it is about the whole row. */
  column: desk(z.nullable(z.int())),
  field: desk(z.nullable(z.enum(IMPORT_FIELDS))),
  /** What stands in the cell, shortened. */
  value: desk(z.string()),
  /** Stable, for counting the kinds of findings. */
  code: desk(z.string()),
  /** What is so and what to do, as a sentence. */
  message: desk(z.string()),
});

/** Something to know about a row, as a type. */
export type ImportFinding = z.infer<typeof importFinding>;

/** A patient file on its way in. */
export const patientImport = z.strictObject({
  id: desk(id),
  version: desk(version),
  status: desk(z.enum(IMPORT_STATUSES)),
  fileName: desk(z.string()),
  /** Size of the file. */
  bytes: desk(z.int()),
  /** What the bytes turned out to be, e.g. `utf-16le`. */
  encoding: desk(z.string()),
  delimiter: desk(z.enum(DELIMITERS)),
  columns: desk(z.array(importColumn)),
  /** What we would read the columns as. */
  suggestion: desk(importMappingRequest),
  /** What someone confirmed; null before. */
  mapping: desk(z.nullable(z.strictObject({ ...mappingFields, dateOrder: z.enum(DATE_ORDERS) }))),
  /** Null before the dry run has ended. */
  counts: desk(z.nullable(importCounts)),
  /** The first findings of the bad rows; the rest are in the list of findings. */
  problems: desk(z.array(importFinding)),
  /** The work in hand, or the last of it. */
  job: desk(z.nullable(job)),
  createdAt: desk(instant),
  updatedAt: desk(instant),
});

/** A patient file on its way in, as a type. */
export type PatientImport = z.infer<typeof patientImport>;

/** An import in the list of them. */
export const importSummary = z.strictObject({
  id: desk(id),
  version: desk(version),
  status: desk(z.enum(IMPORT_STATUSES)),
  fileName: desk(z.string()),
  bytes: desk(z.int()),
  counts: desk(z.nullable(importCounts)),
  startedBy: desk(z.string()),
  createdAt: desk(instant),
});

/** An import in the list of them, as a type. */
export type ImportSummary = z.infer<typeof importSummary>;

/** The query of an upload; the body is the file itself. */
export const importUploadQuery = z.strictObject({
  fileName: shortText(200, 'Say what the file is called.'),
});
