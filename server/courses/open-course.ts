import type { Course, CourseCreate } from '#domain/courses/course.ts';
import { invalidField } from '#domain/shared/problem.ts';
import { transact, type Tx } from '../audit/transact.ts';
import { courses } from '../db/schema/courses.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { findPatients } from '../patients/patient-view.ts';
import { eq } from 'drizzle-orm';
import { clinicToday, fetchClinic } from '../clinic/clinic-view.ts';
import { patients } from '../db/schema/patients.ts';
import { requireApprovedProtocol } from '../protocols/require-approved.ts';
import { toCourse } from './course-view.ts';

/** A suitability decision as it is kept: with who decided it, and when. */
export function decided(
  ctx: Ctx,
  input: CourseCreate['suitability'],
  before: Course['suitability'] = null,
): Course['suitability'] {
  if (input === null) return null;
  if (before !== null && before.decision === input.decision && before.reason === input.reason)
    return before;
  return { ...input, decidedBy: ctx.actor.staffId, decidedAt: ctx.deps.now().toISOString() };
}

/**
 * Opens a course in the open transaction.
 * @throws Problem `invalid` at `patientId` when there is no such patient, or at
 * `protocolVersionId` when that is not approved
 */
async function addCourse(ctx: Ctx, tx: Tx, input: CourseCreate): Promise<Course> {
  const known = await findPatients(tx.db, eq(patients.id, input.patientId), 1);
  if (known.length === 0) throw invalidField('patientId', 'There is no such patient.');
  if (input.protocolVersionId !== null)
    await requireApprovedProtocol(tx.db, input.protocolVersionId);
  const now = ctx.deps.now();
  const { timeZone } = await fetchClinic(tx.db);
  const [row] = await tx.db
    .insert(courses)
    .values({
      ...input,
      suitability: decided(ctx, input.suitability),
      status: 'open',
      openedOn: clinicToday(timeZone, now),
      id: ctx.deps.newId(),
      createdAt: now,
      updatedAt: now,
    })
    .returning();
  if (!row) throw new Error('The new course was not answered.');
  const made = toCourse(row);
  await tx.record({
    act: 'courses.open',
    entity: 'course',
    entityId: made.id,
    patientId: made.patientId,
    after: made,
  });
  return made;
}

/**
 * Opens a course of treatment for a patient.
 * @throws Problem `invalid` at its field
 */
export async function openCourse(ctx: Ctx, input: CourseCreate): Promise<Course> {
  authorise(ctx, 'courses.write');
  return await transact(ctx, (tx) => addCourse(ctx, tx, input));
}
