import { and, eq, sql } from 'drizzle-orm';
import type { JobKind } from '#domain/jobs/job.ts';
import type { Tx } from '../audit/transact.ts';
import type { Database } from '../db/database.ts';
import { jobs } from '../db/schema/jobs.ts';
import type { Deps } from '../deps.ts';
import type { Ctx } from '../http/context.ts';
import { fetchStaffMember } from '../staff/staff-view.ts';
import type { JobRow } from './run-job.ts';

/** How long a job is left to its runner after its last step; a step takes a fraction of a second. */
export const LEASE_MS = 5_000;

/** When a lease taken now ends, by the database's clock: the clocks of several servers differ. */
export const leaseEnd = (ms: number) => sql`now() + ${ms} * interval '1 millisecond'`;

/** Another server took the job over: this one's step must not count. */
export class JobLostError extends Error {}

/** Adds a job to the open transaction; call `wakeJobs` once it is committed. */
export async function addJob(
  ctx: Ctx,
  tx: Tx,
  kind: JobKind,
  subjectId: string,
  total: number,
): Promise<string> {
  const now = ctx.deps.now();
  const id = ctx.deps.newId();
  await tx.db.insert(jobs).values({
    id,
    createdAt: now,
    updatedAt: now,
    kind,
    subjectId,
    startedBy: ctx.actor.staffId,
    status: 'waiting',
    progress: { done: 0, total },
  });
  return id;
}

const heldBy = (job: JobRow) =>
  and(
    eq(jobs.id, job.id),
    eq(jobs.status, 'running'),
    job.runnerId === null ? undefined : eq(jobs.runnerId, job.runnerId),
  );

/**
 * Stores how far a job is, in the transaction of the step itself, and keeps it for this runner.
 * @throws JobLostError when another server works on it by now
 */
export async function keepStep(
  deps: Deps,
  db: Database,
  job: JobRow,
  progress: { done: number; total: number },
): Promise<void> {
  const kept = await db
    .update(jobs)
    .set({ progress, failures: 0, leaseUntil: leaseEnd(LEASE_MS), updatedAt: deps.now() })
    .where(heldBy(job))
    .returning({ id: jobs.id });
  if (kept.length === 0) throw new JobLostError('Another server works on this job.');
}

/**
 * Ends a job in the transaction of its last step.
 * @throws JobLostError when another server works on it by now
 */
export async function endJob(deps: Deps, db: Database, job: JobRow): Promise<void> {
  const now = deps.now();
  const ended = await db
    .update(jobs)
    .set({ status: 'done', finishedAt: now, updatedAt: now, leaseUntil: null })
    .where(heldBy(job))
    .returning({ id: jobs.id });
  if (ended.length === 0) throw new JobLostError('Another server works on this job.');
}

/** A job acts for the person who started it, with the roles they hold now. */
export async function contextOf(deps: Deps, job: JobRow): Promise<Ctx> {
  const { id, roles, isPrescriber, isOwner, isActive } = await fetchStaffMember(
    deps.db,
    job.startedBy,
  );
  return {
    deps,
    actor: {
      staffId: id,
      roles: isActive ? roles : [],
      isPrescriber,
      isOwner: isActive && isOwner,
    },
    requestId: job.id,
    idempotency: undefined,
  };
}

/** Lets waiting requests run before long work goes on. */
export const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
