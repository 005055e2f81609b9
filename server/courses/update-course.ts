import { and, eq, sql } from 'drizzle-orm';
import { courseProblems } from '#domain/courses/course-problems.ts';
import type { Course, CourseClose, CourseReopen, CourseUpdate } from '#domain/courses/course.ts';
import { withChange } from '#domain/shared/change.ts';
import { Problem } from '#domain/shared/problem.ts';
import { transact, type Tx } from '../audit/transact.ts';
import { refuseStale, updatedOrStale } from '../db/fetch.ts';
import { courses } from '../db/schema/courses.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { fetchCourse, toCourse } from './course-view.ts';
import { decided } from './open-course.ts';

type Insert = typeof courses.$inferInsert;
type Change = { [K in keyof Insert]?: Insert[K] | undefined };

async function save(
  ctx: Ctx,
  tx: Tx,
  act: string,
  before: Course,
  version: number,
  change: Change,
): Promise<Course> {
  const row = await updatedOrStale(
    await tx.db
      .update(courses)
      .set({ ...change, version: sql`${courses.version} + 1`, updatedAt: ctx.deps.now() })
      .where(and(eq(courses.id, before.id), eq(courses.version, version)))
      .returning(),
    () => fetchCourse(tx.db, before.id),
  );
  const after = toCourse(row);
  const { id: entityId, patientId } = after;
  await tx.record({ act, entity: 'course', entityId, patientId, before, after });
  return after;
}

/**
 * Changes a course: its plan, history or suitability decision.
 * @throws Problem `not_found`, `stale`, `invalid` at the field
 */
export async function updateCourse(
  ctx: Ctx,
  id: string,
  version: number,
  input: CourseUpdate,
): Promise<Course> {
  authorise(ctx, 'courses.write');
  return await transact(ctx, async (tx) => {
    const before = await fetchCourse(tx.db, id);
    refuseStale(before, version);
    const { suitability, ...rest } = input;
    const change = {
      ...rest,
      ...(suitability === undefined
        ? {}
        : { suitability: decided(ctx, suitability, before.suitability) }),
    };
    const fields = courseProblems(withChange(before, change));
    if (fields.length > 0) throw new Problem('invalid', undefined, { fields });
    return await save(ctx, tx, 'courses.update', before, version, change);
  });
}

/**
 * Ends an open course, as planned or early.
 * @throws Problem `not_found`, `stale`, `conflict` when it is closed already
 */
export async function closeCourse(
  ctx: Ctx,
  id: string,
  version: number,
  input: CourseClose,
): Promise<Course> {
  authorise(ctx, 'courses.write');
  return await transact(ctx, async (tx) => {
    const before = await fetchCourse(tx.db, id);
    if (before.status !== 'open') throw new Problem('conflict', 'This course is closed already.');
    return await save(ctx, tx, 'courses.close', before, version, input);
  });
}

/**
 * Lets a closed course go on.
 * @throws Problem `not_found`, `stale`, `conflict` when it is open
 */
export async function reopenCourse(
  ctx: Ctx,
  id: string,
  version: number,
  input: CourseReopen,
): Promise<Course> {
  authorise(ctx, 'courses.write');
  return await transact(ctx, async (tx) => {
    const before = await fetchCourse(tx.db, id);
    if (before.status === 'open') throw new Problem('conflict', 'This course is open.');
    const change: Change = { ...input, status: 'open', statusReason: null };
    return await save(ctx, tx, 'courses.reopen', before, version, change);
  });
}
