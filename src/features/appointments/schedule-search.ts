import * as z from 'zod/mini';
import { calendarDate } from '#domain/shared/calendar-date.ts';
import { id } from '#domain/shared/ids.ts';

/** What the schedule's address holds: all that decides what is seen. */
export const scheduleSearch = z.object({
  /** A clinic date; left out, today. */
  date: z.catch(z.optional(calendarDate), undefined),
  /** Left out: the day, and on a phone the agenda. */
  view: z.catch(z.optional(z.enum(['day', 'week', 'agenda'])), undefined),
  /** Left out: the practitioners. */
  by: z.catch(z.optional(z.enum(['practitioners', 'rooms'])), undefined),
  /** Whose week it is. */
  who: z.catch(z.optional(id), undefined),
  /** The appointment that is open beside the grid. */
  open: z.catch(z.optional(id), undefined),
});

/** The schedule's address, as a type. */
export type ScheduleSearch = z.infer<typeof scheduleSearch>;
