import { desc, eq, type SQL } from 'drizzle-orm';
import type { Consent } from '#domain/consents/consent.ts';
import type { Database } from '../db/database.ts';
import { firstOrNotFound } from '../db/fetch.ts';
import { consents, consentTemplates } from '../db/schema/consents.ts';

type Row = {
  consent: typeof consents.$inferSelect;
  template: Pick<typeof consentTemplates.$inferSelect, 'name' | 'language' | 'edition'>;
};

const toConsent = ({ consent: row, template }: Row): Consent => ({
  id: row.id,
  version: row.version,
  patientId: row.patientId,
  courseId: row.courseId,
  templateId: row.templateId,
  templateName: template.name,
  language: template.language,
  edition: template.edition,
  explainedBy: row.explainedBy,
  givenOn: row.givenOn,
  recipeVersionId: row.recipeVersionId,
  ingredientClasses: row.ingredientClasses,
  signerRole: row.signerRole,
  signerName: row.signerName,
  signaturePath: row.signaturePath,
  signedAt: row.signedAt.toISOString(),
  photos: row.photos,
  revocation:
    row.revokedOn === null || row.revokeReason === null || row.revokedBy === null
      ? null
      : { on: row.revokedOn, reason: row.revokeReason, recordedBy: row.revokedBy },
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

async function findConsents(db: Database, where: SQL): Promise<Consent[]> {
  const { name, language, edition } = consentTemplates;
  const rows = await db
    .select({ consent: consents, template: { name, language, edition } })
    .from(consents)
    .innerJoin(consentTemplates, eq(consentTemplates.id, consents.templateId))
    .where(where)
    .orderBy(desc(consents.signedAt), desc(consents.id));
  return rows.map(toConsent);
}

/**
 * One consent.
 * @throws Problem `not_found`
 */
export async function fetchConsent(db: Database, id: string): Promise<Consent> {
  return firstOrNotFound(await findConsents(db, eq(consents.id, id)), 'consent');
}

/** The consents of a course, revoked ones included, the newest first. */
export async function consentsOfCourse(db: Database, courseId: string): Promise<Consent[]> {
  return await findConsents(db, eq(consents.courseId, courseId));
}

/** The consents of a patient, revoked ones included, the newest first. */
export async function consentsOfPatient(db: Database, patientId: string): Promise<Consent[]> {
  return await findConsents(db, eq(consents.patientId, patientId));
}
