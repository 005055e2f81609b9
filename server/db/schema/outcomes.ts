import { sql } from 'drizzle-orm';
import {
  boolean,
  date,
  doublePrecision,
  index,
  jsonb,
  pgTable,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import type { MeasureKey, Rater } from '#domain/outcomes/measure.ts';
import type { Outcome, PullSite, StageVariant } from '#domain/outcomes/outcome.ts';
import type { ChangeAnswers } from '#domain/outcomes/patient-changes.ts';
import { moment, recordColumns } from './columns.ts';
import { courses } from './courses.ts';
import { patients } from './patients.ts';
import { sessions } from './sessions.ts';
import { staff } from './staff.ts';

/** Readings of measures. A trigger keeps each as it is; it can only be marked as void. */
export const outcomes = pgTable(
  'outcomes',
  {
    ...recordColumns,
    patientId: uuid('patient_id')
      .notNull()
      .references(() => patients.id),
    courseId: uuid('course_id')
      .notNull()
      .references(() => courses.id),
    sessionId: uuid('session_id').references(() => sessions.id, { onDelete: 'set null' }),
    measure: text('measure').$type<MeasureKey>().notNull(),
    value: doublePrecision('value').notNull(),
    assessedOn: date('assessed_on', { mode: 'string' }).notNull(),
    rater: text('rater').$type<Rater>().notNull(),
    raterId: uuid('rater_id').references(() => staff.id),
    isBlinded: boolean('is_blinded').notNull(),
    isBaseline: boolean('is_baseline').notNull(),
    variant: text('variant').$type<StageVariant>(),
    site: text('site').$type<PullSite>(),
    grasped: smallint('grasped'),
    lastWashOn: date('last_wash_on', { mode: 'string' }),
    /** What the value was computed from, such as SALT's four areas. */
    parts: jsonb('parts').$type<NonNullable<Outcome['parts']>>(),
    /** The words of a pattern that no number tells, such as BASP's M2F1. */
    pattern: text('pattern'),
    /** How it was measured: readings are compared only where this is equal. */
    conditions: jsonb('conditions').$type<NonNullable<Outcome['conditions']>>(),
    notes: text('notes').notNull(),
    recordedBy: uuid('recorded_by')
      .notNull()
      .references(() => staff.id),
    voidedAt: moment('voided_at'),
    voidedBy: uuid('voided_by').references(() => staff.id),
    voidReason: text('void_reason'),
  },
  (table) => [
    index('outcomes_patient').on(table.patientId, table.assessedOn, table.id),
    index('outcomes_course').on(table.courseId, table.assessedOn, table.id),
    index('outcomes_day').on(table.assessedOn, table.id),
    index('outcomes_session').on(table.sessionId),
    // Holds all that a report reads of a reading: the table itself is not read.
    index('outcomes_readings')
      .on(table.measure, table.courseId, table.assessedOn, table.isBlinded, table.value, table.id)
      .where(sql`voided_at IS NULL`),
  ],
);

/** What patients said changed, item by item. Each is kept as it is. */
export const patientChangeLists = pgTable(
  'patient_change_lists',
  {
    id: uuid('id').primaryKey(),
    patientId: uuid('patient_id')
      .notNull()
      .references(() => patients.id),
    courseId: uuid('course_id')
      .notNull()
      .references(() => courses.id),
    sessionId: uuid('session_id').references(() => sessions.id, { onDelete: 'set null' }),
    askedOn: date('asked_on', { mode: 'string' }).notNull(),
    answers: jsonb('answers').$type<ChangeAnswers>().notNull(),
    recordedBy: uuid('recorded_by')
      .notNull()
      .references(() => staff.id),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [
    index('patient_change_lists_patient').on(table.patientId, table.askedOn, table.id),
    index('patient_change_lists_course').on(table.courseId, table.askedOn, table.id),
  ],
);
