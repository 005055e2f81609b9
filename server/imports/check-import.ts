import { eq, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import type { CsvRow } from '#domain/exchange/csv-reader.ts';
import { clinicNumberKey, personKey } from '#domain/patients/patient-identity.ts';
import { transact } from '../audit/transact.ts';
import { insertAll } from '../db/insert-all.ts';
import { selectRows } from '../db/rows.ts';
import { importRows, imports } from '../db/schema/imports.ts';
import type { Deps } from '../deps.ts';
import { authorise } from '../http/context.ts';
import { breathe, contextOf, endJob, JobLostError, keepStep } from '../jobs/job-steps.ts';
import type { JobRow } from '../jobs/run-job.ts';
import { matchPatients } from '../patients/import-patients.ts';
import { countRows, fetchImportRow, type ImportRow } from './import-view.ts';
import { rowsOfFile } from './read-file.ts';
import { createSeenRows, type GoodRow, judgeRow, readRow, type CheckedRow } from './read-rows.ts';

const STEP_ROWS = 500;
const ROWS_IN_ONE_GO = 50;

type Mapping = NonNullable<ImportRow['mapping']>;

const seenRow = z.object({
  row: z.number(),
  numberKey: z.nullable(z.string()),
  personKey: z.nullable(z.string()),
  familyName: z.string(),
  givenName: z.string(),
  birthDate: z.nullable(z.string()),
});

const listed = (keys: readonly string[]) =>
  sql`ANY (ARRAY(SELECT jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb)))`;

/** The earlier rows of the file that any of these may repeat. */
async function findSeen(deps: Deps, importId: string, good: readonly GoodRow[]) {
  const people = good.map(({ patient }) => personKey(patient));
  const numbers = good.flatMap(({ patient }) =>
    patient.clinicNumber === null ? [] : [clinicNumberKey(patient.clinicNumber)],
  );
  const rows = await selectRows(
    deps.db,
    seenRow,
    sql`SELECT row, number_key AS "numberKey", person_key AS "personKey",
          patient->>'familyName' AS "familyName", patient->>'givenName' AS "givenName",
          patient->>'birthDate' AS "birthDate"
        FROM import_rows
        WHERE import_id = ${importId} AND person_key = ${listed(people)}
        UNION
        SELECT row, number_key, person_key, patient->>'familyName', patient->>'givenName',
          patient->>'birthDate'
        FROM import_rows
        WHERE import_id = ${importId} AND number_key = ${listed(numbers)}
        ORDER BY row`,
  );
  return createSeenRows(
    rows.map(({ familyName, givenName, birthDate, ...row }) => ({
      ...row,
      person: { familyName, givenName, birthDate },
    })),
  );
}

/** Reads some rows and stores what each is, in one statement: all of them or none. */
async function checkStep(
  deps: Deps,
  importId: string,
  mapping: Mapping,
  rows: readonly CsvRow[],
): Promise<void> {
  const read: ReturnType<typeof readRow>[] = [];
  for (const [index, row] of rows.entries()) {
    if (index % ROWS_IN_ONE_GO === 0) await breathe();
    read.push(readRow(row, mapping));
  }
  const good = read.flatMap((one) => ('good' in one ? [one.good] : []));
  const seen = await findSeen(deps, importId, good);
  const matches = await matchPatients(
    deps.db,
    good.map(({ patient }) => patient),
  );
  let at = 0;
  const checked = read.map((one): CheckedRow => {
    if ('bad' in one) return one.bad;
    at += 1;
    return judgeRow(one.good, seen, matches[at - 1], mapping);
  });
  await breathe();
  const stored = checked.map((row) => ({ ...row, importId }));
  await insertAll(deps.db, importRows, stored, sql`ON CONFLICT DO NOTHING`);
}

/** What is stored of a dry run that broke off: it goes on after it. */
async function storedSoFar(deps: Deps, importId: string) {
  const [row] = await selectRows(
    deps.db,
    z.object({ last: z.number(), rows: z.number() }),
    sql`SELECT coalesce(max(row), 0)::int AS last, count(*)::int AS rows
        FROM import_rows WHERE import_id = ${importId}`,
  );
  return row ?? { last: 0, rows: 0 };
}

/**
 * The dry run: reads every row of the file, and stores what it would become and why not. Goes on
 * after the rows that are stored when it was cut off.
 * @throws JobLostError when another server took it over
 */
export async function checkImport(
  deps: Deps,
  job: JobRow,
  shouldStop: () => boolean,
): Promise<void> {
  const ctx = await contextOf(deps, job);
  authorise(ctx, 'patients.import');
  const { id, mapping } = await fetchImportRow(deps.db, job.subjectId);
  if (!mapping) throw new Error('A file is checked by a mapping.');
  const { last, rows: stored } = await storedSoFar(deps, id);
  const { total } = job.progress;
  let done = stored;
  let isFirst = true;
  let waiting: CsvRow[] = [];
  const step = async (): Promise<void> => {
    await checkStep(deps, id, mapping, waiting);
    done += waiting.length;
    waiting = [];
    await keepStep(deps, deps.db, job, { done, total });
  };
  for await (const rows of rowsOfFile(deps.db, id, mapping.country)) {
    for (const row of rows) {
      const isHeader = isFirst && mapping.hasHeader;
      isFirst = false;
      if (isHeader || row.row <= last) continue;
      waiting.push(row);
      if (waiting.length < STEP_ROWS) continue;
      if (shouldStop()) return;
      await step();
    }
  }
  if (shouldStop()) return;
  if (waiting.length > 0) await step();
  const counts = await countRows(deps.db, id);
  await transact(ctx, async (tx) => {
    await endJob(deps, tx.db, job);
    const [ended] = await tx.db
      .update(imports)
      .set({
        status: 'checked',
        counts,
        version: sql`${imports.version} + 1`,
        updatedAt: deps.now(),
      })
      .where(eq(imports.id, id))
      .returning({ jobId: imports.jobId });
    if (ended?.jobId !== job.id) throw new JobLostError('The import goes on with another job.');
    await tx.record({ act: 'imports.check', entity: 'import', entityId: id, after: { counts } });
  });
}
