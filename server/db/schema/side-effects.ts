import { sql } from 'drizzle-orm';
import { boolean, date, index, jsonb, pgTable, smallint, text, uuid } from 'drizzle-orm/pg-core';
import type {
  Grade,
  OnsetPrecision,
  Relatedness,
  ReportSource,
  SeriousnessCriterion,
  SideEffectAction,
  SideEffectCode,
  SideEffectOutcome,
  WarningSign,
} from '#domain/side-effects/side-effect-enums.ts';
import type { SideEffect } from '#domain/side-effects/side-effect.ts';
import { moment, recordColumns } from './columns.ts';
import { courses } from './courses.ts';
import { patients } from './patients.ts';
import { sessions } from './sessions.ts';
import { staff } from './staff.ts';

/** Side effects. Each grade is kept with the scheme and version it was given by. */
export const sideEffects = pgTable(
  'side_effects',
  {
    ...recordColumns,
    patientId: uuid('patient_id')
      .notNull()
      .references(() => patients.id),
    courseId: uuid('course_id')
      .notNull()
      .references(() => courses.id),
    sessionId: uuid('session_id').references(() => sessions.id, { onDelete: 'set null' }),
    code: text('code').$type<SideEffectCode>().notNull(),
    description: text('description').notNull(),
    onsetOn: date('onset_on', { mode: 'string' }).notNull(),
    onsetAt: moment('onset_at'),
    onsetPrecision: text('onset_precision').$type<OnsetPrecision>().notNull(),
    firstReportedOn: date('first_reported_on', { mode: 'string' }).notNull(),
    reportSource: text('report_source').$type<ReportSource>().notNull(),
    grade: smallint('grade').$type<Grade>().notNull(),
    gradeScheme: text('grade_scheme').notNull(),
    gradeSchemeVersion: text('grade_scheme_version').notNull(),
    isOngoing: boolean('is_ongoing').notNull(),
    resolvedOn: date('resolved_on', { mode: 'string' }),
    lastKnownOn: date('last_known_on', { mode: 'string' }),
    outcome: text('outcome').$type<SideEffectOutcome>().notNull(),
    actions: text('actions').array().$type<SideEffectAction[]>().notNull(),
    seriousness: text('seriousness').array().$type<SeriousnessCriterion[]>().notNull(),
    relatednessToProduct: text('relatedness_to_product').$type<Relatedness>(),
    relatednessToProcedure: text('relatedness_to_procedure').$type<Relatedness>(),
    relatednessToAnaesthetic: text('relatedness_to_anaesthetic').$type<Relatedness>(),
    warningSigns: text('warning_signs').array().$type<WarningSign[]>().notNull(),
    lot: text('lot'),
    /** Whether it was reported outside, by whom that was decided, to whom and when. */
    reporting: jsonb('reporting').$type<NonNullable<SideEffect['reporting']>>(),
    recordedBy: uuid('recorded_by')
      .notNull()
      .references(() => staff.id),
  },
  (table) => [
    index('side_effects_patient').on(table.patientId, table.onsetOn, table.id),
    index('side_effects_course').on(table.courseId, table.onsetOn, table.id),
    index('side_effects_session').on(table.sessionId),
    index('side_effects_onset').on(table.onsetOn, table.id),
    index('side_effects_ongoing')
      .on(table.onsetOn, table.id)
      .where(sql`is_ongoing`),
  ],
);
