import { eq, sql } from 'drizzle-orm';
import type { Consultation } from '#domain/consultations/consultation.ts';
import { CAUSES } from '#domain/courses/course-enums.ts';
import type { Tx } from '../audit/transact.ts';
import { courses } from '../db/schema/courses.ts';
import type { Ctx } from '../http/context.ts';
import { holdCourse, toCourse } from './course-view.ts';
import { decided } from './open-course.ts';

/**
 * Takes what a signed consultation says over to its course, in the open transaction: the causes
 * that were asked, and the decision. What was not asked leaves the course as it is.
 * @throws Problem `not_found`
 */
export async function takeOverConsultation(
  ctx: Ctx,
  tx: Tx,
  courseId: string,
  said: Pick<Consultation, 'causesAsked' | 'decision' | 'decisionReason' | 'areas'>,
): Promise<void> {
  const before = await holdCourse(tx.db, courseId);
  const causesAsked = { ...before.causesAsked };
  for (const cause of CAUSES)
    if (said.causesAsked[cause] !== 'not_asked') causesAsked[cause] = said.causesAsked[cause];
  const { decision, decisionReason: reason } = said;
  const [row] = await tx.db
    .update(courses)
    .set({
      causesAsked,
      ...(said.areas.length === 0 ? {} : { areas: said.areas }),
      ...(decision === null || reason === null
        ? {}
        : { suitability: decided(ctx, { decision, reason }, before.suitability) }),
      version: sql`${courses.version} + 1`,
      updatedAt: ctx.deps.now(),
    })
    .where(eq(courses.id, courseId))
    .returning();
  if (!row) throw new Error('The changed course was not answered.');
  const after = toCourse(row);
  const { id: entityId, patientId } = after;
  await tx.record({ act: 'courses.update', entity: 'course', entityId, patientId, before, after });
}
