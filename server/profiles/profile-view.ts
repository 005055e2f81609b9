import { eq } from 'drizzle-orm';
import { EMPTY_PROFILE, type PatientProfile, profileValuesOf } from '#domain/profiles/profile.ts';
import type { Database } from '../db/database.ts';
import { patientProfiles } from '../db/schema/profiles.ts';

/** A row of profiles as the API answers it. */
export const toProfile = (row: typeof patientProfiles.$inferSelect): PatientProfile => ({
  ...profileValuesOf(row),
  patientId: row.patientId,
  version: row.version,
  changedAt: row.changedAt.toISOString(),
  changedBy: row.changedBy,
});

/** A patient's profile; one that nobody wrote yet is version 1, which is empty. */
export async function profileOf(db: Database, patientId: string): Promise<PatientProfile> {
  const [row] = await db
    .select()
    .from(patientProfiles)
    .where(eq(patientProfiles.patientId, patientId));
  if (row) return toProfile(row);
  return { ...EMPTY_PROFILE, patientId, version: 1, changedAt: null, changedBy: null };
}
