import * as z from 'zod/mini';
import { PHASES } from '#domain/protocols/phase.ts';
import { calendarDate } from '#domain/shared/calendar-date.ts';
import { desk } from '#domain/shared/field-tags.ts';
import { id } from '#domain/shared/ids.ts';
import { COURSE_STATUSES } from './course-enums.ts';
import { phaseOfSession } from './course-plan.ts';
import type { Course } from './course.ts';

/**
 * How far a course is and when its next session is due: all that the desk sees of it, to book it.
 * What it is for stays with the care team. Source: PRODUCT.md, "Who may do what".
 */
export const courseProgress = z.strictObject({
  courseId: desk(id),
  patientId: desk(id),
  status: desk(z.enum(COURSE_STATUSES)),
  signedSessions: desk(z.int()),
  plannedSessions: desk(z.nullable(z.int())),
  /** The phase of the next session; null when no session is to come. */
  nextPhase: desk(z.nullable(z.enum(PHASES))),
  /** When the next session is due; both ends belong to it. */
  due: desk(z.nullable(z.strictObject({ from: calendarDate, to: calendarDate }))),
});

/** How far a course is, as a type. */
export type CourseProgress = z.infer<typeof courseProgress>;

/** What of a course decides what the desk sees of it. */
export type ProgressFacts = Pick<
  Course,
  'id' | 'patientId' | 'status' | 'signedSessions' | 'plannedSessions' | 'maintenance' | 'due'
>;

/** What the desk sees of a course. */
export function progressOf(course: ProgressFacts): CourseProgress {
  const { id: courseId, patientId, status, signedSessions, plannedSessions, due } = course;
  const isToCome =
    status === 'open' && (plannedSessions === null || signedSessions < plannedSessions);
  const nextPhase = isToCome ? phaseOfSession(course, signedSessions + 1) : null;
  return { courseId, patientId, status, signedSessions, plannedSessions, nextPhase, due };
}
