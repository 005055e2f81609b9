import * as z from 'zod/mini';
import { calendarDate, instant } from '#domain/shared/calendar-date.ts';
import { checkFields } from '#domain/shared/check-fields.ts';
import { minutesBetween } from '#domain/shared/clinic-time.ts';
import { id } from '#domain/shared/ids.ts';
import { pageQuery } from '#domain/shared/page.ts';
import type { FieldProblem } from '#domain/shared/problem.ts';
import { WAITING_URGENCIES } from './waiting-enums.ts';

/** Which entries: those that still wait, or those that are booked or withdrawn. */
const WAITING_STATES = ['open', 'closed'] as const;

/** The query of the waiting list: urgent first, then oldest; closed ones the latest first. */
export const waitingQuery = z.strictObject({
  ...pageQuery,
  state: z._default(z.enum(WAITING_STATES), 'open'),
  /** Only parked appointments, or only those who wait without one. */
  parked: z.optional(z.enum(['yes', 'no'])),
  urgency: z.optional(z.enum(WAITING_URGENCIES)),
  /** Those who want this practitioner, or anyone. */
  practitionerId: z.optional(id),
  patientId: z.optional(id),
});

/** The query of the waiting list, as a type. */
export type WaitingQuery = z.output<typeof waitingQuery>;

const MOST_GAP_MINUTES = 24 * 60;

function gapProblems({ startsAt, endsAt }: { startsAt: string; endsAt: string }): FieldProblem[] {
  const minutes = minutesBetween(startsAt, endsAt);
  if (minutes <= 0) return [{ path: 'endsAt', message: 'The end comes after the start.' }];
  return minutes > MOST_GAP_MINUTES ? [{ path: 'endsAt', message: 'At most a day.' }] : [];
}

const gapMoment = instant.check(
  z.refine((text) => text > '2000-01-01' && text < '2200-01-01', 'This year cannot be right.'),
);

/** A stretch of one practitioner's time that is free, and the room in which it is. */
export const gapQuery = z
  .strictObject({
    practitionerId: id,
    /** Left out: any room that is free. */
    roomId: z.optional(id),
    startsAt: gapMoment,
    endsAt: gapMoment,
  })
  .check(checkFields(gapProblems));

/** A gap, as a type. */
export type GapQuery = z.output<typeof gapQuery>;

/** Times for one entry: those that meet its wishes, or any from a day on. */
export const waitingFreeQuery = z.strictObject({
  wishes: z._default(z.enum(['kept', 'left']), 'kept'),
  /** The first clinic date looked at; left out, the first that will do. */
  from: z.optional(calendarDate),
});

/** The query of times for an entry, as a type. */
export type WaitingFreeQuery = z.output<typeof waitingFreeQuery>;
