import { eq } from 'drizzle-orm';
import type { Job } from '#domain/jobs/job.ts';
import { Problem } from '#domain/shared/problem.ts';
import { can } from '#domain/staff/permissions.ts';
import type { Database } from '../db/database.ts';
import { firstOrNotFound } from '../db/fetch.ts';
import { jobs } from '../db/schema/jobs.ts';
import type { Ctx } from '../http/context.ts';
import type { JobRow } from './run-job.ts';

/** A row of jobs as the API answers it. */
export const toJob = (row: JobRow): Job => ({
  id: row.id,
  kind: row.kind,
  subjectId: row.subjectId,
  status: row.status,
  progress: row.progress,
  error: row.error,
  createdAt: row.createdAt.toISOString(),
  finishedAt: row.finishedAt?.toISOString() ?? null,
});

/**
 * One job, whoever may see it.
 * @throws Problem `not_found`
 */
export async function fetchJob(db: Database, id: string): Promise<JobRow> {
  return firstOrNotFound(await db.select().from(jobs).where(eq(jobs.id, id)), 'job');
}

/**
 * How far a job is. It is open to whoever started it and to all who may start one of its kind.
 * @throws Problem `not_found`, `not_allowed`
 */
export async function getJob(ctx: Ctx, id: string): Promise<Job> {
  const row = await fetchJob(ctx.deps.db, id);
  if (row.startedBy !== ctx.actor.staffId && !can(ctx.actor, 'patients.import'))
    throw new Problem('not_allowed');
  return toJob(row);
}
