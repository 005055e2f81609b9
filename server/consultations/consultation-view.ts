import { and, asc, eq, ne } from 'drizzle-orm';
import type { Consultation } from '#domain/consultations/consultation.ts';
import type { Database } from '../db/database.ts';
import { firstOrNotFound } from '../db/fetch.ts';
import { consultations } from '../db/schema/consultations.ts';

/** A row of consultations as the API answers it. */
export const toConsultation = (row: typeof consultations.$inferSelect): Consultation => ({
  id: row.id,
  version: row.version,
  patientId: row.patientId,
  courseId: row.courseId,
  appointmentId: row.appointmentId,
  heldOn: row.heldOn,
  performedBy: row.performedBy,
  status: row.status,
  complaint: row.complaint,
  onset: row.onset,
  durationOfComplaintMonths: row.durationOfComplaintMonths,
  areas: row.areas,
  causesAsked: row.causesAsked,
  adviceSought: row.adviceSought,
  adviceNote: row.adviceNote,
  transplant: row.transplant,
  transplantOn: row.transplantOn,
  surgeonClearance: row.surgeonClearance,
  examination: row.examination,
  decision: row.decision,
  decisionReason: row.decisionReason,
  plan: row.plan,
  signedAt: row.signedAt?.toISOString() ?? null,
  signedBy: row.signedBy,
  profileThen: row.profileThen,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

/**
 * One consultation.
 * @throws Problem `not_found`
 */
export async function fetchConsultation(db: Database, id: string): Promise<Consultation> {
  const rows = await db.select().from(consultations).where(eq(consultations.id, id));
  return toConsultation(firstOrNotFound(rows, 'consultation'));
}

/** A patient's consultations, drafts included, the oldest first. */
export async function consultationsOfPatient(
  db: Database,
  patientId: string,
): Promise<Consultation[]> {
  const rows = await db
    .select()
    .from(consultations)
    .where(eq(consultations.patientId, patientId))
    .orderBy(asc(consultations.heldOn), asc(consultations.createdAt), asc(consultations.id));
  return rows.map(toConsultation);
}

/** The patient's last signed consultation before another; null when it is the first. */
export async function consultationBefore(
  db: Database,
  { id, patientId, heldOn, createdAt }: Consultation,
): Promise<Consultation | null> {
  const rows = await db
    .select()
    .from(consultations)
    .where(
      and(
        eq(consultations.patientId, patientId),
        eq(consultations.status, 'signed'),
        ne(consultations.id, id),
      ),
    )
    .orderBy(asc(consultations.heldOn), asc(consultations.createdAt));
  return (
    rows
      .map(toConsultation)
      .findLast(
        (one) => one.heldOn < heldOn || (one.heldOn === heldOn && one.createdAt < createdAt),
      ) ?? null
  );
}
