import { sql } from 'drizzle-orm';
import { boolean, date, index, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { FindingLevel } from '#domain/ingredients/finding.ts';
import type { ScreeningItem } from '#domain/screening/screening-items.ts';
import type { LevelChangeStatus } from '#domain/screening/screening-levels.ts';
import type { ScreeningAnswers, ScreeningSource } from '#domain/screening/screening.ts';
import { moment, recordColumns } from './columns.ts';
import { courses } from './courses.ts';
import { patients } from './patients.ts';
import { sessions } from './sessions.ts';
import { staff } from './staff.ts';

/** What was asked before sessions. Answers are for the care team only. */
export const screenings = pgTable(
  'screenings',
  {
    ...recordColumns,
    patientId: uuid('patient_id')
      .notNull()
      .references(() => patients.id),
    courseId: uuid('course_id').references(() => courses.id),
    sessionId: uuid('session_id').references(() => sessions.id, { onDelete: 'set null' }),
    appointmentId: uuid('appointment_id'),
    answeredOn: date('answered_on', { mode: 'string' }).notNull(),
    source: text('source').$type<ScreeningSource>().notNull(),
    answers: jsonb('answers').$type<ScreeningAnswers>().notNull(),
    needsClinician: boolean('needs_clinician').notNull(),
    reviewedAt: moment('reviewed_at'),
    reviewedBy: uuid('reviewed_by').references(() => staff.id),
    reviewNote: text('review_note'),
    recordedBy: uuid('recorded_by')
      .notNull()
      .references(() => staff.id),
  },
  (table) => [
    index('screenings_patient').on(table.patientId, table.answeredOn, table.id),
    index('screenings_course').on(table.courseId, table.answeredOn, table.id),
    uniqueIndex('screenings_session').on(table.sessionId),
    index('screenings_appointment').on(table.appointmentId),
    // What the desk's "needs clinician" reads, of every patient in a list.
    index('screenings_open')
      .on(table.patientId)
      .where(sql`needs_clinician AND reviewed_at IS NULL`),
  ],
);

/** Dated changes of the clinic's screening levels; the newest approved one of an item counts. */
export const screeningLevelChanges = pgTable(
  'screening_level_changes',
  {
    ...recordColumns,
    item: text('item').$type<ScreeningItem>().notNull(),
    level: text('level').$type<FindingLevel>().notNull(),
    reason: text('reason').notNull(),
    status: text('status').$type<LevelChangeStatus>().notNull(),
    proposedBy: uuid('proposed_by')
      .notNull()
      .references(() => staff.id),
    decidedBy: uuid('decided_by').references(() => staff.id),
    decidedAt: moment('decided_at'),
  },
  (table) => [index('screening_level_changes_item').on(table.item, table.decidedAt)],
);

/** Forms handed over to patients. The secret is kept as a hash, and works once. */
export const intakeForms = pgTable('intake_forms', {
  id: uuid('id').primaryKey(),
  secretHash: text('secret_hash').notNull().unique(),
  patientId: uuid('patient_id')
    .notNull()
    .references(() => patients.id),
  appointmentId: uuid('appointment_id'),
  courseId: uuid('course_id').references(() => courses.id),
  startedBy: uuid('started_by')
    .notNull()
    .references(() => staff.id),
  startedAt: moment('started_at').notNull(),
  expiresAt: moment('expires_at').notNull(),
  answeredAt: moment('answered_at'),
});
