import { index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { ListState } from '#domain/profiles/profile-enums.ts';
import type { ProfileChange, ProfileValues } from '#domain/profiles/profile.ts';
import { moment } from './columns.ts';
import { patients } from './patients.ts';
import { staff } from './staff.ts';

/** What is known of a patient's health. A patient without a row has version 1, which is empty. */
export const patientProfiles = pgTable('patient_profiles', {
  id: uuid('id').primaryKey(),
  patientId: uuid('patient_id')
    .notNull()
    .unique()
    .references(() => patients.id),
  version: integer('version').notNull(),
  allergyState: text('allergy_state').$type<ListState>().notNull(),
  allergies: jsonb('allergies').$type<ProfileValues['allergies']>().notNull(),
  medicationState: text('medication_state').$type<ListState>().notNull(),
  medication: jsonb('medication').$type<ProfileValues['medication']>().notNull(),
  conditionState: text('condition_state').$type<ListState>().notNull(),
  conditions: jsonb('conditions').$type<ProfileValues['conditions']>().notNull(),
  weight: jsonb('weight').$type<NonNullable<ProfileValues['weight']>>(),
  bloodPressure: jsonb('blood_pressure').$type<NonNullable<ProfileValues['bloodPressure']>>(),
  notes: text('notes').notNull(),
  changedAt: moment('changed_at').notNull(),
  changedBy: uuid('changed_by')
    .notNull()
    .references(() => staff.id),
});

/** Dated changes of profiles. A trigger keeps each as it is. */
export const profileChanges = pgTable(
  'profile_changes',
  {
    id: uuid('id').primaryKey(),
    patientId: uuid('patient_id')
      .notNull()
      .references(() => patients.id),
    changedAt: moment('changed_at').notNull(),
    changedBy: uuid('changed_by')
      .notNull()
      .references(() => staff.id),
    before: jsonb('before').$type<ProfileChange['before']>().notNull(),
    after: jsonb('after').$type<ProfileChange['after']>().notNull(),
  },
  (table) => [index('profile_changes_patient').on(table.patientId, table.changedAt, table.id)],
);
