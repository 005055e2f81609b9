import { eq, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import type { CellProblem } from '#domain/exchange/read-patient-row.ts';
import { IMPORT_FIELDS } from '#domain/exchange/import-fields.ts';
import type {
  FindingKind,
  ImportCounts,
  ImportFinding,
  PatientImport,
} from '#domain/imports/patient-import.ts';
import type { Database } from '../db/database.ts';
import { firstOrNotFound } from '../db/fetch.ts';
import { selectRows } from '../db/rows.ts';
import { imports } from '../db/schema/imports.ts';
import { fetchJob, toJob } from '../jobs/get-job.ts';

/** A row of the table of imports. */
export type ImportRow = typeof imports.$inferSelect;

const SHOWN_PROBLEMS = 20;

/**
 * One import as it is stored.
 * @throws Problem `not_found`
 */
export async function fetchImportRow(db: Database, id: string): Promise<ImportRow> {
  return firstOrNotFound(await db.select().from(imports).where(eq(imports.id, id)), 'import');
}

const findingRow = z.object({
  row: z.number(),
  place: z.number(),
  column: z.nullable(z.number()),
  field: z.nullable(z.enum(IMPORT_FIELDS)),
  value: z.string(),
  code: z.string(),
  message: z.string(),
});

/** A finding with its place among those of its row. */
export type PlacedFinding = { finding: ImportFinding; place: number };

/** The findings of one kind in the order of the file, beginning after a row and a place in it. */
export async function findFindings(
  db: Database,
  id: string,
  kind: FindingKind,
  after: { row: number; place: number },
  limit: number,
): Promise<PlacedFinding[]> {
  const ofKind = kind === 'note' ? sql`is_noted` : sql`outcome = ${kind}`;
  const rows = await selectRows(
    db,
    findingRow,
    sql`SELECT row, place::int AS place, (finding->>'column')::int AS "column",
          finding->>'field' AS field, finding->>'value' AS value,
          finding->>'code' AS code, finding->>'message' AS message
        FROM import_rows, jsonb_array_elements(findings) WITH ORDINALITY AS found(finding, place)
        WHERE import_id = ${id} AND ${ofKind} AND row >= ${after.row}
          AND (row, place::int) > (${after.row}::int, ${after.place}::int)
        ORDER BY row, place LIMIT ${limit}`,
  );
  return rows.map(({ place, ...finding }) => ({ finding: { ...finding, kind }, place }));
}

/** How many rows of each kind a dry run, or the import since, has made of a file. */
export async function countRows(db: Database, id: string): Promise<ImportCounts> {
  const [counts] = await selectRows(
    db,
    z.object({
      rows: z.number(),
      fresh: z.number(),
      existing: z.number(),
      duplicates: z.number(),
      bad: z.number(),
      imported: z.number(),
      noted: z.number(),
    }),
    sql`SELECT count(*)::int AS rows,
          count(*) FILTER (WHERE outcome = 'fresh')::int AS fresh,
          count(*) FILTER (WHERE outcome = 'existing')::int AS existing,
          count(*) FILTER (WHERE outcome = 'duplicate')::int AS duplicates,
          count(*) FILTER (WHERE outcome = 'bad')::int AS bad,
          count(*) FILTER (WHERE outcome = 'imported')::int AS imported,
          count(*) FILTER (WHERE is_noted)::int AS noted
        FROM import_rows WHERE import_id = ${id}`,
  );
  if (!counts) throw new Error('The rows of an import could not be counted.');
  return counts;
}

/** An import as the API answers it, with its first problems and the work in hand. */
export async function toImport(db: Database, row: ImportRow): Promise<PatientImport> {
  const hasProblems = (row.counts?.bad ?? 0) > 0 && row.status !== 'discarded';
  const problems = hasProblems
    ? await findFindings(db, row.id, 'bad', { row: 0, place: 0 }, SHOWN_PROBLEMS)
    : [];
  return {
    id: row.id,
    version: row.version,
    status: row.status,
    fileName: row.fileName,
    bytes: row.bytes,
    encoding: row.encoding,
    delimiter: row.delimiter,
    columns: row.columns.map(({ letterM: _, ...column }) => column),
    suggestion: row.suggestion,
    mapping: row.mapping && {
      columns: [...row.mapping.columns],
      hasHeader: row.mapping.hasHeader,
      nameOrder: row.mapping.nameOrder,
      dateOrder: row.mapping.dateOrder,
    },
    counts: row.counts,
    problems: problems.map(({ finding }) => finding),
    job: row.jobId === null ? null : toJob(await fetchJob(db, row.jobId)),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

/**
 * One import as the API answers it.
 * @throws Problem `not_found`
 */
export async function fetchImport(db: Database, id: string): Promise<PatientImport> {
  return await toImport(db, await fetchImportRow(db, id));
}

const LONGEST_VALUE = 200;

/** Text that the database can keep: NUL and halves of characters are shown as such. */
export const storable = (text: string): string => text.replaceAll('\0', '\ufffd').toWellFormed();

/** A finding as it is kept, its value shortened. */
export const keptFinding = (finding: CellProblem): CellProblem => ({
  ...finding,
  value: storable(
    finding.value.length > LONGEST_VALUE
      ? `${finding.value.slice(0, LONGEST_VALUE)}…`
      : finding.value,
  ),
});
