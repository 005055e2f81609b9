import { and, eq } from 'drizzle-orm';
import { dayProblem, hoursProblems } from '#domain/appointments/booking-hours.ts';
import { addDays } from '#domain/shared/calendar-date.ts';
import { addMinutes } from '#domain/shared/clinic-time.ts';
import { type FieldProblem, invalidField, Problem } from '#domain/shared/problem.ts';
import type { Database } from '../db/database.ts';
import { appointmentTypes } from '../db/schema/availability.ts';
import { courses } from '../db/schema/courses.ts';
import { patients } from '../db/schema/patients.ts';
import {
  type ClinicFrame,
  findPractitioners,
  type Practitioner,
  readHours,
} from './clinic-frame.ts';
import type { HeldSlot } from './hold-slots.ts';

/**
 * A patient who can be booked.
 * @throws Problem `invalid` at `patientId`
 */
export async function requirePatient(db: Database, patientId: string): Promise<void> {
  const [found] = await db
    .select({ isArchived: patients.isArchived })
    .from(patients)
    .where(eq(patients.id, patientId));
  if (!found) throw invalidField('patientId', 'There is no such patient.');
  if (found.isArchived)
    throw invalidField('patientId', 'This patient is archived. Bring them back first.');
}

/**
 * A type that can be booked.
 * @throws Problem `invalid` at `typeId`
 */
export async function requireType(db: Database, typeId: string) {
  const [type] = await db.select().from(appointmentTypes).where(eq(appointmentTypes.id, typeId));
  if (!type) throw invalidField('typeId', 'There is no such type of appointment.');
  if (type.isArchived) throw invalidField('typeId', 'This type is no longer booked.');
  return type;
}

/**
 * A course that the patient's appointment can belong to: open, and theirs.
 * @throws Problem `invalid` at `courseId`
 */
export async function requireOpenCourse(
  db: Database,
  courseId: string,
  patientId: string,
): Promise<void> {
  const [course] = await db
    .select({ status: courses.status })
    .from(courses)
    .where(and(eq(courses.id, courseId), eq(courses.patientId, patientId)));
  if (!course) throw invalidField('courseId', 'This patient has no such course.');
  if (course.status !== 'open') throw invalidField('courseId', 'This course is closed.');
}

/**
 * Practitioners who can be booked, by id.
 * @throws Problem `invalid` at the path of the first who can't be
 */
export async function requirePractitioners(
  db: Database,
  wanted: readonly { path: string; practitionerId: string }[],
): Promise<Map<string, Practitioner>> {
  const known = new Map((await findPractitioners(db)).map((one) => [one.id, one]));
  const stranger = wanted.find(({ practitionerId }) => !known.has(practitionerId));
  if (stranger) throw invalidField(stranger.path, 'Choose a practitioner who works here.');
  return known;
}

/**
 * Rooms of the clinic's settings.
 * @throws Problem `invalid` at the path of the first that is none
 */
export function requireRooms(
  { clinic }: ClinicFrame,
  wanted: readonly { path: string; roomId: string | null }[],
): void {
  const stranger = wanted.find(
    ({ roomId }) => roomId !== null && !clinic.rooms.some(({ id }) => id === roomId),
  );
  if (stranger) throw invalidField(stranger.path, 'Choose a room of the clinic.');
}

/** When an appointment ends: as given, or as long after its start as its type takes. */
export const endOf = (
  { startsAt, endsAt }: { startsAt: string; endsAt?: string | undefined },
  type: { durationMinutes: number },
): string => endsAt ?? addMinutes(startsAt, type.durationMinutes);

/** A slot to be placed, and where in the request it stands, such as `moves.2.`. */
export type PlacedSlot = { slot: HeldSlot; prefix: string };

/** Why slots can't be placed where they are: past, or outside hours, closures or time off. */
export async function placeProblems(
  db: Database,
  frame: ClinicFrame,
  placed: readonly PlacedSlot[],
  practitioners: ReadonlyMap<string, Practitioner>,
): Promise<FieldProblem[]> {
  const { clock, today } = frame;
  const dates = placed.map(({ slot }) => clock.wallTimeOf(slot.startsAt).date).toSorted();
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) return [];
  const early = placed.flatMap(({ slot, prefix }) => {
    const message = dayProblem(clock.wallTimeOf(slot.startsAt).date, today);
    return message === null ? [] : [{ path: `${prefix}startsAt`, message }];
  });
  if (early.length > 0) return early;
  const hoursOf = await readHours(db, frame, { from: first, to: addDays(last, 1) }, [
    ...practitioners.values(),
  ]);
  return placed.flatMap(({ slot, prefix }) =>
    hoursProblems(slot, hoursOf(slot.practitionerId), clock).map(({ path, message }) => ({
      path: `${prefix}${path}`,
      message,
    })),
  );
}

/**
 * Refuses slots that lie in the past, or outside hours, closures or time off.
 * @throws Problem `invalid` at the start or the end of each
 */
export async function requirePlaces(...given: Parameters<typeof placeProblems>): Promise<void> {
  const fields = await placeProblems(...given);
  if (fields.length > 0) throw new Problem('invalid', fields[0]?.message, { fields });
}
