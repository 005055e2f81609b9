import * as z from 'zod/mini';
import { CANCELLED_BY, PARTS_OF_DAY } from '#domain/appointments/appointment-enums.ts';
import { appointment, appointmentMinute, MOST_AT_ONCE } from '#domain/appointments/appointment.ts';
import { freeSlot } from '#domain/appointments/free-slots.ts';
import { WEEKDAYS } from '#domain/clinic/clinic.ts';
import { patientCard } from '#domain/patients/patient-card.ts';
import { calendarDate, instant } from '#domain/shared/calendar-date.ts';
import { checkFields } from '#domain/shared/check-fields.ts';
import { desk } from '#domain/shared/field-tags.ts';
import { id, version } from '#domain/shared/ids.ts';
import type { FieldProblem } from '#domain/shared/problem.ts';
import { longText, optionalText } from '#domain/shared/text.ts';
import { WAITING_STATUSES, WAITING_URGENCIES } from './waiting-enums.ts';

/** Where a parked appointment stood before it was taken off the schedule. */
const parkedFrom = z.strictObject({
  startsAt: desk(instant),
  endsAt: desk(instant),
  practitionerId: desk(id),
  roomId: desk(z.nullable(id)),
});

/**
 * A patient who waits for a time, and what would suit them. A parked appointment is such an entry
 * too: one that remembers which appointment it came from, and gives that one its new time.
 */
export const waitingEntry = z.strictObject({
  id: desk(id),
  version: desk(version),
  patient: desk(patientCard),
  typeId: desk(id),
  typeName: desk(z.string()),
  courseId: desk(z.nullable(id)),
  /** The clinic dates in which the course's next session is due; null without one. */
  due: desk(z.nullable(z.strictObject({ from: desk(calendarDate), to: desk(calendarDate) }))),
  /** With whom; null: anyone. */
  practitionerId: desk(z.nullable(id)),
  practitionerName: desk(z.nullable(z.string())),
  /** The first clinic date that will do, and the last (null: any later one). */
  fromDay: desk(calendarDate),
  toDay: desk(z.nullable(calendarDate)),
  /** Days of the week that will do; none named: any. */
  weekdays: desk(z.array(z.enum(WEEKDAYS))),
  part: desk(z.enum(PARTS_OF_DAY)),
  urgency: desk(z.enum(WAITING_URGENCIES)),
  note: desk(z.string()),
  status: desk(z.enum(WAITING_STATUSES)),
  /** When it came to stand so, and who saw to it. */
  statusAt: desk(instant),
  statusBy: desk(z.nullable(z.string())),
  /** The appointment it was taken off from, and where that stood; null but for parked ones. */
  parkedId: desk(z.nullable(id)),
  parkedFrom: desk(z.nullable(parkedFrom)),
  /** The appointment it was booked as. */
  bookedId: desk(z.nullable(id)),
  createdAt: desk(instant),
  updatedAt: desk(instant),
});

/** An entry of the waiting list, as a type. */
export type WaitingEntry = z.infer<typeof waitingEntry>;

/** What does not fit together in the days someone can come; run it on the merged record too. */
export function windowProblems({
  fromDay,
  toDay,
}: {
  fromDay: string;
  toDay: string | null;
}): FieldProblem[] {
  return toDay !== null && toDay < fromDay
    ? [{ path: 'toDay', message: 'The last day lies before the first.' }]
    : [];
}

const wishes = {
  typeId: z.uuid('Choose what it is for.'),
  practitionerId: z.nullable(id),
  fromDay: calendarDate,
  toDay: z.nullable(calendarDate),
  weekdays: z.array(z.enum(WEEKDAYS)).check(
    z.maxLength(WEEKDAYS.length),
    z.refine((days) => new Set(days).size === days.length, 'Each day only once.'),
  ),
  part: z.enum(PARTS_OF_DAY, 'Choose a part of the day.'),
  urgency: z.enum(WAITING_URGENCIES, 'Choose how urgent it is.'),
  note: longText(500),
};

/** What is asked of a new entry. */
export const waitingCreate = z
  .strictObject({
    patientId: z.uuid('Choose the patient.'),
    courseId: z.nullable(id),
    ...wishes,
  })
  .check(checkFields(windowProblems));

/** A new entry, as a type. */
export type WaitingCreate = z.output<typeof waitingCreate>;

/** A change to an entry; run `windowProblems` on the merged record too. */
export const waitingUpdate = z.partial(z.strictObject(wishes));

/** A change to an entry, as a type. */
export type WaitingUpdate = z.output<typeof waitingUpdate>;

/** Why an entry is taken off the list; for a parked appointment it is why that is cancelled. */
export const waitingWithdraw = z.strictObject({
  cancelledBy: z.enum(CANCELLED_BY, 'Choose who withdrew it.'),
  reason: optionalText(200),
});

/** A withdrawal, as a type. */
export type WaitingWithdraw = z.output<typeof waitingWithdraw>;

/** The slot that an entry is booked into. */
export const waitingBook = z.strictObject({
  startsAt: appointmentMinute,
  /** Left out: as long as its type takes; of a parked appointment, as long as that was. */
  endsAt: z.optional(appointmentMinute),
  practitionerId: id,
  roomId: z.nullable(id),
});

/** The slot, as a type. */
export type WaitingBook = z.output<typeof waitingBook>;

/** An entry and the appointment that was booked from it, or taken back. */
export const waitingBooked = z.strictObject({
  entry: desk(waitingEntry),
  appointment: desk(appointment),
});

/** The two, as a type. */
export type WaitingBooked = z.infer<typeof waitingBooked>;

/** Appointments to take off the schedule until they are placed: all of them, or none. */
export const waitingPark = z.strictObject({
  appointments: z.array(z.strictObject({ id, version })).check(
    z.minLength(1),
    z.maxLength(MOST_AT_ONCE, `At most ${MOST_AT_ONCE} appointments at once.`),
    z.refine(
      (list) => new Set(list.map((one) => one.id)).size === list.length,
      'Each appointment only once.',
    ),
  ),
});

/** Appointments to park, as a type. */
export type WaitingPark = z.output<typeof waitingPark>;

/** Parked appointments as they now are, and their entries, in the order they were sent. */
export const waitingParked = z.strictObject({ items: desk(z.array(waitingBooked)) });

/** Someone who waits, and the time in a gap that suits them. */
const waitingMatch = z.strictObject({ entry: desk(waitingEntry), slot: desk(freeSlot) });

/** The two, as a type. */
export type WaitingMatch = z.infer<typeof waitingMatch>;

/** Who fits a gap, the urgent first, then who has waited longest. */
export const waitingMatches = z.strictObject({ items: desk(z.array(waitingMatch)) });
