import { eq } from 'drizzle-orm';
import type { Course } from '#domain/courses/course.ts';
import { invalidField } from '#domain/shared/problem.ts';
import type { Database } from '../db/database.ts';
import { courses } from '../db/schema/courses.ts';
import { findCourses } from './course-view.ts';

/**
 * The course a new record names in its body.
 * @throws Problem `invalid` at `courseId` when there is none
 */
export async function requireCourse(db: Database, courseId: string): Promise<Course> {
  const [course] = await findCourses(db, [eq(courses.id, courseId)], 1);
  if (!course) throw invalidField('courseId', 'There is no such course.');
  return course;
}
