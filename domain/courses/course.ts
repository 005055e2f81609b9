import * as z from 'zod/mini';
import { calendarDate, instant } from '#domain/shared/calendar-date.ts';
import { checkFields } from '#domain/shared/check-fields.ts';
import { clinical, desk } from '#domain/shared/field-tags.ts';
import { id, version } from '#domain/shared/ids.ts';
import { longText, optionalText, shortText } from '#domain/shared/text.ts';
import {
  ANSWERS,
  CAUSES,
  COURSE_STATUSES,
  DIAGNOSIS_BASES,
  PURPOSES,
  SCALP_AREAS,
  STOP_REASONS,
  SUITABILITY_DECISIONS,
  THERAPIES,
} from './course-enums.ts';
import {
  intervalDays,
  maintenance,
  planChange,
  planProblems,
  sessionCount,
} from './course-plan.ts';
import { courseProblems, statusProblems } from './course-problems.ts';
import { INDICATIONS } from './indication.ts';

/** The answer to each cause asked; a new course starts with all "not asked". */
export const causesAsked = z.record(z.enum(CAUSES), z.enum(ANSWERS, 'Choose an answer.'));

/** Nothing asked yet. */
export const NO_CAUSES_ASKED: z.infer<typeof causesAsked> = {
  heredity: 'not_asked',
  stress: 'not_asked',
  pregnancy: 'not_asked',
  hormones: 'not_asked',
  tight_hairstyles: 'not_asked',
  illness: 'not_asked',
  drugs: 'not_asked',
  nutrition: 'not_asked',
};

/** Another treatment beside this course; a date left null is not known, or still going on. */
const concomitantTherapy = z.strictObject({
  therapy: clinical(z.enum(THERAPIES)),
  startedOn: clinical(z.nullable(calendarDate)),
  stoppedOn: clinical(z.nullable(calendarDate)),
  note: clinical(z.nullable(z.string())),
});

/** A clinician's decision about a patient, with its reason. */
const suitability = z.strictObject({
  decision: clinical(z.enum(SUITABILITY_DECISIONS)),
  reason: clinical(z.string()),
  decidedBy: clinical(id),
  decidedAt: clinical(instant),
});

/**
 * One patient's treatment for one indication. Reception sees how far it is and when the next
 * session is due; why and how is for the care team. Source: CLINICAL.md section 1, PRODUCT.md.
 */
export const course = z.strictObject({
  id: desk(id),
  version: desk(version),
  patientId: desk(id),
  indication: clinical(z.enum(INDICATIONS)),
  icd10: clinical(z.nullable(z.string())),
  diagnosisBasis: clinical(z.enum(DIAGNOSIS_BASES)),
  purpose: clinical(z.enum(PURPOSES)),
  complaint: clinical(z.string()),
  /** Months since the patient first noticed it; null when not known. */
  durationOfComplaintMonths: clinical(z.nullable(z.int())),
  areas: clinical(z.array(z.enum(SCALP_AREAS))),
  causesAsked: clinical(causesAsked),
  concomitantTherapies: clinical(z.array(concomitantTherapy)),
  suitability: clinical(z.nullable(suitability)),
  baselineNotes: clinical(z.string()),
  /** The version of the clinic's protocol it was opened from. */
  protocolVersionId: clinical(z.nullable(id)),
  /** Sessions in all, those of maintenance included. */
  plannedSessions: desk(z.nullable(z.int())),
  intervalDaysMin: desk(z.nullable(z.int())),
  intervalDaysMax: desk(z.nullable(z.int())),
  maintenance: desk(z.nullable(maintenance)),
  /** How the plan changed while the course ran, the oldest first. */
  planChanges: clinical(z.array(planChange)),
  status: desk(z.enum(COURSE_STATUSES)),
  statusReason: clinical(z.nullable(z.enum(STOP_REASONS))),
  statusNote: clinical(z.nullable(z.string())),
  /** Sessions signed so far: "session 4 of 6" counts these. */
  signedSessions: desk(z.int()),
  /** Day 0: the clinic date of the first signed session. */
  firstSessionOn: desk(z.nullable(calendarDate)),
  lastSessionOn: desk(z.nullable(calendarDate)),
  /** The clinic date on which it was opened. */
  openedOn: desk(z.nullable(calendarDate)),
  /** When the next session is due: see `nextDueWindow`. */
  due: desk(z.nullable(z.strictObject({ from: calendarDate, to: calendarDate }))),
  createdAt: desk(instant),
  updatedAt: desk(instant),
});

/** A course, as a type. */
export type Course = z.infer<typeof course>;

const writable = {
  indication: z.enum(INDICATIONS, 'Choose the indication.'),
  icd10: z.nullable(
    z
      .string()
      .check(z.regex(/^[A-Z]\d{2}(\.\d{1,2})?$/, 'Type the code as in ICD-10, such as L64.9.')),
  ),
  diagnosisBasis: z.enum(DIAGNOSIS_BASES, 'Choose complaint or diagnosis.'),
  purpose: z.enum(PURPOSES, 'Choose the purpose.'),
  complaint: longText(1000),
  durationOfComplaintMonths: z.nullable(
    z
      .int('Type whole months.')
      .check(z.minimum(0, 'At least 0 months.'), z.maximum(1200, 'At most 1,200 months.')),
  ),
  areas: z
    .array(z.enum(SCALP_AREAS, 'Choose from the list.'))
    .check(z.refine((list) => new Set(list).size === list.length, 'Each only once.')),
  causesAsked,
  concomitantTherapies: z
    .array(
      z.strictObject({
        therapy: z.enum(THERAPIES, 'Choose the treatment.'),
        startedOn: z.nullable(calendarDate),
        stoppedOn: z.nullable(calendarDate),
        note: optionalText(200),
      }),
    )
    .check(z.maxLength(30, 'At most 30 treatments.')),
  baselineNotes: longText(4000),
  protocolVersionId: z.nullable(id),
  plannedSessions: z.nullable(sessionCount),
  intervalDaysMin: z.nullable(intervalDays),
  intervalDaysMax: z.nullable(intervalDays),
  maintenance: z.nullable(maintenance),
};

const suitabilityInput = z.nullable(
  z.strictObject({
    decision: z.enum(SUITABILITY_DECISIONS, 'Choose suitable, not suitable or refer.'),
    reason: shortText(500, 'Give the reason for the decision.'),
  }),
);

/** What is asked of a new course; who decided suitability and when is added by the server. */
export const courseCreate = z
  .strictObject({ patientId: id, ...writable, suitability: suitabilityInput })
  .check(checkFields(courseProblems));

/** A new course, as a type. */
export type CourseCreate = z.infer<typeof courseCreate>;

/** A change to a course; run `courseProblems` on the merged record too. */
export const courseUpdate = z.partial(
  z.strictObject({ ...writable, suitability: suitabilityInput }),
);

/** A change to a course, as a type. */
export type CourseUpdate = z.infer<typeof courseUpdate>;

/** What is asked when a course ends: as planned, or early and why. */
export const courseClose = z
  .strictObject({
    status: z.enum(['completed', 'stopped'], 'Choose completed or stopped early.'),
    statusReason: z.nullable(z.enum(STOP_REASONS, 'Choose the reason.')),
    statusNote: optionalText(500),
  })
  .check(checkFields(statusProblems));

/** The end of a course, as a type. */
export type CourseClose = z.infer<typeof courseClose>;

/** What is asked when a closed course goes on: why. */
export const courseReopen = z.strictObject({
  statusNote: shortText(500, 'Say why it goes on.'),
});

/** A closed course going on, as a type. */
export type CourseReopen = z.infer<typeof courseReopen>;

/** What is asked when a running course is made longer or shorter: the whole plan, and why. */
export const coursePlanChange = z
  .strictObject({
    plannedSessions: z.nullable(sessionCount),
    intervalDaysMin: z.nullable(intervalDays),
    intervalDaysMax: z.nullable(intervalDays),
    maintenance: z.nullable(maintenance),
    reason: shortText(500, 'Say why, such as how the patient responded.'),
  })
  .check(checkFields(planProblems));

/** A running course made longer or shorter, as a type. */
export type CoursePlanChange = z.infer<typeof coursePlanChange>;
