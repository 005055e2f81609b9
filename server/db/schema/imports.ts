import { sql } from 'drizzle-orm';
import {
  boolean,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Delimiter } from '#domain/exchange/csv-reader.ts';
import type { ImportMapping } from '#domain/exchange/import-mapping.ts';
import type { CellProblem } from '#domain/exchange/read-patient-row.ts';
import type { LetterM } from '#domain/exchange/cell-words.ts';
import type {
  ImportColumn,
  ImportCounts,
  ImportMappingRequest,
  ImportStatus,
} from '#domain/imports/patient-import.ts';
import type { PatientCreate } from '#domain/patients/patient.ts';
import { moment, recordColumns } from './columns.ts';

const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });

/** Patient files on their way in. */
export const imports = pgTable(
  'imports',
  {
    ...recordColumns,
    status: text('status').$type<ImportStatus>().notNull(),
    fileName: text('file_name').notNull(),
    bytes: integer('bytes').notNull(),
    encoding: text('encoding').notNull(),
    delimiter: text('delimiter').$type<Delimiter>().notNull(),
    /** Rows with anything in them, the first included. */
    lineCount: integer('line_count').notNull(),
    columns: jsonb('columns').$type<(ImportColumn & { letterM: LetterM })[]>().notNull(),
    suggestion: jsonb('suggestion').$type<ImportMappingRequest>().notNull(),
    mapping: jsonb('mapping').$type<ImportMapping & { hasHeader: boolean }>(),
    counts: jsonb('counts').$type<ImportCounts>(),
    startedBy: uuid('started_by').notNull(),
    jobId: uuid('job_id'),
  },
  (table) => [index('imports_created').on(table.createdAt, table.id)],
);

/** The bytes of a file in pieces, kept until its import is done or discarded. */
export const importChunks = pgTable(
  'import_chunks',
  {
    importId: uuid('import_id').notNull(),
    piece: integer('piece').notNull(),
    bytes: bytea('bytes').notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.importId, table.piece] }),
    index('import_chunks_created').on(table.createdAt),
  ],
);

/**
 * The rows of a file as the dry run read them. Those that became patients are emptied when the
 * import is done, the others kept with their cells for the file of rows to mend.
 */
export const importRows = pgTable(
  'import_rows',
  {
    importId: uuid('import_id').notNull(),
    row: integer('row').notNull(),
    outcome: text('outcome')
      .$type<'fresh' | 'existing' | 'duplicate' | 'bad' | 'imported'>()
      .notNull(),
    numberKey: text('number_key'),
    personKey: text('person_key'),
    patient: jsonb('patient').$type<PatientCreate>(),
    cells: jsonb('cells').$type<string[]>(),
    findings: jsonb('findings').$type<CellProblem[]>().notNull(),
    isNoted: boolean('is_noted').notNull(),
    patientId: uuid('patient_id'),
  },
  (table) => [
    primaryKey({ columns: [table.importId, table.row] }),
    index('import_rows_number').on(table.importId, table.numberKey),
    index('import_rows_person').on(table.importId, table.personKey),
    index('import_rows_outcome').on(table.importId, table.outcome, table.row),
    // Rows with a number of their own come first, so that no number given by us is one of theirs.
    index('import_rows_waiting')
      .on(table.importId, sql`(number_key IS NULL)`, table.row)
      .where(sql`outcome = 'fresh'`),
  ],
);
