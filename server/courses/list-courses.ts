import { eq, sql } from 'drizzle-orm';
import type { CourseQuery } from '#domain/courses/course-query.ts';
import type { Course } from '#domain/courses/course.ts';
import type { Page } from '#domain/shared/page.ts';
import { recordPartsRead } from '../audit/record-read.ts';
import { afterCursor, decodeCursor, pageFrom, type SortKey } from '../db/keyset.ts';
import { courses } from '../db/schema/courses.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { findCourses } from './course-view.ts';

const KEYS: SortKey[] = [
  { expression: sql`created_at`, direction: 'desc' },
  { expression: sql`id`, direction: 'desc' },
];

/**
 * Courses, newest first, a page at a time.
 * @throws Problem `invalid` at `cursor`
 */
export async function listCourses(ctx: Ctx, query: CourseQuery): Promise<Page<Course>> {
  authorise(ctx, 'courses.read');
  const [at, id] = query.cursor === undefined ? [] : decodeCursor(query.cursor, 2, 'instant');
  const found = await findCourses(
    ctx.deps.db,
    [
      query.patientId === undefined ? undefined : eq(courses.patientId, query.patientId),
      query.status === undefined ? undefined : eq(courses.status, query.status),
      query.indication === undefined ? undefined : eq(courses.indication, query.indication),
      at === undefined ? undefined : afterCursor(KEYS, [sql`${at}::timestamptz`, sql`${id}::uuid`]),
    ],
    query.limit + 1,
  );
  const page = pageFrom(found, query.limit, (one) => [one.createdAt, one.id]);
  await recordPartsRead(ctx, page.items);
  return page;
}
