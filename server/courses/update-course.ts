import { and, eq, sql } from 'drizzle-orm';
import { courseProblems } from '#domain/courses/course-problems.ts';
import {
  type CoursePlan,
  planChangeProblems,
  planDifferences,
} from '#domain/courses/course-plan.ts';
import type {
  Course,
  CourseClose,
  CoursePlanChange,
  CourseReopen,
  CourseUpdate,
} from '#domain/courses/course.ts';
import { withChange } from '#domain/shared/change.ts';
import { invalidField, Problem } from '#domain/shared/problem.ts';
import { transact, type Tx } from '../audit/transact.ts';
import { refuseStale, updatedOrStale } from '../db/fetch.ts';
import { courses } from '../db/schema/courses.ts';
import { keepCourseTasks } from '../follow-ups/keep-tasks.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { requireApprovedProtocol } from '../protocols/require-approved.ts';
import { fetchCourse, holdCourse, toCourse } from './course-view.ts';
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
  await keepCourseTasks(ctx, tx, entityId);
  await tx.record({ act, entity: 'course', entityId, patientId, before, after });
  return after;
}

/** The plan of a running course changes with a reason, which is another operation. */
function refuseSilentPlan(before: Course, input: CourseUpdate): void {
  if (before.signedSessions === 0) return;
  const { plannedSessions, intervalDaysMin, intervalDaysMax, maintenance } = input;
  const wanted = { plannedSessions, intervalDaysMin, intervalDaysMax, maintenance };
  const after: CoursePlan = withChange<CoursePlan>(before, wanted);
  const fields = planDifferences(before, after).map((path) => ({
    path,
    message: 'A running course is made longer or shorter with a reason.',
  }));
  if (fields.length > 0) throw new Problem('invalid', undefined, { fields });
}

/**
 * Changes a course: its history or suitability decision, and its plan until its first session.
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
    refuseSilentPlan(before, input);
    const { protocolVersionId } = input;
    if (protocolVersionId && protocolVersionId !== before.protocolVersionId)
      await requireApprovedProtocol(tx.db, protocolVersionId);
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
 * Makes an open course longer or shorter by response. What it was, who changed it and why is kept.
 * @throws Problem `not_found`, `stale`, `conflict` when it is closed, `invalid` at the field where
 * the new plan does not fit the sessions signed so far
 */
export async function changePlan(
  ctx: Ctx,
  id: string,
  version: number,
  { reason, ...to }: CoursePlanChange,
): Promise<Course> {
  authorise(ctx, 'courses.write');
  return await transact(ctx, async (tx) => {
    const before = await holdCourse(tx.db, id);
    refuseStale(before, version);
    if (before.status !== 'open') throw new Problem('conflict', 'This course is closed.');
    const { plannedSessions, intervalDaysMin, intervalDaysMax, maintenance } = before;
    const from = { plannedSessions, intervalDaysMin, intervalDaysMax, maintenance };
    if (planDifferences(from, to).length === 0)
      throw invalidField('plannedSessions', 'This is the plan already.');
    const fields = planChangeProblems(from, to, before.signedSessions);
    if (fields.length > 0) throw new Problem('invalid', undefined, { fields });
    const at = ctx.deps.now().toISOString();
    const planChanges = [...before.planChanges, { at, by: ctx.actor.staffId, reason, from, to }];
    return await save(ctx, tx, 'courses.change-plan', before, version, { ...to, planChanges });
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
