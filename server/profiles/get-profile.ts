import { asc, eq } from 'drizzle-orm';
import type { PatientProfile, ProfileChange } from '#domain/profiles/profile.ts';
import { recordRead } from '../audit/record-read.ts';
import { profileChanges } from '../db/schema/profiles.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { fetchPatient } from '../patients/patient-view.ts';
import { profileOf } from './profile-view.ts';

/**
 * A patient's allergies, medication, conditions and measures.
 * @throws Problem `not_found` when there is no such patient
 */
export async function getProfile(ctx: Ctx, patientId: string): Promise<PatientProfile> {
  authorise(ctx, 'profiles.read');
  await fetchPatient(ctx.deps.db, patientId);
  const profile = await profileOf(ctx.deps.db, patientId);
  await recordRead(ctx, 'patients.read-chart', patientId);
  return profile;
}

/**
 * The dated changes of a patient's profile, the oldest first.
 * @throws Problem `not_found` when there is no such patient
 */
export async function listProfileChanges(
  ctx: Ctx,
  patientId: string,
): Promise<{ items: ProfileChange[] }> {
  authorise(ctx, 'profiles.read');
  await fetchPatient(ctx.deps.db, patientId);
  const rows = await ctx.deps.db
    .select()
    .from(profileChanges)
    .where(eq(profileChanges.patientId, patientId))
    .orderBy(asc(profileChanges.changedAt), asc(profileChanges.id));
  await recordRead(ctx, 'patients.read-chart', patientId);
  return {
    items: rows.map(({ id, changedAt, changedBy, before, after }) => ({
      id,
      changedAt: changedAt.toISOString(),
      changedBy,
      before,
      after,
    })),
  };
}
