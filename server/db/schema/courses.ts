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
import type { CoursePlan, PlanChange } from '#domain/courses/course-plan.ts';
import type { causesAsked, Course } from '#domain/courses/course.ts';
import type { Indication } from '#domain/courses/indication.ts';
import type { Technique } from '#domain/sessions/session-enums.ts';
import { recordColumns } from './columns.ts';
import { patients } from './patients.ts';
import { protocolVersions } from './protocols.ts';

/** The planned days before the next session, the fewest or the most, by the phase it falls in. */
const gapDays = (some: 'min' | 'max', other: 'min' | 'max'): string => `(CASE
  WHEN maintenance IS NOT NULL
    AND signed_sessions >= planned_sessions - (maintenance ->> 'sessions')::int
  THEN (maintenance ->> 'intervalDays${some === 'min' ? 'Min' : 'Max'}')::int
  ELSE coalesce(interval_days_${some}, interval_days_${other})::int END)`;
const [GAP_MIN, GAP_MAX] = [sql.raw(gapDays('min', 'max')), sql.raw(gapDays('max', 'min'))];
const IS_DUE = sql.raw(`status = 'open' AND suitability ->> 'decision' = 'suitable'
  AND (planned_sessions IS NULL OR signed_sessions < planned_sessions)
  AND ${gapDays('max', 'min')} IS NOT NULL`);

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
    protocolVersionId: uuid('protocol_version_id').references(() => protocolVersions.id),
    plannedSessions: smallint('planned_sessions'),
    intervalDaysMin: smallint('interval_days_min'),
    intervalDaysMax: smallint('interval_days_max'),
    maintenance: jsonb('maintenance').$type<NonNullable<CoursePlan['maintenance']>>(),
    planChanges: jsonb('plan_changes').$type<PlanChange[]>().notNull().default([]),
    openedOn: date('opened_on', { mode: 'string' }),
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
    // `nextDueWindow` once more, so that lists can be narrowed by it: a test keeps the two alike.
    dueFrom: date('due_from', { mode: 'string' }).generatedAlwaysAs(
      sql`CASE WHEN ${IS_DUE} THEN CASE WHEN last_session_on IS NULL THEN opened_on ELSE last_session_on + ${GAP_MIN} END END`,
    ),
    dueTo: date('due_to', { mode: 'string' }).generatedAlwaysAs(
      sql`CASE WHEN ${IS_DUE} THEN coalesce(last_session_on, opened_on) + ${GAP_MAX} END`,
    ),
  },
  (table) => [
    index('courses_patient').on(table.patientId, table.createdAt, table.id),
    index('courses_created').on(table.createdAt, table.id),
    index('courses_due')
      .on(table.dueTo, table.dueFrom, table.patientId)
      .where(sql`due_to IS NOT NULL`),
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
