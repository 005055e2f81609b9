import * as z from 'zod/mini';
import { calendarDate } from '#domain/shared/calendar-date.ts';
import { id } from '#domain/shared/ids.ts';

/** Whose weekly hours are asked for; left out, everyone's. */
export const staffHoursQuery = z.strictObject({ practitionerId: z.optional(id) });

/** Time off asked for: whose, and that which has not ended before a clinic date. */
export const timeOffQuery = z.strictObject({
  practitionerId: z.optional(id),
  from: z.optional(calendarDate),
});

/** Time off asked for, as a type. */
export type TimeOffQuery = z.output<typeof timeOffQuery>;

/** Closures asked for: those that have not ended before a clinic date. */
export const closureQuery = z.strictObject({ from: z.optional(calendarDate) });
