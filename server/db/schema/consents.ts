import { sql } from 'drizzle-orm';
import {
  date,
  index,
  jsonb,
  pgTable,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { ConsentSection, SignerRole, TemplateStatus } from '#domain/consents/consent-enums.ts';
import type { Consent } from '#domain/consents/consent.ts';
import type { IngredientClass } from '#domain/ingredients/ingredient-enums.ts';
import { moment, recordColumns } from './columns.ts';
import { courses } from './courses.ts';
import { patients } from './patients.ts';
import { recipeVersions } from './recipes.ts';
import { staff } from './staff.ts';

/** Editions of the clinic's consent texts. A trigger keeps those that are not drafts. */
export const consentTemplates = pgTable(
  'consent_templates',
  {
    ...recordColumns,
    name: text('name').notNull(),
    language: text('language').notNull(),
    edition: smallint('edition').notNull(),
    sections: jsonb('sections').$type<Record<ConsentSection, string>>().notNull(),
    status: text('status').$type<TemplateStatus>().notNull(),
    authorId: uuid('author_id')
      .notNull()
      .references(() => staff.id),
    approvedBy: uuid('approved_by').references(() => staff.id),
    approvedAt: moment('approved_at'),
  },
  (table) => [
    uniqueIndex('consent_templates_edition').on(table.name, table.language, table.edition),
    uniqueIndex('consent_templates_in_use')
      .on(table.name, table.language)
      .where(sql`status = 'approved'`),
  ],
);

/** Signed consents. A trigger keeps each; it can only be withdrawn in part, or revoked. */
export const consents = pgTable(
  'consents',
  {
    ...recordColumns,
    patientId: uuid('patient_id')
      .notNull()
      .references(() => patients.id),
    courseId: uuid('course_id')
      .notNull()
      .references(() => courses.id),
    templateId: uuid('template_id')
      .notNull()
      .references(() => consentTemplates.id),
    explainedBy: uuid('explained_by')
      .notNull()
      .references(() => staff.id),
    givenOn: date('given_on', { mode: 'string' }).notNull(),
    recipeVersionId: uuid('recipe_version_id').references(() => recipeVersions.id),
    ingredientClasses: text('ingredient_classes').array().$type<IngredientClass[]>().notNull(),
    signerRole: text('signer_role').$type<SignerRole>().notNull(),
    signerName: text('signer_name').notNull(),
    signaturePath: text('signature_path'),
    signedAt: moment('signed_at').notNull(),
    photos: jsonb('photos').$type<Consent['photos']>().notNull(),
    revokedOn: date('revoked_on', { mode: 'string' }),
    revokeReason: text('revoke_reason'),
    revokedBy: uuid('revoked_by').references(() => staff.id),
  },
  (table) => [
    index('consents_course').on(table.courseId, table.signedAt),
    index('consents_patient').on(table.patientId, table.signedAt),
  ],
);
