import * as z from 'zod/mini';
import { ANSWERS } from '#domain/courses/course-enums.ts';
import { FINDING_LEVELS } from '#domain/ingredients/finding.ts';
import { calendarDate, instant } from '#domain/shared/calendar-date.ts';
import { clinical, desk } from '#domain/shared/field-tags.ts';
import { id, version } from '#domain/shared/ids.ts';
import { longText, optionalText } from '#domain/shared/text.ts';
import { SCREENING_ITEMS } from './screening-items.ts';

/** Who wrote the answers: a clinician who asked, or the patient on the locked form. */
export const SCREENING_SOURCES = ['clinician', 'patient_form'] as const;
/** One source. */
export type ScreeningSource = (typeof SCREENING_SOURCES)[number];
/** What each is called on screen. */
export const SCREENING_SOURCE_LABELS: Record<ScreeningSource, string> = {
  clinician: 'Asked by a clinician',
  patient_form: 'Written by the patient',
};

/** The answer to one item, and what was said with it. */
const itemAnswer = z.strictObject({
  answer: clinical(z.enum(ANSWERS)),
  note: clinical(z.nullable(z.string())),
});

/** The answers of one screening: an item that is missing was not asked. */
export const screeningAnswers = z.partialRecord(z.enum(SCREENING_ITEMS), itemAnswer);

/** The answers of one screening, as a type. */
export type ScreeningAnswers = z.infer<typeof screeningAnswers>;

/** A finding of the answers; the shape that recipes and sessions use. */
const screeningFinding = z.strictObject({
  code: clinical(z.string()),
  level: clinical(z.enum(FINDING_LEVELS)),
  message: clinical(z.string()),
  source: clinical(z.string()),
  ingredientId: clinical(z.optional(id)),
  otherIngredientId: clinical(z.optional(id)),
  subject: clinical(z.optional(z.string())),
});

/** That a clinician has looked at the answers. */
const review = z.strictObject({
  by: clinical(id),
  at: clinical(instant),
  note: clinical(z.nullable(z.string())),
});

/**
 * What was asked before one session (or at the start of a course), on one clinic day. Never
 * prefilled from an earlier one. Source: CLINICAL.md section 5.
 */
export const screening = z.strictObject({
  id: clinical(id),
  version: clinical(version),
  patientId: clinical(id),
  courseId: clinical(z.nullable(id)),
  sessionId: clinical(z.nullable(id)),
  appointmentId: clinical(z.nullable(id)),
  /** The day in the clinic's zone. */
  answeredOn: clinical(calendarDate),
  source: clinical(z.enum(SCREENING_SOURCES)),
  answers: clinical(screeningAnswers),
  /** Whether an answer asked for a clinician, at the levels of that day. */
  needsClinician: clinical(z.boolean()),
  review: clinical(z.nullable(review)),
  /** Who asked, or who handed the form over. */
  recordedBy: clinical(id),
  createdAt: clinical(instant),
  updatedAt: clinical(instant),
});

/** A screening, as a type. */
export type Screening = z.infer<typeof screening>;

const answersInput = z.partialRecord(
  z.enum(SCREENING_ITEMS),
  z.strictObject({ answer: z.enum(ANSWERS, 'Choose an answer.'), note: optionalText(300) }),
);

/** What is asked of a new screening by a clinician. */
export const screeningCreate = z.strictObject({
  courseId: id,
  sessionId: z.nullable(id),
  answers: answersInput,
});

/** A new screening, as a type. */
export type ScreeningCreate = z.infer<typeof screeningCreate>;

/** A change to a screening whose session is not signed: the answers named replace those there. */
export const screeningUpdate = z.strictObject({
  sessionId: z.optional(z.nullable(id)),
  answers: z.optional(answersInput),
});

/** A change to a screening, as a type. */
export type ScreeningUpdate = z.infer<typeof screeningUpdate>;

/** What is asked when a clinician has looked at the answers. */
export const screeningReview = z.strictObject({ note: longText(500) });

const lastAnswer = z.strictObject({
  answer: clinical(z.enum(ANSWERS)),
  note: clinical(z.nullable(z.string())),
  answeredOn: clinical(calendarDate),
});

/** What was answered to each item when it was last asked, before this time. */
export const lastAnswers = z.partialRecord(z.enum(SCREENING_ITEMS), lastAnswer);

/** What was answered last, as a type. */
export type LastAnswers = z.infer<typeof lastAnswers>;

/**
 * The questions of one session, or of a course before it: what is due, what was said last time
 * (shown, never filled in), what is answered now, and what that asks for.
 */
export const screeningPlan = z.strictObject({
  patientId: clinical(id),
  courseId: clinical(id),
  sessionId: clinical(z.nullable(id)),
  /** The clinic date it is for. */
  on: clinical(calendarDate),
  screening: clinical(z.nullable(screening)),
  /** Whether its session is signed, so that nothing changes any more. */
  isLocked: clinical(z.boolean()),
  due: clinical(z.array(z.enum(SCREENING_ITEMS))),
  /** Answers given earlier to what is asked only once, or once a course. */
  earlier: clinical(screeningAnswers),
  last: clinical(lastAnswers),
  levels: clinical(z.record(z.enum(SCREENING_ITEMS), z.enum(FINDING_LEVELS))),
  findings: clinical(z.array(screeningFinding)),
});

/** The questions of one session, as a type. */
export type ScreeningPlan = z.infer<typeof screeningPlan>;

/** Patients at whose answers a clinician should look: who they are, and nothing of why. */
export const patientAlerts = z.strictObject({
  items: desk(
    z.array(
      z.strictObject({
        patientId: desk(id),
        familyName: desk(z.string()),
        givenName: desk(z.string()),
        clinicNumber: desk(z.string()),
      }),
    ),
  ),
});

/** Patients at whose answers a clinician should look, as a type. */
export type PatientAlerts = z.infer<typeof patientAlerts>;
