import * as z from 'zod/mini';
import { id } from '#domain/shared/ids.ts';
import { pageQuery } from '#domain/shared/page.ts';

/** Which reports: those a clinician has yet to close, or all. */
const REPORT_STATES = ['open', 'all'] as const;

/** The query of the reports, newest first. */
export const phoneReportQuery = z.strictObject({
  ...pageQuery,
  state: z._default(z.enum(REPORT_STATES), 'open'),
  patientId: z.optional(id),
});
/** The query of the reports, as a type. */
export type PhoneReportQuery = z.output<typeof phoneReportQuery>;

/** The query of what one handed over oneself, newest first. */
export const handedOverQuery = z.strictObject(pageQuery);
/** The query of what one handed over, as a type. */
export type HandedOverQuery = z.output<typeof handedOverQuery>;
