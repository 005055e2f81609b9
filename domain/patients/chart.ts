import * as z from 'zod/mini';
import { course } from '#domain/courses/course.ts';
import { MEASURES } from '#domain/outcomes/measure.ts';
import { outcome } from '#domain/outcomes/outcome.ts';
import { OUTCOME_WEEKS } from '#domain/outcomes/windows.ts';
import { session } from '#domain/sessions/session.ts';
import { calendarDate } from '#domain/shared/calendar-date.ts';
import { admin, clinical, desk } from '#domain/shared/field-tags.ts';
import { id } from '#domain/shared/ids.ts';
import { ESCALATION_LEVELS } from '#domain/side-effects/side-effect-rules.ts';
import { sideEffect } from '#domain/side-effects/side-effect.ts';
import { patient } from './patient.ts';

/** What a chart can lack or should draw attention to. */
const CHART_GAPS = [
  'side_effect_open',
  'suitability_missing',
  'baseline_missing',
  'draft_unsigned',
  'assessment_missing',
  'session_overdue',
] as const;

/** One thing the chart lacks, with where it is mended. Days are clinic dates. */
export const chartGap = z.strictObject({
  code: clinical(z.enum(CHART_GAPS)),
  courseId: clinical(id),
  sessionId: clinical(z.nullable(id)),
  sideEffectId: clinical(z.nullable(id)),
  /** Of a missing assessment: its week and measure. */
  week: clinical(z.nullable(z.literal(OUTCOME_WEEKS))),
  measure: clinical(z.nullable(z.enum(MEASURES))),
  /** How soon a clinician looks at a side effect. */
  level: clinical(z.nullable(z.enum(ESCALATION_LEVELS))),
  /** The day it is best done on, and the last one on which it still counts. */
  dueOn: clinical(z.nullable(calendarDate)),
  closesOn: clinical(z.nullable(calendarDate)),
  /** Its last day has passed. */
  isOverdue: clinical(z.boolean()),
  message: clinical(z.string()),
});

/** One thing the chart lacks, as a type. */
export type ChartGap = z.infer<typeof chartGap>;

/** All of one patient, for the page that shows it: oldest first, but for the courses. */
export const patientChart = z.strictObject({
  patient: desk(patient),
  /** The clinic date on which "due" was decided. */
  asOf: desk(calendarDate),
  /** The newest first. */
  courses: clinical(z.array(course)),
  sessions: clinical(z.array(session)),
  outcomes: clinical(z.array(outcome)),
  sideEffects: clinical(z.array(sideEffect)),
  gaps: clinical(z.array(chartGap)),
  /** Names of the recipe versions, protocol versions and people that the records name. */
  recipeVersions: admin(
    z.array(
      z.strictObject({
        id: admin(id),
        recipeId: admin(id),
        recipeName: admin(z.string()),
        number: admin(z.int()),
      }),
    ),
  ),
  protocolVersions: admin(
    z.array(
      z.strictObject({
        id: admin(id),
        protocolId: admin(id),
        name: admin(z.string()),
        number: admin(z.int()),
      }),
    ),
  ),
  staff: desk(z.array(z.strictObject({ id: desk(id), name: desk(z.string()) }))),
});

/** All of one patient, as a type. */
export type PatientChart = z.infer<typeof patientChart>;
