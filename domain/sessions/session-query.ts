import * as z from 'zod/mini';
import { calendarDate } from '#domain/shared/calendar-date.ts';
import { id } from '#domain/shared/ids.ts';
import { pageQuery } from '#domain/shared/page.ts';
import { SESSION_STATUSES } from './session-enums.ts';

/** The query of the list of sessions, newest first; `from` and `to` are clinic dates, both included. */
export const sessionQuery = z.strictObject({
  ...pageQuery,
  patientId: z.optional(id),
  courseId: z.optional(id),
  performedBy: z.optional(id),
  status: z.optional(z.enum(SESSION_STATUSES)),
  from: z.optional(calendarDate),
  to: z.optional(calendarDate),
});

/** The query of the list of sessions, as a type. */
export type SessionQuery = z.output<typeof sessionQuery>;
