import * as z from 'zod/mini';
import { calendarDate, instant } from '#domain/shared/calendar-date.ts';
import { checkFields } from '#domain/shared/check-fields.ts';
import { clinical } from '#domain/shared/field-tags.ts';
import { id, version } from '#domain/shared/ids.ts';
import { longText, optionalText } from '#domain/shared/text.ts';
import {
  GRADES,
  ONSET_PRECISIONS,
  RELATEDNESS,
  REPORTING_DECISIONS,
  REPORT_SOURCES,
  SERIOUSNESS_CRITERIA,
  SIDE_EFFECT_ACTIONS,
  SIDE_EFFECT_OUTCOMES,
  SIDE_EFFECTS,
  WARNING_SIGNS,
} from './side-effect-enums.ts';
import { sideEffectProblems } from './side-effect-problems.ts';

/**
 * One side effect of one patient. Severity (grade), seriousness and relatedness are three
 * judgements, never derived from each other. It stays open after the visit: late harm is real.
 * Source: CLINICAL.md sections 0.7–0.9 and 3.2.
 */
export const sideEffect = z.strictObject({
  id: clinical(id),
  version: clinical(version),
  patientId: clinical(id),
  courseId: clinical(id),
  /** The session it is attributed to; null when that can't be told. */
  sessionId: clinical(z.nullable(id)),
  code: clinical(z.enum(SIDE_EFFECTS)),
  description: clinical(z.string()),
  /** The clinic date it began; with precision "week", any day of that week. */
  onsetOn: clinical(calendarDate),
  /** The moment it began, only with precision "exact". */
  onsetAt: clinical(z.nullable(instant)),
  onsetPrecision: clinical(z.enum(ONSET_PRECISIONS)),
  firstReportedOn: clinical(calendarDate),
  reportSource: clinical(z.enum(REPORT_SOURCES)),
  grade: clinical(z.literal(GRADES)),
  gradeScheme: clinical(z.string()),
  gradeSchemeVersion: clinical(z.string()),
  isOngoing: clinical(z.boolean()),
  resolvedOn: clinical(z.nullable(calendarDate)),
  lastKnownOn: clinical(z.nullable(calendarDate)),
  outcome: clinical(z.enum(SIDE_EFFECT_OUTCOMES)),
  actions: clinical(z.array(z.enum(SIDE_EFFECT_ACTIONS))),
  seriousness: clinical(z.array(z.enum(SERIOUSNESS_CRITERIA))),
  /** Null: not judged yet. A cocktail can't be split: "product" is the recipe as a whole. */
  relatednessToProduct: clinical(z.nullable(z.enum(RELATEDNESS))),
  relatednessToProcedure: clinical(z.nullable(z.enum(RELATEDNESS))),
  relatednessToAnaesthetic: clinical(z.nullable(z.enum(RELATEDNESS))),
  warningSigns: clinical(z.array(z.enum(WARNING_SIGNS))),
  lot: clinical(z.nullable(z.string())),
  /** Null: nobody decided yet whether it is reported outside. */
  reporting: clinical(
    z.nullable(
      z.strictObject({
        decision: clinical(z.enum(REPORTING_DECISIONS)),
        decidedBy: clinical(id),
        decidedOn: clinical(calendarDate),
        reportedTo: clinical(z.nullable(z.string())),
        reportedOn: clinical(z.nullable(calendarDate)),
        reference: clinical(z.nullable(z.string())),
      }),
    ),
  ),
  recordedBy: clinical(id),
  createdAt: clinical(instant),
  updatedAt: clinical(instant),
});

/** One side effect, as a type. */
export type SideEffect = z.infer<typeof sideEffect>;

const unique = z.refine<readonly string[]>(
  (list) => new Set(list).size === list.length,
  'Each only once.',
);
const relatedness = z.nullable(z.enum(RELATEDNESS, 'Choose how likely.'));

/** A decision on reporting; who decided is the one who records it. */
const reportingInput = z.strictObject({
  decision: z.enum(REPORTING_DECISIONS, 'Choose what was decided.'),
  decidedOn: calendarDate,
  reportedTo: optionalText(120),
  reportedOn: z.nullable(calendarDate),
  reference: optionalText(80),
});

/** A decision on reporting, as it is typed. */
export type ReportingInput = z.infer<typeof reportingInput>;

const writable = {
  sessionId: z.nullable(id),
  code: z.enum(SIDE_EFFECTS, 'Choose the side effect.'),
  description: longText(2000),
  onsetOn: calendarDate,
  onsetAt: z.nullable(instant),
  onsetPrecision: z.enum(ONSET_PRECISIONS, 'Choose how exactly this is known.'),
  firstReportedOn: calendarDate,
  reportSource: z.enum(REPORT_SOURCES, 'Choose how it came to be known.'),
  grade: z.literal(GRADES, 'Choose a grade from 1 to 5.'),
  isOngoing: z.boolean('Say whether it is still going on.'),
  resolvedOn: z.nullable(calendarDate),
  lastKnownOn: z.nullable(calendarDate),
  outcome: z.enum(SIDE_EFFECT_OUTCOMES, 'Choose how it stands.'),
  actions: z.array(z.enum(SIDE_EFFECT_ACTIONS, 'Choose from the list.')).check(unique),
  seriousness: z.array(z.enum(SERIOUSNESS_CRITERIA, 'Choose from the list.')).check(unique),
  relatednessToProduct: relatedness,
  relatednessToProcedure: relatedness,
  relatednessToAnaesthetic: relatedness,
  warningSigns: z.array(z.enum(WARNING_SIGNS, 'Choose from the list.')).check(unique),
  lot: optionalText(60),
  reporting: z.nullable(reportingInput),
};

/** What is asked of a new side effect; the scheme of its grade is added by the server. */
export const sideEffectCreate = z
  .strictObject({ courseId: id, ...writable })
  .check(checkFields(sideEffectProblems));

/** A new side effect, as a type. */
export type SideEffectCreate = z.infer<typeof sideEffectCreate>;

/** A change to a side effect; run `sideEffectProblems` on the merged record too. */
export const sideEffectUpdate = z.partial(z.strictObject(writable));

/** A change to a side effect, as a type. */
export type SideEffectUpdate = z.infer<typeof sideEffectUpdate>;
