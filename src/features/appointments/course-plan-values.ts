import type * as z from 'zod/mini';
import type { PartOfDay } from '#domain/appointments/appointment-enums.ts';
import { type BookableCourse, proposalRequest } from '#domain/appointments/course-booking.ts';
import type { Schedule } from '#domain/appointments/schedule.ts';
import type { CourseStart } from './book-dialog.tsx';
import { sessionsLeft } from './course-words.ts';

const FALLBACK_DAYS = { min: 14, max: 28 };

/** What the dates of a course are proposed from, as it is typed. */
export type CoursePlanValues = {
  typeId: string;
  practitionerId: string;
  roomId: string | null;
  count: number | string | null;
  intervalDaysMin: number | string | null;
  intervalDaysMax: number | string | null;
  from: string;
  part: PartOfDay;
  fixed: readonly { index: number; startsAt: string }[];
};

/** What a course's plan and the schedule suggest to begin with. */
export function planOf(
  start: CourseStart,
  course: BookableCourse,
  lists: Schedule,
  today: string,
): CoursePlanValues {
  const { due } = course;
  const session = lists.types.find(({ kind, isArchived }) => kind === 'session' && !isArchived);
  const first = lists.practitioners.find(({ isActive }) => isActive);
  return {
    typeId: start.typeId || (session?.id ?? ''),
    practitionerId: start.practitionerId || (first?.id ?? ''),
    roomId: null,
    count: Math.max(1, sessionsLeft(course) ?? 1),
    intervalDaysMin: course.intervalDaysMin ?? FALLBACK_DAYS.min,
    intervalDaysMax: course.intervalDaysMax ?? course.intervalDaysMin ?? FALLBACK_DAYS.max,
    from: due !== null && due.from > today ? due.from : today,
    part: 'any',
    fixed: [],
  };
}

/** The request for proposals, or what is wrong with which field. */
export function requestOf(
  plan: CoursePlanValues,
  patientId: string,
): {
  request: z.input<typeof proposalRequest> | null;
  errors: Partial<Record<string, string>>;
} {
  const parsed = proposalRequest.safeParse({ ...plan, fixed: [...plan.fixed], patientId });
  if (parsed.success) return { request: parsed.data, errors: {} };
  const errors = Object.fromEntries(
    parsed.error.issues.map(({ path, message }) => [String(path[0] ?? ''), message]),
  );
  return { request: null, errors };
}
