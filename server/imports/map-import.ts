import { and, eq, inArray, sql } from 'drizzle-orm';
import { findMappingProblems, settledDateOrder } from '#domain/imports/import-rules.ts';
import type {
  ImportMappingRequest,
  ImportStatus,
  PatientImport,
} from '#domain/imports/patient-import.ts';
import { Problem } from '#domain/shared/problem.ts';
import { transact, type Tx } from '../audit/transact.ts';
import { clinicToday, fetchClinic } from '../clinic/clinic-view.ts';
import { updatedOrStale } from '../db/fetch.ts';
import { importRows, imports } from '../db/schema/imports.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { addJob } from '../jobs/job-steps.ts';
import { fetchImport, fetchImportRow, type ImportRow, toImport } from './import-view.ts';

const BUSY: Partial<Record<ImportStatus, string>> = {
  checking: 'This file is being checked. Wait until that is done.',
  running: 'This file is being imported. Wait until that is done.',
  done: 'This file is imported already. Upload it again to import what is new in it.',
  discarded: 'This import was discarded. Upload the file again.',
};

/**
 * Refuses what an import's status does not allow.
 * @throws Problem `conflict`
 */
export function refuseUnless(row: ImportRow, allowed: readonly ImportStatus[]): void {
  if (!allowed.includes(row.status))
    throw new Problem('conflict', BUSY[row.status] ?? 'Check the file first.');
}

type Change = Partial<typeof imports.$inferInsert>;

/**
 * Changes an import that is still at the version, and in the status, it was seen in.
 * @throws Problem `not_found`, `conflict`, `stale` with the import as it now stands
 */
export async function changeImport(
  ctx: Ctx,
  tx: Tx,
  seen: { id: string; version: number; allowed: readonly ImportStatus[] },
  change: Change,
): Promise<ImportRow> {
  refuseUnless(await fetchImportRow(tx.db, seen.id), seen.allowed);
  return await updatedOrStale(
    await tx.db
      .update(imports)
      .set({ ...change, version: sql`${imports.version} + 1`, updatedAt: ctx.deps.now() })
      .where(
        and(
          eq(imports.id, seen.id),
          eq(imports.version, seen.version),
          inArray(imports.status, [...seen.allowed]),
        ),
      )
      .returning(),
    () => fetchImport(tx.db, seen.id),
  );
}

/**
 * Takes what a person says the columns hold, and starts the dry run.
 * @throws Problem `invalid` at the column or `dateOrder`, `conflict`, `stale`, `not_found`
 */
export async function mapImport(
  ctx: Ctx,
  id: string,
  version: number,
  request: ImportMappingRequest,
): Promise<PatientImport> {
  authorise(ctx, 'patients.import');
  const { country, timeZone } = await fetchClinic(ctx.deps.db);
  const answer = await transact(ctx, async (tx) => {
    const before = await fetchImportRow(tx.db, id);
    const problems = findMappingProblems(before.columns, request);
    if (problems.length > 0)
      throw new Problem('invalid', problems[0]?.message, { fields: problems });
    const sexes = before.columns.find(({ column }) => request.columns[column] === 'sexAtBirth');
    const mapping = {
      columns: request.columns,
      hasHeader: request.hasHeader,
      nameOrder: request.nameOrder,
      dateOrder: settledDateOrder(before.columns, request),
      letterM: sexes?.letterM ?? ('male' as const),
      country,
      today: clinicToday(timeZone, ctx.deps.now()),
    };
    const total = before.lineCount - (request.hasHeader ? 1 : 0);
    const jobId = await addJob(ctx, tx, 'check-import', id, total);
    const row = await changeImport(
      ctx,
      tx,
      { id, version, allowed: ['uploaded', 'checked'] },
      { status: 'checking', mapping, counts: null, jobId },
    );
    await tx.db.delete(importRows).where(eq(importRows.importId, id));
    await tx.record({
      act: 'imports.map',
      entity: 'import',
      entityId: id,
      before: { mapping: before.mapping },
      after: { mapping },
    });
    return await toImport(tx.db, row);
  });
  ctx.deps.wakeJobs();
  return answer;
}
