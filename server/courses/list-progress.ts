import { and, asc, inArray, isNotNull } from 'drizzle-orm';
import { type CourseProgress, progressOf } from '#domain/courses/course-progress.ts';
import type { Page } from '#domain/shared/page.ts';
import type { Database } from '../db/database.ts';
import { courses } from '../db/schema/courses.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { coursesOfPatient, toCourse } from './course-view.ts';

/** How far a patient's courses are, the newest first: what the desk sees of them. */
export async function listCourseProgress(
  ctx: Ctx,
  patientId: string,
): Promise<Page<CourseProgress>> {
  authorise(ctx, 'patients.read');
  const found = await coursesOfPatient(ctx.deps.db, patientId);
  return { items: found.map(progressOf), nextCursor: null };
}

/** Of each of the patients with a session due at some time, the course that is due first. */
export async function firstDueOf(
  db: Database,
  patientIds: readonly string[],
): Promise<Map<string, CourseProgress>> {
  if (patientIds.length === 0) return new Map();
  const rows = await db
    .select()
    .from(courses)
    .where(and(inArray(courses.patientId, [...patientIds]), isNotNull(courses.dueTo)))
    .orderBy(asc(courses.dueTo), asc(courses.id));
  const first = new Map<string, CourseProgress>();
  for (const one of rows.map(toCourse))
    if (!first.has(one.patientId)) first.set(one.patientId, progressOf(one));
  return first;
}
