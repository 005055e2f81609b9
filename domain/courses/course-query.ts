import * as z from 'zod/mini';
import { id } from '#domain/shared/ids.ts';
import { pageQuery } from '#domain/shared/page.ts';
import { COURSE_STATUSES } from './course-enums.ts';
import { INDICATIONS } from './indication.ts';

/** The query of the list of courses, newest first. */
export const courseQuery = z.strictObject({
  ...pageQuery,
  patientId: z.optional(id),
  status: z.optional(z.enum(COURSE_STATUSES)),
  indication: z.optional(z.enum(INDICATIONS)),
});

/** The query of the list of courses, as a type. */
export type CourseQuery = z.output<typeof courseQuery>;

/** Whose courses' progress is asked for. */
export const courseProgressQuery = z.strictObject({ patientId: id });
