import type { BookableCourse } from '#domain/appointments/course-booking.ts';
import { dayRange } from './visit-words.ts';

/** How many sessions of a course are neither signed nor booked; null when none are planned. */
export const sessionsLeft = (course: BookableCourse): number | null =>
  course.plannedSessions === null
    ? null
    : Math.max(0, course.plannedSessions - course.signedSessions - course.bookedSessions);

/** The session that would be booked next, e.g. `Session 4 of 6, due 3–17 Dec`. */
export function nextSessionWords(course: BookableCourse): string {
  const { plannedSessions, signedSessions, bookedSessions, due } = course;
  if (sessionsLeft(course) === 0) return `All ${plannedSessions} sessions are recorded or booked`;
  const number = signedSessions + bookedSessions + 1;
  const of = plannedSessions === null ? '' : ` of ${plannedSessions}`;
  // The window is that of the next session; one further on has none yet.
  const window = due === null || bookedSessions > 0 ? '' : `, due ${dayRange(due.from, due.to)}`;
  return `Session ${number}${of}${window}`;
}
