import {
  boolean,
  date,
  doublePrecision,
  index,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import type { CourseStatus, StopReason } from '#domain/courses/course-enums.ts';
import type { Indication } from '#domain/courses/indication.ts';
import type { MeasureKey } from '#domain/outcomes/measure.ts';
import type { SexAtBirth } from '#domain/patients/patient.ts';
import type { Technique } from '#domain/sessions/session-enums.ts';

/**
 * What reports count of each course that began, one narrow row. Triggers keep it in the writing
 * transaction (see the guards of reports); nothing else writes it, and nothing in it depends on
 * what day it is.
 */
export const courseFacts = pgTable(
  'course_facts',
  {
    courseId: uuid('course_id').primaryKey(),
    patientId: uuid('patient_id').notNull(),
    recipeVersionId: uuid('recipe_version_id'),
    practitionerId: uuid('practitioner_id'),
    firstSessionOn: date('first_session_on', { mode: 'string' }).notNull(),
    /** Day 0 of the course of the same patient and indication before this one. */
    previousFirstOn: date('previous_first_on', { mode: 'string' }),
    lastSessionOn: date('last_session_on', { mode: 'string' }).notNull(),
    /** Where a plan says when it ends: day 0 and its gaps at their longest. */
    plannedEndOn: date('planned_end_on', { mode: 'string' }),
    noticedOn: date('noticed_on', { mode: 'string' }),
    lastAnswerOn: date('last_answer_on', { mode: 'string' }),
    indication: text('indication').$type<Indication>().notNull(),
    technique: text('technique').$type<Technique>(),
    status: text('status').$type<CourseStatus>().notNull(),
    stopReason: text('stop_reason').$type<StopReason>(),
    sex: text('sex').$type<SexAtBirth>().notNull(),
    severity: text('severity'),
    worstScheme: text('worst_scheme'),
    signedSessions: smallint('signed_sessions').notNull(),
    plannedSessions: smallint('planned_sessions'),
    gapDaysMax: smallint('gap_days_max'),
    photo12: smallint('photo_12'),
    photo24: smallint('photo_24'),
    photo52: smallint('photo_52'),
    patient12: smallint('patient_12'),
    patient24: smallint('patient_24'),
    patient52: smallint('patient_52'),
    sessionsAsked: smallint('sessions_asked').notNull(),
    sessionsWithEffect: smallint('sessions_with_effect').notNull(),
    sessionsWithLot: smallint('sessions_with_lot').notNull(),
    sessionsWithDepth: smallint('sessions_with_depth').notNull(),
    contacts48h: smallint('contacts_48h').notNull(),
    contacts7d: smallint('contacts_7d').notNull(),
    worstGrade: smallint('worst_grade'),
    effects: smallint('effects').notNull(),
    gaps: smallint('gaps').notNull(),
    gapsWithin: smallint('gaps_within').notNull(),
    gapsEarly: smallint('gaps_early').notNull(),
    gapsLate: smallint('gaps_late').notNull(),
    age: smallint('age'),
    durationMonths: smallint('duration_months'),
    noticedSession: smallint('noticed_session'),
    lastAnswerSession: smallint('last_answer_session'),
    hasAskedEffect: boolean('has_asked_effect').notNull(),
    hasVolunteeredEffect: boolean('has_volunteered_effect').notNull(),
    hasSeriousEffect: boolean('has_serious_effect').notNull(),
    hasBaseline: boolean('has_baseline').notNull(),
    isConsented: boolean('is_consented').notNull(),
    onMinoxidil: boolean('on_minoxidil').notNull(),
    onFiveAri: boolean('on_five_ari').notNull(),
    onPrpOrLight: boolean('on_prp_or_light').notNull(),
    isRecipeChanged: boolean('is_recipe_changed').notNull(),
    /** The reading at the k-th session, at place k. */
    photoSessions: smallint('photo_sessions').array(),
    patientSessions: smallint('patient_sessions').array(),
    /** Gaps by how far outside the plan they were: see `GAP_BINS`. */
    gapBins: smallint('gap_bins').array(),
  },
  (table) => [
    index('course_facts_first').on(table.firstSessionOn, table.courseId),
    index('course_facts_patient').on(table.patientId),
  ],
);

/** Who a fact is of, as the conditions and groups of every report read it: repeated from the course. */
const ofCourse = () => ({
  courseId: uuid('course_id').notNull(),
  patientId: uuid('patient_id').notNull(),
  recipeVersionId: uuid('recipe_version_id'),
  practitionerId: uuid('practitioner_id'),
  firstSessionOn: date('first_session_on', { mode: 'string' }).notNull(),
  previousFirstOn: date('previous_first_on', { mode: 'string' }),
  indication: text('indication').$type<Indication>().notNull(),
  technique: text('technique').$type<Technique>(),
});

/** Side effects of courses that began, narrow: how long each lasted, or was watched. */
export const effectFacts = pgTable(
  'effect_facts',
  {
    ...ofCourse(),
    effectId: uuid('effect_id').primaryKey(),
    code: text('code').notNull(),
    /** From the onset to its end, or to when it was last known. */
    days: smallint('days').notNull(),
    isEnded: boolean('is_ended').notNull(),
  },
  (table) => [index('effect_facts_course').on(table.courseId)],
);

/** Which side effects a course had at all, asked for or not, each once. */
export const courseEffectCodes = pgTable(
  'course_effect_codes',
  {
    ...ofCourse(),
    code: text('code').notNull(),
  },
  (table) => [primaryKey({ columns: [table.courseId, table.code] })],
);

/** What reports by week count of each signed session. */
export const sessionFacts = pgTable(
  'session_facts',
  {
    sessionId: uuid('session_id').primaryKey(),
    courseId: uuid('course_id').notNull(),
    patientId: uuid('patient_id').notNull(),
    sessionOn: date('session_on', { mode: 'string' }).notNull(),
    recipeVersionId: uuid('recipe_version_id'),
    practitionerId: uuid('practitioner_id').notNull(),
    indication: text('indication').$type<Indication>().notNull(),
    technique: text('technique').$type<Technique>(),
    isAsked: boolean('is_asked').notNull(),
    hasEffect: boolean('has_effect').notNull(),
    hasLot: boolean('has_lot').notNull(),
    hasDepth: boolean('has_depth').notNull(),
    isContacted48h: boolean('is_contacted_48h').notNull(),
    isContacted7d: boolean('is_contacted_7d').notNull(),
  },
  (table) => [
    index('session_facts_week').on(
      table.sessionOn,
      table.isAsked,
      table.hasEffect,
      table.hasLot,
      table.hasDepth,
      table.patientId,
    ),
    index('session_facts_course').on(table.courseId),
  ],
);

/**
 * Baseline and later reading of a measure, joined only where they were measured alike; one row for
 * each week wherever there is a baseline, without a value where the week has no such reading.
 */
export const courseChanges = pgTable(
  'course_changes',
  {
    ...ofCourse(),
    measure: text('measure').$type<MeasureKey>().notNull(),
    week: smallint('week').notNull(),
    baseline: doublePrecision('baseline').notNull(),
    value: doublePrecision('value'),
    assessedOn: date('assessed_on', { mode: 'string' }),
  },
  (table) => [
    primaryKey({ columns: [table.courseId, table.measure, table.week] }),
    index('course_changes_measure').on(table.measure, table.week),
  ],
);
