import * as z from 'zod/mini';
import { APPOINTMENT_MINUTES, type AppointmentCreate } from '#domain/appointments/appointment.ts';
import { calendarDate } from '#domain/shared/calendar-date.ts';
import { addMinutes, clinicClock, clockMinutes, clockText } from '#domain/shared/clinic-time.ts';
import { longText, optionalText } from '#domain/shared/text.ts';
import { ApiProblem } from '#src/lib/problem.ts';

const chosen = (missing: string) => z.string(missing).check(z.minLength(1, missing));

/** What is typed to book or to move: the clinic's clock, not moments. */
export const bookingValues = z.strictObject({
  patientId: chosen('Choose the patient.'),
  courseId: z.nullable(z.string()),
  typeId: chosen('Choose what it is for.'),
  practitionerId: chosen('Choose who, or take a free time.'),
  /** Null: any room that is free then. */
  roomId: z.nullable(z.string()),
  date: calendarDate,
  time: z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Type a time, such as 14:30.')),
  minutes: z
    .int('Type whole minutes.')
    .check(
      z.minimum(APPOINTMENT_MINUTES.least, `At least ${APPOINTMENT_MINUTES.least} minutes.`),
      z.maximum(APPOINTMENT_MINUTES.most, `At most ${APPOINTMENT_MINUTES.most} minutes.`),
    ),
  note: longText(500),
  /** Why a manager lets it overlap; asked only then. */
  overrideReason: optionalText(200),
});

/** What is typed, parsed. */
export type BookingValues = z.output<typeof bookingValues>;

/** What a booking begins with: whatever is known from where it was started. */
export type BookingStart = {
  date: string;
  startsAt?: string | undefined;
  minutes?: number | undefined;
  patientId?: string | undefined;
  patientName?: string | undefined;
  courseId?: string | null | undefined;
  typeId?: string | undefined;
  practitionerId?: string | undefined;
  roomId?: string | null | undefined;
  note?: string | undefined;
};

/** A time of the clinic's clock that its date does not have, as spring skips one. */
export class SkippedTime extends Error {}

/**
 * The moments of a booking. Of a time that autumn shows twice, the one meant is `picked` if that was
 * picked from the grid or a list, else the first.
 * @throws SkippedTime
 */
export function momentsOf(
  { date, time, minutes }: Pick<BookingValues, 'date' | 'time' | 'minutes'>,
  timeZone: string,
  picked: string | null,
): { startsAt: string; endsAt: string } {
  const clock = clinicClock(timeZone);
  const shows = (instant: string): boolean => {
    const wall = clock.wallTimeOf(instant);
    return wall.date === date && wall.minutes === clockMinutes(time);
  };
  const startsAt = picked !== null && shows(picked) ? picked : clock.instantAt(date, time);
  if (!shows(startsAt)) throw new SkippedTime('The clocks skip this time.');
  return { startsAt, endsAt: addMinutes(startsAt, minutes) };
}

/** The date and time a moment has on the clinic's clock, as they are typed. */
export function typedMoment(instant: string, timeZone: string): { date: string; time: string } {
  const { date, minutes } = clinicClock(timeZone).wallTimeOf(instant);
  return { date, time: clockText(minutes) };
}

/** When and where it is booked: moments, and the room that was chosen or found. */
export type BookingSlot = { startsAt: string; endsAt: string; roomId: string | null };

/** The request that books these values. */
export function toCreate(values: BookingValues, slot: BookingSlot): AppointmentCreate {
  const { patientId, courseId, typeId, practitionerId, note } = values;
  return { patientId, courseId, typeId, practitionerId, note, ...slot };
}

const FIELD_OF: Record<string, string> = { startsAt: 'time', endsAt: 'minutes' };

/** The problem with its fields named as this form names them. */
export function inFormWords(problem: ApiProblem): ApiProblem {
  const fields = problem.fields?.map(({ path, message }) => ({
    path: FIELD_OF[path] ?? path,
    message,
  }));
  const { type, title, status, code, requestId, detail, current } = problem;
  return new ApiProblem({ type, title, status, code, requestId, detail, current, fields });
}
