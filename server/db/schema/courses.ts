import { sql } from 'drizzle-orm';
import { date, index, integer, jsonb, pgTable, smallint, text, uuid } from 'drizzle-orm/pg-core';
import type * as z from 'zod/mini';
import type {
  CourseStatus,
  DiagnosisBasis,
  Purpose,
  ScalpArea,
  StopReason,
} from '#domain/courses/course-enums.ts';
import type { causesAsked, Course } from '#domain/courses/course.ts';
import type { Indication } from '#domain/courses/indication.ts';
import type { Technique } from '#domain/sessions/session-enums.ts';
import { recordColumns } from './columns.ts';
import { patients } from './patients.ts';

/** One patient's treatment for one indication. */
export const courses = pgTable(
  'courses',
  {
    ...recordColumns,
    patientId: uuid('patient_id')
      .notNull()
      .references(() => patients.id),
    indication: text('indication').$type<Indication>().notNull(),
    icd10: text('icd10'),
    diagnosisBasis: text('diagnosis_basis').$type<DiagnosisBasis>().notNull(),
    purpose: text('purpose').$type<Purpose>().notNull(),
    complaint: text('complaint').notNull(),
    durationOfComplaintMonths: integer('duration_of_complaint_months'),
    areas: text('areas').array().$type<ScalpArea[]>().notNull(),
    causesAsked: jsonb('causes_asked').$type<z.infer<typeof causesAsked>>().notNull(),
    concomitantTherapies: jsonb('concomitant_therapies')
      .$type<Course['concomitantTherapies']>()
      .notNull(),
    suitability: jsonb('suitability').$type<NonNullable<Course['suitability']>>(),
    baselineNotes: text('baseline_notes').notNull(),
    plannedSessions: smallint('planned_sessions'),
    intervalDaysMin: smallint('interval_days_min'),
    intervalDaysMax: smallint('interval_days_max'),
    status: text('status').$type<CourseStatus>().notNull(),
    statusReason: text('status_reason').$type<StopReason>(),
    statusNote: text('status_note'),
    // The rest is derived from its signed sessions and kept here, so that reports read one table.
    signedSessions: smallint('signed_sessions').notNull().default(0),
    firstSessionOn: date('first_session_on', { mode: 'string' }),
    lastSessionOn: date('last_session_on', { mode: 'string' }),
    firstRecipeVersionId: uuid('first_recipe_version_id'),
    firstTechnique: text('first_technique').$type<Technique>(),
    firstPerformedBy: uuid('first_performed_by'),
  },
  (table) => [
    index('courses_patient').on(table.patientId, table.createdAt, table.id),
    index('courses_created').on(table.createdAt, table.id),
    // Holds all that a report of first courses groups by: the table itself is not read.
    index('courses_started')
      .on(
        table.firstSessionOn,
        table.indication,
        table.patientId,
        table.id,
        table.firstRecipeVersionId,
        table.firstTechnique,
        table.signedSessions,
      )
      .where(sql`first_session_on IS NOT NULL`),
  ],
);
