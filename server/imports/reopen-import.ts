import { and, eq, inArray, sql } from 'drizzle-orm';
import { transact } from '../audit/transact.ts';
import { imports } from '../db/schema/imports.ts';
import type { Deps } from '../deps.ts';
import type { Ctx } from '../http/context.ts';
import type { JobRow } from '../jobs/run-job.ts';
import { countRows } from './import-view.ts';

/** Puts an import whose job failed back to where it can be started again; what is done stays done. */
export async function reopenImport(deps: Deps, job: JobRow): Promise<void> {
  const ctx: Ctx = {
    deps,
    actor: { staffId: job.startedBy, roles: [], isPrescriber: false, isOwner: false },
    requestId: job.id,
    idempotency: undefined,
  };
  const id = job.subjectId;
  const isRun = job.kind === 'run-import';
  const counts = isRun ? await countRows(deps.db, id) : null;
  await transact(ctx, async (tx) => {
    await tx.db
      .update(imports)
      .set({
        status: isRun ? 'checked' : 'uploaded',
        counts,
        version: sql`${imports.version} + 1`,
        updatedAt: deps.now(),
      })
      .where(
        and(
          eq(imports.id, id),
          eq(imports.jobId, job.id),
          inArray(imports.status, ['checking', 'running']),
        ),
      );
    await tx.record({ act: 'imports.fail', entity: 'import', entityId: id });
  });
}
