import { index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { moment, recordColumns } from './columns.ts';

/** Work that runs behind the requests and survives a restart. */
export const jobs = pgTable(
  'jobs',
  {
    ...recordColumns,
    kind: text('kind').$type<'check-import' | 'run-import'>().notNull(),
    subjectId: uuid('subject_id').notNull(),
    startedBy: uuid('started_by').notNull(),
    status: text('status').$type<'waiting' | 'running' | 'done' | 'failed'>().notNull(),
    progress: jsonb('progress').$type<{ done: number; total: number }>().notNull(),
    error: text('error'),
    finishedAt: moment('finished_at'),
  },
  (table) => [index('jobs_open').on(table.status, table.createdAt)],
);
