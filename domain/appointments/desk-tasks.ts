import * as z from 'zod/mini';
import { patientCard } from '#domain/patients/patient-card.ts';
import { calendarDate, instant } from '#domain/shared/calendar-date.ts';
import { desk } from '#domain/shared/field-tags.ts';
import { id, version } from '#domain/shared/ids.ts';
import { APPOINTMENT_STATUSES } from './appointment-enums.ts';
import { sessionPlace } from './schedule.ts';

/** How many clinic days back an appointment without an end is still asked for. */
export const UNCLOSED_DAYS = 60;

/** How many of each one answer names. */
export const DESK_TASKS_MOST = 20;

/** An appointment of an earlier day of which nobody has said whether the patient came. */
const unclosedVisit = z.strictObject({
  id: desk(id),
  version: desk(version),
  status: desk(z.enum(APPOINTMENT_STATUSES)),
  startsAt: desk(instant),
  endsAt: desk(instant),
  typeName: desk(z.string()),
  practitionerName: desk(z.string()),
  patient: desk(patientCard),
});

/** An appointment without an end, as a type. */
export type UnclosedVisit = z.infer<typeof unclosedVisit>;

/** An open course whose next session is due and not booked: how far it is, never what it is for. */
const courseToBook = z.strictObject({
  courseId: desk(id),
  patient: desk(patientCard),
  place: desk(sessionPlace),
  due: desk(z.strictObject({ from: desk(calendarDate), to: desk(calendarDate) })),
});

/** A course to be booked, as a type. */
export type CourseToBook = z.infer<typeof courseToBook>;

/** What is left for the desk to do: how many of each, and the first of them. */
export const deskTasks = z.strictObject({
  /** The latest first. */
  unclosed: desk(z.strictObject({ count: desk(z.int()), items: desk(z.array(unclosedVisit)) })),
  /** Whose window closes first comes first; lapsed courses are follow-ups and not here. */
  toBook: desk(z.strictObject({ count: desk(z.int()), items: desk(z.array(courseToBook)) })),
});

/** What is left for the desk, as a type. */
export type DeskTasks = z.infer<typeof deskTasks>;
