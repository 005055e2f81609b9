import { eq } from 'drizzle-orm';
import type { PatientImport } from '#domain/imports/patient-import.ts';
import { transact } from '../audit/transact.ts';
import { importChunks, importRows } from '../db/schema/imports.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { addJob } from '../jobs/job-steps.ts';
import { fetchImportRow, toImport } from './import-view.ts';
import { changeImport, refuseUnless } from './map-import.ts';

/**
 * Starts the import of all good rows of a checked file.
 * @throws Problem `conflict` before the dry run, `stale`, `not_found`
 */
export async function startImport(ctx: Ctx, id: string, version: number): Promise<PatientImport> {
  authorise(ctx, 'patients.import');
  const answer = await transact(ctx, async (tx) => {
    const before = await fetchImportRow(tx.db, id);
    refuseUnless(before, ['checked']);
    const jobId = await addJob(ctx, tx, 'run-import', id, before.counts?.fresh ?? 0);
    const row = await changeImport(
      ctx,
      tx,
      { id, version, allowed: ['checked'] },
      { status: 'running', jobId },
    );
    await tx.record({ act: 'imports.run', entity: 'import', entityId: id });
    return await toImport(tx.db, row);
  });
  ctx.deps.wakeJobs();
  return answer;
}

/**
 * Deletes a file and all that was read from it. Patients imported from it stay.
 * @throws Problem `conflict` while a job works on it, `stale`, `not_found`
 */
export async function discardImport(ctx: Ctx, id: string, version: number): Promise<PatientImport> {
  authorise(ctx, 'patients.import');
  return await transact(ctx, async (tx) => {
    const { columns } = await fetchImportRow(tx.db, id);
    const row = await changeImport(
      ctx,
      tx,
      { id, version, allowed: ['uploaded', 'checked', 'done'] },
      { status: 'discarded', columns: columns.map((column) => ({ ...column, samples: [] })) },
    );
    await tx.db.delete(importRows).where(eq(importRows.importId, id));
    await tx.db.delete(importChunks).where(eq(importChunks.importId, id));
    await tx.record({ act: 'imports.discard', entity: 'import', entityId: id });
    return await toImport(tx.db, row);
  });
}
