import { and, desc, eq, type SQL } from 'drizzle-orm';
import type { HandedOver, PhoneReport } from '#domain/phone-reports/phone-report.ts';
import type { Database } from '../db/database.ts';
import { firstOrNotFound } from '../db/fetch.ts';
import { patients } from '../db/schema/patients.ts';
import { phoneReports } from '../db/schema/phone-reports.ts';

const WHO = {
  id: patients.id,
  givenName: patients.givenName,
  familyName: patients.familyName,
  clinicNumber: patients.clinicNumber,
};

/** The reports that meet all conditions, newest first, at most `limit`. */
export async function findReports(
  db: Database,
  conditions: (SQL | undefined)[],
  limit: number,
): Promise<PhoneReport[]> {
  const rows = await db
    .select({ report: phoneReports, patient: WHO })
    .from(phoneReports)
    .innerJoin(patients, eq(patients.id, phoneReports.patientId))
    .where(and(...conditions))
    .orderBy(desc(phoneReports.createdAt), desc(phoneReports.id))
    .limit(limit);
  return rows.map(({ report, patient }) => ({
    id: report.id,
    version: report.version,
    patient,
    words: report.words,
    since: report.since,
    callBackPhone: report.callBackPhone,
    redFlags: report.redFlags,
    filedBy: report.filedBy,
    takenBy: report.takenBy,
    takenAt: report.takenAt?.toISOString() ?? null,
    closing: report.closing,
    closeNote: report.closeNote,
    sideEffectId: report.sideEffectId,
    closedBy: report.closedBy,
    closedAt: report.closedAt?.toISOString() ?? null,
    createdAt: report.createdAt.toISOString(),
    updatedAt: report.updatedAt.toISOString(),
  }));
}

/**
 * One report.
 * @throws Problem `not_found`
 */
export async function fetchReport(db: Database, id: string): Promise<PhoneReport> {
  return firstOrNotFound(await findReports(db, [eq(phoneReports.id, id)], 1), 'report');
}

/** A report as whoever took the call may see it again: nothing of what was said. */
export const toHandedOver = ({
  id,
  patient,
  createdAt,
  takenAt,
  closedAt,
}: PhoneReport): HandedOver => ({ id, patient, handedOverAt: createdAt, takenAt, closedAt });
