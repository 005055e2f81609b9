import * as z from 'zod/mini';
import { appointmentType } from '#domain/availability/appointment-type.ts';
import { addDays, calendarDate, daysBetween, instant } from '#domain/shared/calendar-date.ts';
import { checkFields } from '#domain/shared/check-fields.ts';
import { patientCard } from '#domain/patients/patient-card.ts';
import { desk } from '#domain/shared/field-tags.ts';
import { id } from '#domain/shared/ids.ts';
import { pageQuery } from '#domain/shared/page.ts';
import type { FieldProblem } from '#domain/shared/problem.ts';
import { APPOINTMENT_STATUSES } from './appointment-enums.ts';
import { appointment } from './appointment.ts';

/** The most days one schedule shows: a month's page of six weeks. */
const MOST_SCHEDULE_DAYS = 42;

/** What does not fit together in a range of days. */
function rangeProblems({ from, to }: { from: string; to: string }): FieldProblem[] {
  if (to < from) return [{ path: 'to', message: 'The last day lies before the first.' }];
  return daysBetween(from, to) >= MOST_SCHEDULE_DAYS
    ? [{ path: 'to', message: `At most ${MOST_SCHEDULE_DAYS} days at once.` }]
    : [];
}

/** The days of a schedule, clinic dates with both ends in it, and whose it is if not everyone's. */
export const scheduleQuery = z
  .strictObject({ from: calendarDate, to: calendarDate, practitionerId: z.optional(id) })
  .check(checkFields(rangeProblems));

/** The days of a schedule, as a type. */
export type ScheduleQuery = z.output<typeof scheduleQuery>;

/** Every date of a range, in order. */
export const datesOf = ({ from, to }: { from: string; to: string }): string[] =>
  Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index));

const span = z.strictObject({ startsAt: desk(instant), endsAt: desk(instant) });

/** Which session of its course an appointment is, of how many planned (null when not planned). */
export const sessionPlace = z.strictObject({
  number: desk(z.int()),
  planned: desk(z.nullable(z.int())),
});

/** The place in a course, as a type. */
export type SessionPlace = z.infer<typeof sessionPlace>;

/** An appointment with what its card shows: who it is for, and no clinical word. */
export const scheduledAppointment = z.strictObject({
  ...appointment.shape,
  patient: desk(
    z.strictObject({
      ...patientCard.shape,
      /** A clinician should look before treatment; why is not for the desk. */
      needsClinician: desk(z.boolean()),
      /** Whether the course's consent is signed; null for an appointment without a course. */
      consent: desk(z.nullable(z.enum(['signed', 'missing']))),
    }),
  ),
  /** Null but for sessions of a course that hold their slot. */
  place: desk(z.nullable(sessionPlace)),
  /** When the next session of its course is due; null without an open course or a due window. */
  due: desk(z.nullable(z.strictObject({ from: desk(calendarDate), to: desk(calendarDate) }))),
});

/** An appointment on the schedule, as a type. */
export type ScheduledAppointment = z.infer<typeof scheduledAppointment>;

/** All that a schedule shows, in one answer. Moments are UTC; dates are the clinic's. */
export const schedule = z.strictObject({
  from: desk(calendarDate),
  to: desk(calendarDate),
  timeZone: desk(z.string()),
  days: desk(
    z.array(
      z.strictObject({
        date: desk(calendarDate),
        startsAt: desk(instant),
        endsAt: desk(instant),
        /** How long the day really is: 23, 24 or 25 hours where clocks change by one. */
        minutes: desk(z.int()),
        /** When the clinic is open. */
        open: desk(z.array(span)),
        /** Why the clinic is closed, on a day of a closure. */
        closure: desk(z.nullable(z.string())),
      }),
    ),
  ),
  practitioners: desk(
    z.array(
      z.strictObject({
        id: desk(id),
        name: desk(z.string()),
        isActive: desk(z.boolean()),
        /** When they can be booked: their hours in the clinic's, without closures and time off. */
        open: desk(z.array(span)),
      }),
    ),
  ),
  rooms: desk(z.array(z.strictObject({ id: desk(id), name: desk(z.string()) }))),
  types: desk(z.array(appointmentType)),
  appointments: desk(z.array(scheduledAppointment)),
});

/** A schedule, as a type. */
export type Schedule = z.infer<typeof schedule>;

/** The query of the list of appointments, latest first. */
export const appointmentQuery = z.strictObject({
  ...pageQuery,
  patientId: z.optional(id),
  courseId: z.optional(id),
  status: z.optional(z.enum(APPOINTMENT_STATUSES)),
  /** Clinic dates; both belong to the range. */
  from: z.optional(calendarDate),
  to: z.optional(calendarDate),
});

/** The query of the list of appointments, as a type. */
export type AppointmentQuery = z.output<typeof appointmentQuery>;
