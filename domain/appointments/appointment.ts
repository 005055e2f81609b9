import * as z from 'zod/mini';
import { instant } from '#domain/shared/calendar-date.ts';
import { checkFields } from '#domain/shared/check-fields.ts';
import { minutesBetween } from '#domain/shared/clinic-time.ts';
import { desk } from '#domain/shared/field-tags.ts';
import { id, version } from '#domain/shared/ids.ts';
import type { FieldProblem } from '#domain/shared/problem.ts';
import { longText, shortText } from '#domain/shared/text.ts';
import { APPOINTMENT_STATUSES, CANCELLED_BY, STEP_STATUSES } from './appointment-enums.ts';

/** The longest and the shortest appointment, in minutes. */
export const APPOINTMENT_MINUTES = { most: 480, least: 5 } as const;

/** The most appointments that one move, proposal or series is about. */
export const MOST_AT_ONCE = 60;

/**
 * One patient's time with one practitioner. All of it is for the desk: clinical content belongs
 * to the session, never to the note. Times are moments in UTC; screens show the clinic's clock.
 */
export const appointment = z.strictObject({
  id: desk(id),
  version: desk(version),
  patientId: desk(id),
  practitionerId: desk(id),
  roomId: desk(z.nullable(id)),
  typeId: desk(id),
  courseId: desk(z.nullable(id)),
  startsAt: desk(instant),
  endsAt: desk(instant),
  status: desk(z.enum(APPOINTMENT_STATUSES)),
  note: desk(z.string()),
  confirmedAt: desk(z.nullable(instant)),
  arrivedAt: desk(z.nullable(instant)),
  treatmentStartedAt: desk(z.nullable(instant)),
  doneAt: desk(z.nullable(instant)),
  cancelledAt: desk(z.nullable(instant)),
  cancelledBy: desk(z.nullable(z.enum(CANCELLED_BY))),
  cancelReason: desk(z.nullable(z.string())),
  /** Cancelled later than the clinic asks for; null while it is not cancelled. */
  isLateCancel: desk(z.nullable(z.boolean())),
  /** Why a manager let it overlap others or lie outside the hours; null when it fits. */
  overrideReason: desk(z.nullable(z.string())),
  overriddenBy: desk(z.nullable(id)),
  /** What appointments booked in one go have in common. */
  seriesId: desk(z.nullable(id)),
  createdAt: desk(instant),
  updatedAt: desk(instant),
});

/** An appointment, as a type. */
export type Appointment = z.infer<typeof appointment>;

/** What does not fit together in an appointment's times. */
export function lengthProblems(times: {
  startsAt: string;
  endsAt?: string | undefined;
}): FieldProblem[] {
  if (times.endsAt === undefined) return [];
  const minutes = minutesBetween(times.startsAt, times.endsAt);
  const { least, most } = APPOINTMENT_MINUTES;
  if (minutes <= 0) return [{ path: 'endsAt', message: 'The end comes after the start.' }];
  if (minutes < least) return [{ path: 'endsAt', message: `At least ${least} minutes.` }];
  return minutes > most ? [{ path: 'endsAt', message: `At most ${most / 60} hours.` }] : [];
}

const EARLIEST = '2000-01-01';
const LATEST = '2200-01-01';

/** A moment an appointment begins or ends: a whole minute. */
export const appointmentMinute = instant.check(
  z.refine((text) => text.endsWith(':00.000Z'), 'Appointments begin and end on whole minutes.'),
  z.refine((text) => text > EARLIEST && text < LATEST, 'This year cannot be right.'),
);

const note = longText(500);

const slotFields = {
  startsAt: appointmentMinute,
  /** Left out: as long as its type takes. */
  endsAt: z.optional(appointmentMinute),
  practitionerId: id,
  roomId: z.nullable(id),
};

const bookingFields = {
  patientId: id,
  typeId: id,
  courseId: z.nullable(id),
  note,
  ...slotFields,
};

/** What is asked of a new appointment. */
export const appointmentCreate = z.strictObject(bookingFields).check(checkFields(lengthProblems));

/** A new appointment, as a type. */
export type AppointmentCreate = z.output<typeof appointmentCreate>;

/** Why a manager books over a conflict or outside the hours. */
const overrideReason = shortText(200, 'Say why this may overlap.');

/** A new appointment that may overlap others or lie outside the hours, and why. */
export const appointmentOverride = z
  .strictObject({ ...bookingFields, overrideReason })
  .check(checkFields(lengthProblems));

/** A new appointment that may overlap, as a type. */
export type AppointmentOverride = z.output<typeof appointmentOverride>;

/**
 * A change to an appointment. A start alone moves it at its length; an end alone makes it longer
 * or shorter. Run `lengthProblems` on the merged record.
 */
export const appointmentUpdate = z.partial(
  z.strictObject({ ...slotFields, typeId: id, courseId: z.nullable(id), note }),
);

/** A change to an appointment, as a type. */
export type AppointmentUpdate = z.output<typeof appointmentUpdate>;

/** A move that may overlap others or lie outside the hours, and why. */
export const appointmentOverrideMove = z.strictObject({
  startsAt: z.optional(appointmentMinute),
  endsAt: z.optional(appointmentMinute),
  practitionerId: z.optional(id),
  roomId: z.optional(z.nullable(id)),
  overrideReason,
});

/** A move that may overlap, as a type. */
export type AppointmentOverrideMove = z.output<typeof appointmentOverrideMove>;

/** Several moves of one movement, each on the version it was made on: all happen, or none. */
export const appointmentMoves = z.strictObject({
  moves: z
    .array(
      z.strictObject({
        id,
        version,
        startsAt: appointmentMinute,
        endsAt: z.optional(appointmentMinute),
        practitionerId: z.optional(id),
        roomId: z.optional(z.nullable(id)),
      }),
    )
    .check(
      z.minLength(1),
      z.maxLength(MOST_AT_ONCE, `At most ${MOST_AT_ONCE} appointments at once.`),
      z.refine(
        (moves) => new Set(moves.map((move) => move.id)).size === moves.length,
        'Each appointment only once.',
      ),
    ),
});

/** Several moves, as a type. */
export type AppointmentMoves = z.output<typeof appointmentMoves>;

/** A day that runs late: from when, and by how much. */
export const appointmentPush = z.strictObject({
  practitionerId: id,
  /** Whoever of that clinic day begins then or later is moved, as far as needed. */
  from: appointmentMinute,
  minutes: z
    .int('Type whole minutes.')
    .check(z.minimum(5, 'At least 5 minutes.'), z.maximum(240, 'At most 4 hours.')),
});

/** A day that runs late, as a type. */
export type AppointmentPush = z.output<typeof appointmentPush>;

/** The next step of an appointment. */
export const appointmentStep = z.strictObject({
  status: z.enum(STEP_STATUSES, 'Choose the next step.'),
});

/** What is asked when an appointment is cancelled. */
export const appointmentCancel = z.strictObject({
  cancelledBy: z.enum(CANCELLED_BY, 'Choose who cancelled.'),
  cancelReason: shortText(200, 'Say why.'),
});

/** A cancellation, as a type. */
export type AppointmentCancel = z.output<typeof appointmentCancel>;

/** Appointments changed or booked in one go. */
export const appointmentList = z.strictObject({ items: desk(z.array(appointment)) });
