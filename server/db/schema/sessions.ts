import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type {
  AnaesthesiaMethod,
  NoticedChange,
  SessionStatus,
  Technique,
} from '#domain/sessions/session-enums.ts';
import { NOTHING_PREPARED } from '#domain/sessions/preparation.ts';
import type { LaterPain, Session } from '#domain/sessions/session.ts';
import { appointments } from './appointments.ts';
import { moment, recordColumns } from './columns.ts';
import { courses } from './courses.ts';
import { patients } from './patients.ts';
import { recipeVersions } from './recipes.ts';
import { staff } from './staff.ts';

/**
 * Treatment sessions. Once signed a trigger keeps each as it is, but for its number, and another
 * keeps the numbers of a course apart when its transaction ends.
 */
export const sessions = pgTable(
  'sessions',
  {
    ...recordColumns,
    courseId: uuid('course_id')
      .notNull()
      .references(() => courses.id),
    patientId: uuid('patient_id')
      .notNull()
      .references(() => patients.id),
    appointmentId: uuid('appointment_id').references(() => appointments.id),
    number: smallint('number'),
    sessionOn: date('session_on', { mode: 'string' }).notNull(),
    performedBy: uuid('performed_by')
      .notNull()
      .references(() => staff.id),
    technique: text('technique').$type<Technique>(),
    device: text('device'),
    needleGauge: smallint('needle_gauge'),
    needleLengthMm: doublePrecision('needle_length_mm'),
    depthMm: doublePrecision('depth_mm'),
    spacingCm: doublePrecision('spacing_cm'),
    pointMl: doublePrecision('point_ml'),
    injectionCount: integer('injection_count'),
    areaCm2: doublePrecision('area_cm2'),
    zones: jsonb('zones').$type<Session['zones']>().notNull().default([]),
    recipeVersionId: uuid('recipe_version_id').references(() => recipeVersions.id),
    recipeReason: text('recipe_reason'),
    recipeDeviation: text('recipe_deviation'),
    volumeMl: doublePrecision('volume_ml'),
    appliedMl: doublePrecision('applied_ml'),
    usedIngredients: jsonb('used_ingredients').$type<Session['usedIngredients']>().notNull(),
    preparation: jsonb('preparation')
      .$type<Session['preparation']>()
      .notNull()
      .default(NOTHING_PREPARED),
    anaesthesia: text('anaesthesia').$type<AnaesthesiaMethod>(),
    anaesthesiaNote: text('anaesthesia_note'),
    painDuring: jsonb('pain_during').$type<NonNullable<Session['painDuring']>>(),
    reactions: jsonb('reactions').$type<NonNullable<Session['reactions']>>(),
    noticedChange: text('noticed_change').$type<NoticedChange>(),
    isAftercareGiven: boolean('is_aftercare_given'),
    aftercareVersion: text('aftercare_version'),
    aftercareLanguage: text('aftercare_language'),
    plannedMinutes: smallint('planned_minutes'),
    actualMinutes: smallint('actual_minutes'),
    notes: text('notes').notNull(),
    status: text('status').$type<SessionStatus>().notNull(),
    signedBy: uuid('signed_by').references(() => staff.id),
    signedAt: moment('signed_at'),
    confirmedFindings: text('confirmed_findings').array().notNull(),
    overrides: jsonb('overrides').$type<Session['overrides']>().notNull().default([]),
  },
  (table) => [
    index('sessions_patient').on(table.patientId, table.sessionOn, table.id),
    index('sessions_course').on(table.courseId, table.sessionOn, table.id),
    index('sessions_day').on(table.sessionOn, table.id),
    index('sessions_performer').on(table.performedBy, table.sessionOn, table.id),
    index('sessions_recipe_version').on(table.recipeVersionId),
    uniqueIndex('sessions_appointment').on(table.appointmentId),
    check(
      'sessions_signed_whole',
      sql`(status = 'signed') = (number IS NOT NULL AND signed_by IS NOT NULL AND signed_at IS NOT NULL)`,
    ),
  ],
);

/** Dated notes to signed sessions. A trigger keeps each as it is. */
export const sessionAddenda = pgTable(
  'session_addenda',
  {
    id: uuid('id').primaryKey(),
    sessionId: uuid('session_id')
      .notNull()
      .references(() => sessions.id),
    text: text('text').notNull(),
    authorId: uuid('author_id')
      .notNull()
      .references(() => staff.id),
    writtenAt: moment('written_at').notNull(),
  },
  (table) => [index('session_addenda_session').on(table.sessionId, table.writtenAt, table.id)],
);

/** Pain 24 hours after a signed session, as asked later. A trigger keeps each as it is. */
export const sessionLaterPain = pgTable(
  'session_later_pain',
  {
    id: uuid('id').primaryKey(),
    sessionId: uuid('session_id')
      .notNull()
      .references(() => sessions.id),
    answer: jsonb('answer').$type<LaterPain['answer']>().notNull(),
    askedOn: date('asked_on', { mode: 'string' }).notNull(),
    recordedBy: uuid('recorded_by')
      .notNull()
      .references(() => staff.id),
    recordedAt: moment('recorded_at').notNull(),
  },
  (table) => [index('session_later_pain_session').on(table.sessionId, table.recordedAt, table.id)],
);
