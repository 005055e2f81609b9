import * as z from 'zod/mini';
import { ANSWERS, SCALP_AREAS, SUITABILITY_DECISIONS } from '#domain/courses/course-enums.ts';
import { causesAsked } from '#domain/courses/course.ts';
import { profileValues } from '#domain/profiles/profile.ts';
import { calendarDate, instant } from '#domain/shared/calendar-date.ts';
import { clinical } from '#domain/shared/field-tags.ts';
import { id, version } from '#domain/shared/ids.ts';
import { longText, optionalText } from '#domain/shared/text.ts';
import { ADVICE_SOURCES, CLEARANCES, CONSULTATION_STATUSES, ONSETS } from './consultation-enums.ts';

/** Advice sought before: null is not asked, an empty list is none. */
const adviceSought = z.nullable(z.array(z.enum(ADVICE_SOURCES, 'Choose from the list.')));

const history = {
  complaint: clinical(z.string()),
  onset: clinical(z.nullable(z.enum(ONSETS))),
  /** Months since the patient first noticed it; null when not known. */
  durationOfComplaintMonths: clinical(z.nullable(z.int())),
  areas: clinical(z.array(z.enum(SCALP_AREAS))),
  causesAsked: clinical(causesAsked),
  adviceSought: clinical(adviceSought),
  adviceNote: clinical(z.nullable(z.string())),
  transplant: clinical(z.enum(ANSWERS)),
  transplantOn: clinical(z.nullable(calendarDate)),
  surgeonClearance: clinical(z.nullable(z.enum(CLEARANCES))),
  examination: clinical(z.string()),
  decision: clinical(z.nullable(z.enum(SUITABILITY_DECISIONS))),
  decisionReason: clinical(z.nullable(z.string())),
  plan: clinical(z.string()),
};

/**
 * One consultation: what was told and found on one day, and what was decided by whom. Once signed
 * it stays; a later one is a new record. Source: CLINICAL.md section 1, PRODUCT.md.
 */
export const consultation = z.strictObject({
  id: clinical(id),
  version: clinical(version),
  patientId: clinical(id),
  /** The course it is about; null before there is one. */
  courseId: clinical(z.nullable(id)),
  appointmentId: clinical(z.nullable(id)),
  /** The day in the clinic's zone. */
  heldOn: clinical(calendarDate),
  performedBy: clinical(id),
  status: clinical(z.enum(CONSULTATION_STATUSES)),
  ...history,
  signedAt: clinical(z.nullable(instant)),
  signedBy: clinical(z.nullable(id)),
  /** Allergies, medication and weight as they stood when it was signed. */
  profileThen: clinical(z.nullable(profileValues)),
  createdAt: clinical(instant),
  updatedAt: clinical(instant),
});

/** A consultation, as a type. */
export type Consultation = z.infer<typeof consultation>;

/** The names of what a consultation records, in the order of the screen. */
export const CONSULTATION_FIELDS = Object.keys(history) as (keyof typeof history)[];

const writable = {
  complaint: longText(2000),
  onset: z.nullable(z.enum(ONSETS, 'Choose how it began.')),
  durationOfComplaintMonths: z.nullable(
    z
      .int('Type whole months.')
      .check(z.minimum(0, 'At least 0 months.'), z.maximum(1200, 'At most 1,200 months.')),
  ),
  areas: z
    .array(z.enum(SCALP_AREAS, 'Choose from the list.'))
    .check(z.refine((list) => new Set(list).size === list.length, 'Each only once.')),
  causesAsked,
  adviceSought,
  adviceNote: optionalText(300),
  transplant: z.enum(ANSWERS, 'Choose an answer.'),
  transplantOn: z.nullable(calendarDate),
  surgeonClearance: z.nullable(z.enum(CLEARANCES, 'Choose from the list.')),
  examination: longText(4000),
  decision: z.nullable(z.enum(SUITABILITY_DECISIONS, 'Choose suitable, not suitable or refer.')),
  decisionReason: optionalText(500),
  plan: longText(2000),
};

/** All that a consultation's form holds. */
export const consultationForm = z.strictObject(writable);

/** What is asked of a new consultation: for whom, and where it belongs. */
export const consultationCreate = z.strictObject({
  patientId: id,
  courseId: z.nullable(id),
  appointmentId: z.nullable(id),
});

/** A new consultation, as a type. */
export type ConsultationCreate = z.infer<typeof consultationCreate>;

/** A change to a draft: only the fields that change. */
export const consultationUpdate = z.partial(
  z.strictObject({ ...writable, courseId: z.nullable(id) }),
);

/** A change to a draft, as a type. */
export type ConsultationUpdate = z.infer<typeof consultationUpdate>;

/** A consultation with the signed one before it, and what differs between them. */
export const consultationView = z.strictObject({
  ...consultation.shape,
  previous: clinical(z.nullable(consultation)),
  changed: clinical(z.array(z.string())),
});

/** A consultation with the one before it, as a type. */
export type ConsultationView = z.infer<typeof consultationView>;
