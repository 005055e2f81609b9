import type { jobs } from '../db/schema/jobs.ts';
import type { Deps } from '../deps.ts';
import { checkImport, runImport } from '../imports/run-import.ts';

/** A row of the table of jobs. */
export type JobRow = typeof jobs.$inferSelect;

/** Does the work of one job until it is done or `shouldStop` says that the server is closing. */
export async function runJob(deps: Deps, job: JobRow, shouldStop: () => boolean): Promise<void> {
  const work = { 'check-import': checkImport, 'run-import': runImport }[job.kind];
  await work(deps, job, shouldStop);
}
