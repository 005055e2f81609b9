import { and, eq, sql } from 'drizzle-orm';
import {
  consultationProblems,
  missingForConsultation,
} from '#domain/consultations/consultation-rules.ts';
import type { Consultation, ConsultationUpdate } from '#domain/consultations/consultation.ts';
import { profileValuesOf } from '#domain/profiles/profile.ts';
import { withChange } from '#domain/shared/change.ts';
import { invalidField, Problem } from '#domain/shared/problem.ts';
import { transact, type Tx } from '../audit/transact.ts';
import { requireCourse } from '../courses/require-course.ts';
import { takeOverConsultation } from '../courses/take-over-consultation.ts';
import { refuseStale, updatedOrStale } from '../db/fetch.ts';
import { consultations } from '../db/schema/consultations.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { profileOf } from '../profiles/profile-view.ts';
import { fetchConsultation, toConsultation } from './consultation-view.ts';

/**
 * A draft as whoever holds it may change it.
 * @throws Problem `not_found`, `conflict` when it is signed, `not_allowed` for another's, `stale`
 */
async function ownDraft(ctx: Ctx, tx: Tx, id: string, version: number): Promise<Consultation> {
  const before = await fetchConsultation(tx.db, id);
  if (before.status === 'signed')
    throw new Problem('conflict', 'This consultation is signed: it stays as it is.');
  authorise(ctx, 'profiles.write', { authorId: before.performedBy });
  refuseStale(before, version);
  return before;
}

type Change = Partial<typeof consultations.$inferInsert>;

async function save(
  ctx: Ctx,
  tx: Tx,
  act: string,
  before: Consultation,
  change: Change,
): Promise<Consultation> {
  const row = await updatedOrStale(
    await tx.db
      .update(consultations)
      .set({ ...change, version: sql`${consultations.version} + 1`, updatedAt: ctx.deps.now() })
      .where(and(eq(consultations.id, before.id), eq(consultations.version, before.version)))
      .returning(),
    () => fetchConsultation(tx.db, before.id),
  );
  const after = toConsultation(row);
  const { id: entityId, patientId } = after;
  await tx.record({ act, entity: 'consultation', entityId, patientId, before, after });
  return after;
}

/**
 * Changes one's own draft: only the fields named.
 * @throws Problem `not_found`, `stale`, `conflict`, `not_allowed`, `invalid` at the field
 */
export async function updateConsultation(
  ctx: Ctx,
  id: string,
  version: number,
  input: ConsultationUpdate,
): Promise<Consultation> {
  authorise(ctx, 'profiles.write');
  return await transact(ctx, async (tx) => {
    const before = await ownDraft(ctx, tx, id, version);
    if (input.courseId) {
      const course = await requireCourse(tx.db, input.courseId);
      if (course.patientId !== before.patientId)
        throw invalidField('courseId', 'This patient has no such course.');
    }
    const fields = consultationProblems(withChange(before, input));
    if (fields.length > 0) throw new Problem('invalid', undefined, { fields });
    // exactOptionalPropertyTypes: what is undefined is left out.
    const change = Object.fromEntries(
      Object.entries(input).filter(([, value]) => value !== undefined),
    );
    return await save(ctx, tx, 'consultations.update', before, change);
  });
}

/**
 * Signs one's own draft: it is dated, kept, and holds the patient's profile of this moment. What
 * was asked and decided is taken over to its course.
 * @throws Problem `not_found`, `stale`, `conflict`, `not_allowed`, `invalid` at what is missing
 */
export async function signConsultation(
  ctx: Ctx,
  id: string,
  version: number,
): Promise<Consultation> {
  authorise(ctx, 'profiles.write');
  return await transact(ctx, async (tx) => {
    const before = await ownDraft(ctx, tx, id, version);
    const fields = [...missingForConsultation(before), ...consultationProblems(before)];
    if (fields.length > 0) throw new Problem('invalid', undefined, { fields });
    const profile = await profileOf(tx.db, before.patientId);
    const after = await save(ctx, tx, 'consultations.sign', before, {
      status: 'signed',
      signedAt: ctx.deps.now(),
      signedBy: ctx.actor.staffId,
      profileThen: profileValuesOf(profile),
    });
    if (after.courseId !== null) await takeOverConsultation(ctx, tx, after.courseId, after);
    return after;
  });
}

/**
 * Discards one's own draft; the audit trail keeps it.
 * @throws Problem `not_found`, `stale`, `conflict`, `not_allowed`
 */
export async function discardConsultation(
  ctx: Ctx,
  id: string,
  version: number,
): Promise<{ id: string }> {
  authorise(ctx, 'profiles.write');
  return await transact(ctx, async (tx) => {
    const before = await ownDraft(ctx, tx, id, version);
    await tx.db.delete(consultations).where(eq(consultations.id, id));
    const { patientId } = before;
    const what = { entity: 'consultation', entityId: id, patientId };
    await tx.record({ ...what, act: 'consultations.discard', before });
    return { id };
  });
}
