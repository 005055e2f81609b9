import { eq, type SQL } from 'drizzle-orm';
import type { Patient } from '#domain/patients/patient.ts';
import type { Database } from '../db/database.ts';
import { firstOrNotFound } from '../db/fetch.ts';
import { patients } from '../db/schema/patients.ts';

/** A row of patients as the API answers it. */
export const toPatient = (row: typeof patients.$inferSelect): Patient => ({
  id: row.id,
  version: row.version,
  clinicNumber: row.clinicNumber,
  familyName: row.familyName,
  givenName: row.givenName,
  birthDate: row.birthDate,
  sexAtBirth: row.sexAtBirth,
  phone: row.phone,
  email: row.email,
  contactPreference: row.contactPreference,
  language: row.language,
  referralSource: row.referralSource,
  notes: row.notes,
  isArchived: row.isArchived,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

/**
 * One patient.
 * @throws Problem `not_found`
 */
export async function fetchPatient(db: Database, id: string): Promise<Patient> {
  return toPatient(
    firstOrNotFound(await db.select().from(patients).where(eq(patients.id, id)), 'patient'),
  );
}

/** The patients that meet a condition, at most `limit`. */
export async function findPatients(
  db: Database,
  where: SQL | undefined,
  limit: number,
): Promise<Patient[]> {
  return (await db.select().from(patients).where(where).limit(limit)).map(toPatient);
}
