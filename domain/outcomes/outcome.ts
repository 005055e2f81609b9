import * as z from 'zod/mini';
import { calendarDate, instant } from '#domain/shared/calendar-date.ts';
import { checkFields } from '#domain/shared/check-fields.ts';
import { clinical } from '#domain/shared/field-tags.ts';
import { id, version } from '#domain/shared/ids.ts';
import type { FieldProblem } from '#domain/shared/problem.ts';
import { longText, optionalText, shortText } from '#domain/shared/text.ts';
import { MEASURES, RATERS } from './measure.ts';
import { type ChangeAnswers, changeAnswers, isAnyAsked } from './patient-changes.ts';
import { outcomeProblems } from './outcome-problems.ts';
import { conditionsInput, partsInput, readingConditions, readingParts } from './reading-details.ts';

/** Where hairs were pulled: each site is its own series. Source: CLINICAL.md section 2. */
export const PULL_SITES = ['frontal', 'vertex', 'left', 'right', 'occipital'] as const;
/** One site. */
export type PullSite = (typeof PULL_SITES)[number];
/** What each is called on screen. */
export const PULL_SITE_LABELS: Record<PullSite, string> = {
  frontal: 'Front',
  vertex: 'Vertex',
  left: 'Left side',
  right: 'Right side',
  occipital: 'Back',
};

/** Variants of a Norwood–Hamilton stage. */
export const STAGE_VARIANTS = ['a', 'vertex'] as const;
/** One variant. */
export type StageVariant = (typeof STAGE_VARIANTS)[number];
/** What each is called on screen. */
export const STAGE_VARIANT_LABELS: Record<StageVariant, string> = { a: 'a', vertex: 'vertex' };

/** One reading of one measure. Its scale and direction stand in `MEASURE_DETAILS`. */
export const outcome = z.strictObject({
  id: clinical(id),
  version: clinical(version),
  patientId: clinical(id),
  courseId: clinical(id),
  /** The session at which it was taken, if at one. */
  sessionId: clinical(z.nullable(id)),
  measure: clinical(z.enum(MEASURES)),
  value: clinical(z.number()),
  /** The day in the clinic's zone. */
  assessedOn: clinical(calendarDate),
  rater: clinical(z.enum(RATERS)),
  /** The staff member who rated; null when the patient did. */
  raterId: clinical(z.nullable(id)),
  /** The rater did not know recipe or order of the photos. */
  isBlinded: clinical(z.boolean()),
  isBaseline: clinical(z.boolean()),
  variant: clinical(z.nullable(z.enum(STAGE_VARIANTS))),
  site: clinical(z.nullable(z.enum(PULL_SITES))),
  grasped: clinical(z.nullable(z.int())),
  lastWashOn: clinical(z.nullable(calendarDate)),
  /** What the value was computed from, such as SALT's four areas. */
  parts: clinical(z.nullable(readingParts)),
  /** The words of a pattern that no number tells, such as BASP's M2F1. */
  pattern: clinical(z.nullable(z.string())),
  /** How it was measured: readings are compared only where this is equal. */
  conditions: clinical(z.nullable(readingConditions)),
  notes: clinical(z.string()),
  /** Taken back, and why; the reading is kept but counts nowhere. */
  voided: clinical(
    z.nullable(
      z.strictObject({ reason: clinical(z.string()), by: clinical(id), at: clinical(instant) }),
    ),
  ),
  recordedBy: clinical(id),
  createdAt: clinical(instant),
  updatedAt: clinical(instant),
});

/** One reading, as a type. */
export type Outcome = z.infer<typeof outcome>;

const reading = z.strictObject({
  measure: z.enum(MEASURES, 'Choose the measure.'),
  rater: z.enum(RATERS, 'Choose who rated.'),
  isBaseline: z.boolean('Say whether this is the baseline.'),
  value: z.number('Choose or type the reading.'),
  /** Left out, the one who records is the rater, unless the patient is. */
  raterId: z.optional(z.nullable(id)),
  isBlinded: z.boolean('Say whether the rater was blinded.'),
  variant: z.optional(z.nullable(z.enum(STAGE_VARIANTS, 'Choose the variant.'))),
  site: z.optional(z.nullable(z.enum(PULL_SITES, 'Choose the site.'))),
  grasped: z.optional(
    z.nullable(
      z
        .int('Type a whole number.')
        .check(z.minimum(10, 'At least 10 hairs.'), z.maximum(100, 'At most 100 hairs.')),
    ),
  ),
  lastWashOn: z.optional(z.nullable(calendarDate)),
  parts: z.optional(z.nullable(partsInput)),
  pattern: z.optional(optionalText(20)),
  conditions: z.optional(z.nullable(conditionsInput)),
  notes: z.optional(longText(1000)),
});

/** The readings of one assessment: all are recorded, or none. */
export const assessmentCreate = z
  .strictObject({
    courseId: id,
    /** The session at which it was taken, if at one. */
    sessionId: z.optional(z.nullable(id)),
    assessedOn: calendarDate,
    readings: z.array(reading).check(z.maxLength(20, 'At most 20.')),
    /** What the patient said changed, item by item. */
    changes: z.optional(changeAnswers),
  })
  .check(checkFields(assessmentProblems));

/** The readings of one assessment, as a type. */
export type AssessmentCreate = z.infer<typeof assessmentCreate>;

function assessmentProblems(assessment: {
  assessedOn: string;
  readings: z.infer<typeof reading>[];
  changes?: ChangeAnswers | undefined;
}): FieldProblem[] {
  const { readings, changes, assessedOn } = assessment;
  if (readings.length === 0 && (changes === undefined || !isAnyAsked(changes)))
    return [{ path: 'readings', message: 'Record at least one reading.' }];
  return readings.flatMap((one, index) =>
    outcomeProblems({ ...one, assessedOn }).map(({ path, message }) => ({
      path: `readings.${index}.${path}`,
      message,
    })),
  );
}

/** What is asked when a reading is taken back. */
export const outcomeVoid = z.strictObject({
  reason: shortText(300, 'Say why this reading does not count.'),
});

/** A reading taken back, as a type. */
export type OutcomeVoid = z.infer<typeof outcomeVoid>;
