import * as z from 'zod/mini';
import { instant } from '#domain/shared/calendar-date.ts';
import { desk } from '#domain/shared/field-tags.ts';
import { id } from '#domain/shared/ids.ts';

/** The kinds of work that run behind the requests. */
export const JOB_KINDS = ['check-import', 'run-import'] as const;
/** One of them. */
export type JobKind = (typeof JOB_KINDS)[number];

/** Where a job stands. One that a restart cut off is running still: it goes on by itself. */
export const JOB_STATUSES = ['waiting', 'running', 'done', 'failed'] as const;
/** One of these. */
export type JobStatus = (typeof JOB_STATUSES)[number];

/** Work that runs behind the requests and survives a restart. */
export const job = z.strictObject({
  id: desk(id),
  kind: desk(z.enum(JOB_KINDS)),
  /** What it works on, e.g. the import. */
  subjectId: desk(id),
  status: desk(z.enum(JOB_STATUSES)),
  /** Steps done of all; the unit is the job's own (rows of the file for imports). */
  progress: desk(z.strictObject({ done: z.int(), total: z.int() })),
  /** What went wrong, as a sentence; null unless it failed. */
  error: desk(z.nullable(z.string())),
  createdAt: desk(instant),
  finishedAt: desk(z.nullable(instant)),
});

/** Such work, as a type. */
export type Job = z.infer<typeof job>;
