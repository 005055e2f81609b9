import type { Course } from '#domain/courses/course.ts';
import { recordPartsRead } from '../audit/record-read.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { fetchCourse } from './course-view.ts';

/**
 * One course.
 * @throws Problem `not_found`
 */
export async function getCourse(ctx: Ctx, id: string): Promise<Course> {
  authorise(ctx, 'courses.read');
  const found = await fetchCourse(ctx.deps.db, id);
  await recordPartsRead(ctx, [found]);
  return found;
}
