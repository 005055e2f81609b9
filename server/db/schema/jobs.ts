import { index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { JobKind, JobStatus } from '#domain/jobs/job.ts';
import { moment, recordColumns } from './columns.ts';

/** Work that runs behind the requests and survives a restart. */
export const jobs = pgTable(
  'jobs',
  {
    ...recordColumns,
    kind: text('kind').$type<JobKind>().notNull(),
    subjectId: uuid('subject_id').notNull(),
    startedBy: uuid('started_by').notNull(),
    status: text('status').$type<JobStatus>().notNull(),
    progress: jsonb('progress').$type<{ done: number; total: number }>().notNull(),
    error: text('error'),
    finishedAt: moment('finished_at'),
    /** The server process that works on it, and until when the others leave it alone. */
    runnerId: uuid('runner_id'),
    leaseUntil: moment('lease_until'),
    /** Times it broke off since its last finished step. */
    failures: integer('failures').notNull().default(0),
  },
  (table) => [
    index('jobs_open').on(table.status, table.createdAt),
    index('jobs_subject').on(table.subjectId),
  ],
);
