import * as z from 'zod/mini';
import { TECHNIQUES } from '#domain/sessions/session-enums.ts';
import { checkFields } from '#domain/shared/check-fields.ts';
import { desk } from '#domain/shared/field-tags.ts';
import { id, version } from '#domain/shared/ids.ts';
import type { FieldProblem } from '#domain/shared/problem.ts';
import { shortText } from '#domain/shared/text.ts';

/** What an appointment is for. A session is a treatment session; an assessment takes readings. */
export const APPOINTMENT_KINDS = [
  'session',
  'consultation',
  'assessment',
  'follow_up',
  'other',
] as const;
/** One kind. */
export type AppointmentKind = (typeof APPOINTMENT_KINDS)[number];
/** What each is called on screen. */
export const APPOINTMENT_KIND_LABELS: Record<AppointmentKind, string> = {
  session: 'Session',
  consultation: 'Consultation',
  assessment: 'Assessment',
  follow_up: 'Follow-up',
  other: 'Other',
};

/**
 * What reception books: how long it takes, and the pause kept free after it. Both in minutes, both
 * the clinic's choice. Source: CLINICAL.md section 1 (S3, S4: slot defaults by technique).
 */
export const appointmentType = z.strictObject({
  id: desk(id),
  version: desk(version),
  name: desk(z.string()),
  kind: desk(z.enum(APPOINTMENT_KINDS)),
  durationMinutes: desk(z.int()),
  /** The technique this slot is meant for; null fits any. */
  technique: desk(z.nullable(z.enum(TECHNIQUES))),
  bufferMinutes: desk(z.int()),
  /** Its place in lists, from 1. */
  position: desk(z.int()),
  isArchived: desk(z.boolean()),
});

/** What reception books, as a type. */
export type AppointmentType = z.infer<typeof appointmentType>;

/** Lengths are whole fives, so that starts stay on the grid of the schedule. */
const STEP_MINUTES = 5;

const writable = {
  name: shortText(60, 'Type the name.'),
  kind: z.enum(APPOINTMENT_KINDS, 'Choose what it is for.'),
  durationMinutes: z
    .int('Type whole minutes.')
    .check(
      z.minimum(5, 'At least 5 minutes.'),
      z.maximum(480, 'At most 8 hours.'),
      z.multipleOf(STEP_MINUTES, 'Use steps of 5 minutes.'),
    ),
  technique: z.nullable(z.enum(TECHNIQUES, 'Choose the technique.')),
  bufferMinutes: z
    .int('Type whole minutes.')
    .check(
      z.minimum(0, 'At least 0 minutes.'),
      z.maximum(120, 'At most 2 hours.'),
      z.multipleOf(STEP_MINUTES, 'Use steps of 5 minutes.'),
    ),
};

/** What does not fit together in a type; run it on the merged record when one changes. */
export function typeProblems(fields: Pick<AppointmentType, 'kind' | 'technique'>): FieldProblem[] {
  return fields.technique !== null && fields.kind !== 'session'
    ? [{ path: 'technique', message: 'Only a session has a technique.' }]
    : [];
}

/** What is asked of a new type of appointment; it comes last in lists. */
export const appointmentTypeCreate = z.strictObject(writable).check(checkFields(typeProblems));

/** A new type of appointment, as a type. */
export type AppointmentTypeCreate = z.output<typeof appointmentTypeCreate>;

/** A change to a type; run `typeProblems` on the merged record too. */
export const appointmentTypeUpdate = z.partial(z.strictObject(writable));

/** A change to a type, as a type. */
export type AppointmentTypeUpdate = z.output<typeof appointmentTypeUpdate>;

/** The order of the types in lists: all that are not archived, each once. */
export const appointmentTypeOrder = z.strictObject({
  ids: z.array(id).check(z.minLength(1), z.maxLength(200)),
});

/**
 * The types a clinic starts with: its own to change. Sessions take 30 minutes, long ones and those
 * with a roller 60. Source: CLINICAL.md section 1 (S3: 15–30 min; S4: 40 min to 1 h).
 */
export const STARTER_TYPES: readonly AppointmentTypeCreate[] = [
  type('Session', 'session', 30),
  type('Long session', 'session', 60),
  { ...type('Session with roller', 'session', 60), technique: 'dermaroller' },
  type('Consultation', 'consultation', 45),
  type('Assessment', 'assessment', 30),
  type('Follow-up check', 'follow_up', 15),
  type('Other', 'other', 30),
];

function type(name: string, kind: AppointmentKind, durationMinutes: number): AppointmentTypeCreate {
  return { name, kind, durationMinutes, technique: null, bufferMinutes: 0 };
}
