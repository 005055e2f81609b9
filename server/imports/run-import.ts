import { and, asc, eq, sql } from 'drizzle-orm';
import { transact, type Tx } from '../audit/transact.ts';
import { importChunks, importRows, imports } from '../db/schema/imports.ts';
import type { Deps } from '../deps.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { contextOf, endJob, keepStep } from '../jobs/job-steps.ts';
import type { JobRow } from '../jobs/run-job.ts';
import { importPatients, type PatientImported } from '../patients/import-patients.ts';
import { countRows, fetchImportRow, type ImportRow } from './import-view.ts';
import { existingFinding, type GoodRow, takenFinding } from './read-rows.ts';

const STEP_ROWS = 250;

type Mapping = NonNullable<ImportRow['mapping']>;

/** The next rows to import, those with a clinic number of their own first. */
async function nextRows(tx: Tx, importId: string): Promise<GoodRow[]> {
  const rows = await tx.db
    .select({ row: importRows.row, patient: importRows.patient, cells: importRows.cells })
    .from(importRows)
    .where(and(eq(importRows.importId, importId), sql`outcome = 'fresh'`))
    .orderBy(sql`(number_key IS NULL)`, asc(importRows.row))
    .limit(STEP_ROWS);
  return rows.flatMap(({ row, patient, cells }) =>
    patient
      ? [
          {
            source: { row, line: row, cells: cells ?? [], problem: null },
            patient,
            findings: [],
          },
        ]
      : [],
  );
}

/** What became of a row, as it is kept. */
function outcomeOf(row: GoodRow, became: PatientImported | undefined, mapping: Mapping) {
  const { row: number } = row.source;
  if (became?.kind === 'imported')
    return { row: number, outcome: 'imported', patientId: became.patientId, findings: null };
  if (became?.kind === 'existing')
    return {
      row: number,
      outcome: 'existing',
      patientId: became.patientId,
      findings: [existingFinding(row, mapping, became.clinicNumber)],
    };
  return { row: number, outcome: 'bad', patientId: null, findings: [takenFinding(row, mapping)] };
}

/** Imports some rows; all of them, with their audit entries and the job's progress, or none. */
async function runStep(
  ctx: Ctx,
  tx: Tx,
  job: JobRow,
  mapping: Mapping,
  progress: { done: number; total: number },
): Promise<number> {
  const importId = job.subjectId;
  const rows = await nextRows(tx, importId);
  await keepStep(ctx.deps, tx.db, job, { ...progress, done: progress.done + rows.length });
  if (rows.length === 0) {
    await finish(ctx, tx, job);
    return 0;
  }
  const became = await importPatients(
    ctx,
    tx,
    rows.map(({ patient }) => patient),
  );
  const outcomes = rows.map((row, index) => outcomeOf(row, became[index], mapping));
  await tx.db.execute(sql`
    UPDATE import_rows SET outcome = became.outcome, patient_id = became."patientId",
      findings = coalesce(became.findings, import_rows.findings),
      is_noted = import_rows.is_noted AND became.outcome = 'imported'
    FROM jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb)
      AS became(row int, outcome text, "patientId" uuid, findings jsonb)
    WHERE import_id = ${importId} AND import_rows.row = became.row`);
  await tx.record({
    act: 'imports.step',
    entity: 'import',
    entityId: importId,
    after: { imported: became.filter(({ kind }) => kind === 'imported').length },
  });
  return rows.length;
}

/** Ends an import: the file and what became patients go; rows to mend stay until it is discarded. */
async function finish(ctx: Ctx, tx: Tx, job: JobRow): Promise<void> {
  const { deps } = ctx;
  const importId = job.subjectId;
  const counts = await countRows(tx.db, importId);
  await tx.db.delete(importChunks).where(eq(importChunks.importId, importId));
  await tx.db
    .delete(importRows)
    .where(and(eq(importRows.importId, importId), sql`outcome = 'imported' AND NOT is_noted`));
  await tx.db
    .update(importRows)
    .set({ patient: null, cells: null, numberKey: null, personKey: null })
    .where(and(eq(importRows.importId, importId), sql`outcome <> 'bad'`));
  await tx.db
    .update(imports)
    .set({
      status: 'done',
      counts,
      version: sql`${imports.version} + 1`,
      updatedAt: deps.now(),
    })
    .where(eq(imports.id, importId));
  await endJob(deps, tx.db, job);
  await tx.record({
    act: 'imports.finish',
    entity: 'import',
    entityId: importId,
    after: { counts },
  });
}

/**
 * Imports every good row of a checked file, some in each transaction. A row is marked in the same
 * transaction that makes its patient, so that one cut off at any moment goes on exactly there.
 * @throws JobLostError when another server took it over
 */
export async function runImport(deps: Deps, job: JobRow, shouldStop: () => boolean): Promise<void> {
  const ctx = await contextOf(deps, job);
  authorise(ctx, 'patients.import');
  const { mapping } = await fetchImportRow(deps.db, job.subjectId);
  if (!mapping) throw new Error('A file is imported by a mapping.');
  let { progress } = job;
  while (!shouldStop()) {
    const rows = await transact(ctx, (tx) => runStep(ctx, tx, job, mapping, progress));
    if (rows === 0) return;
    progress = { ...progress, done: progress.done + rows };
  }
}
