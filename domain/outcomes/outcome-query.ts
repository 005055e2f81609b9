import * as z from 'zod/mini';
import { id } from '#domain/shared/ids.ts';
import { pageQuery } from '#domain/shared/page.ts';
import { MEASURES } from './measure.ts';

/** The query of the list of readings, newest first. */
export const outcomeQuery = z.strictObject({
  ...pageQuery,
  patientId: z.optional(id),
  courseId: z.optional(id),
  measure: z.optional(z.enum(MEASURES)),
  /** Readings taken back are listed too, marked, unless left out. */
  voided: z._default(z.enum(['all', 'no']), 'all'),
});

/** The query of the list of readings, as a type. */
export type OutcomeQuery = z.output<typeof outcomeQuery>;

/** The query of what a patient said changed. */
export const patientChangesQuery = z.strictObject({ patientId: id });
