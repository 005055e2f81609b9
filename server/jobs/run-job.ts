import type { jobs } from '../db/schema/jobs.ts';
import type { Deps } from '../deps.ts';
import { checkImport } from '../imports/check-import.ts';
import { reopenImport } from '../imports/reopen-import.ts';
import { runImport } from '../imports/run-import.ts';

/** A row of the table of jobs. */
export type JobRow = typeof jobs.$inferSelect;

const WORK = { 'check-import': checkImport, 'run-import': runImport };
const AFTER_FAILURE = { 'check-import': reopenImport, 'run-import': reopenImport };

/** Does the work of one job until it is done or `shouldStop` says that the server is closing. */
export async function runJob(deps: Deps, job: JobRow, shouldStop: () => boolean): Promise<void> {
  await WORK[job.kind](deps, job, shouldStop);
}

/** Puts what a job worked on back to where it can be started again. */
export async function afterFailure(deps: Deps, job: JobRow): Promise<void> {
  await AFTER_FAILURE[job.kind](deps, job);
}
