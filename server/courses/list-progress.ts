import { type CourseProgress, progressOf } from '#domain/courses/course-progress.ts';
import type { Page } from '#domain/shared/page.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { coursesOfPatient } from './course-view.ts';

/** How far a patient's courses are, the newest first: what the desk sees of them. */
export async function listCourseProgress(
  ctx: Ctx,
  patientId: string,
): Promise<Page<CourseProgress>> {
  authorise(ctx, 'patients.read');
  const found = await coursesOfPatient(ctx.deps.db, patientId);
  return { items: found.map(progressOf), nextCursor: null };
}
