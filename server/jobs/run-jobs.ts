import { asc, eq, inArray } from 'drizzle-orm';
import { jobs } from '../db/schema/jobs.ts';
import type { Deps } from '../deps.ts';
import { runJob } from './run-job.ts';

/** The runner of background work. */
export type Jobs = {
  /** Runs what waits, soon; safe to call often. */
  wake: () => void;
  /** Lets the job in hand finish its step, then stops. What is left goes on at the next start. */
  stop: () => Promise<void>;
};

/**
 * Runs waiting jobs one after another, apart from the requests. A job that a restart cut off is
 * still marked running, so it is taken up again: each step of a job is a transaction of its own.
 */
export function openJobs(deps: Deps): Jobs {
  let isStopping = false;
  let running: Promise<void> | undefined;

  const runAll = async (): Promise<void> => {
    while (!isStopping) {
      const [next] = await deps.db
        .select()
        .from(jobs)
        .where(inArray(jobs.status, ['waiting', 'running']))
        .orderBy(asc(jobs.createdAt))
        .limit(1);
      if (!next) return;
      try {
        await runJob(deps, next, () => isStopping);
      } catch (error) {
        deps.log('error', 'a job failed', { jobId: next.id, kind: next.kind, name: error instanceof Error ? error.name : 'unknown' });
        await deps.db
          .update(jobs)
          .set({ status: 'failed', error: 'Something went wrong on our side. Nothing is half done; start it again.', finishedAt: deps.now(), updatedAt: deps.now() })
          .where(eq(jobs.id, next.id));
      }
    }
  };

  const wake = (): void => {
    if (running || isStopping) return;
    running = runAll()
      .catch((error: unknown) => {
        deps.log('error', 'jobs could not be read', { name: error instanceof Error ? error.name : 'unknown' });
      })
      .finally(() => {
        running = undefined;
      });
  };

  return {
    wake,
    stop: async () => {
      isStopping = true;
      await running;
    },
  };
}
