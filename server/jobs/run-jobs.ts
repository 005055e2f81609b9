import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { Problem } from '#domain/shared/problem.ts';
import { selectRows } from '../db/rows.ts';
import { jobs } from '../db/schema/jobs.ts';
import type { Deps } from '../deps.ts';
import { JobLostError, LEASE_MS, leaseEnd } from './job-steps.ts';
import { afterFailure, type JobRow, runJob } from './run-job.ts';

/** The runner of background work. */
export type Jobs = {
  /** Runs what waits, soon; safe to call often. */
  wake: () => void;
  /** Lets the job in hand finish its step, then stops. What is left goes on at the next start. */
  stop: () => Promise<void>;
  /** Resolves once nothing is left that this runner could do now. */
  idle: () => Promise<void>;
};

const MOST_FAILURES = 3;
const RETRY_MS = 1_000;

const FREE = sql`(lease_until IS NULL OR lease_until < now())`;

/** Takes the next job that nobody works on: new, or left behind by a server that died. */
async function claim(deps: Deps, runnerId: string): Promise<JobRow | undefined> {
  const next = deps.db
    .select({ id: jobs.id })
    .from(jobs)
    .where(and(inArray(jobs.status, ['waiting', 'running']), FREE))
    .orderBy(asc(jobs.createdAt), asc(jobs.id))
    .limit(1)
    .for('update', { skipLocked: true });
  const [job] = await deps.db
    .update(jobs)
    .set({ status: 'running', runnerId, leaseUntil: leaseEnd(LEASE_MS), updatedAt: deps.now() })
    .where(eq(jobs.id, sql`(${next})`))
    .returning();
  return job;
}

/** Milliseconds until a job that others hold, or that waits for another try, comes free. */
async function nextFreeIn(deps: Deps): Promise<number | undefined> {
  const [row] = await selectRows(
    deps.db,
    z.object({ ms: z.nullable(z.number()) }),
    sql`SELECT (extract(epoch FROM min(coalesce(lease_until, now())) - now()) * 1000)::int AS ms
        FROM jobs WHERE status IN ('waiting', 'running')`,
  );
  return row?.ms ?? undefined;
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

/** Tries a job that broke off again a little later; gives up after a few times without progress. */
async function onFailure(deps: Deps, job: JobRow, runnerId: string, error: unknown): Promise<void> {
  if (error instanceof JobLostError) return;
  deps.log('error', 'a job broke off', { jobId: job.id, kind: job.kind, name: nameOf(error) });
  const mine = and(eq(jobs.id, job.id), eq(jobs.runnerId, runnerId), eq(jobs.status, 'running'));
  const [tried] = await deps.db
    .update(jobs)
    .set({ failures: sql`${jobs.failures} + 1`, leaseUntil: leaseEnd(RETRY_MS) })
    .where(mine)
    .returning({ failures: jobs.failures });
  // A problem says that the work itself is refused, so that trying again would not help.
  if (!tried || (tried.failures < MOST_FAILURES && !(error instanceof Problem))) return;
  const now = deps.now();
  await afterFailure(deps, job);
  await deps.db
    .update(jobs)
    .set({
      status: 'failed',
      error:
        error instanceof Problem
          ? error.message
          : 'Something went wrong on our side. Nothing is half done; start it again.',
      finishedAt: now,
      updatedAt: now,
      leaseUntil: null,
    })
    .where(mine);
}

/**
 * Runs waiting jobs one after another, apart from the requests. Each step of a job is a transaction
 * of its own that also says how far the job is and keeps it for this runner; of several servers on
 * one database, another takes a job over when the one that held it is silent for a while.
 */
export function openJobs(deps: Deps): Jobs {
  const runnerId = deps.newId();
  let isStopping = false;
  let running: Promise<void> | undefined;
  let isWokenAgain = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const wakeIn = (ms: number): void => {
    clearTimeout(timer);
    if (!isStopping) timer = setTimeout(wake, ms);
  };

  const runAll = async (): Promise<void> => {
    while (!isStopping) {
      const job = await claim(deps, runnerId);
      if (!job) break;
      try {
        await runJob(deps, job, () => isStopping);
      } catch (error) {
        await onFailure(deps, job, runnerId, error);
      }
    }
    const ms = isStopping ? undefined : await nextFreeIn(deps);
    if (ms !== undefined) wakeIn(Math.max(ms, 0) + 100);
  };

  const wake = (): void => {
    isWokenAgain = running !== undefined;
    if (running || isStopping) return;
    running = runAll()
      .catch((error: unknown) => {
        deps.log('error', 'jobs could not be read', { name: nameOf(error) });
        wakeIn(RETRY_MS * 5);
      })
      .finally(() => {
        running = undefined;
        if (isWokenAgain) wake();
      });
  };

  return {
    wake,
    idle: async () => {
      while (running) await running;
    },
    stop: async () => {
      isStopping = true;
      clearTimeout(timer);
      await running;
      await deps.db
        .update(jobs)
        .set({ leaseUntil: null })
        .where(and(eq(jobs.runnerId, runnerId), eq(jobs.status, 'running')));
    },
  };
}
