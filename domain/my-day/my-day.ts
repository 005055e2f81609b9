import * as z from 'zod/mini';
import { APPOINTMENT_STATUSES } from '#domain/appointments/appointment-enums.ts';
import { sessionPlace } from '#domain/appointments/schedule.ts';
import { APPOINTMENT_KINDS } from '#domain/availability/appointment-type.ts';
import { FINDING_LEVELS } from '#domain/ingredients/finding.ts';
import { SEXES_AT_BIRTH } from '#domain/patients/patient.ts';
import { calendarDate, instant } from '#domain/shared/calendar-date.ts';
import { clinical } from '#domain/shared/field-tags.ts';
import { id } from '#domain/shared/ids.ts';

/** What a visit lacks before treatment. Source: PRODUCT.md, "Practitioner". */
export const VISIT_GAPS = [
  'consent',
  'suitability',
  'baseline',
  'screening',
  'review',
  'allergies',
  'course',
] as const;
/** One lack. */
export type VisitGap = (typeof VISIT_GAPS)[number];
/** What each is called on screen. */
export const VISIT_GAP_LABELS: Record<VisitGap, string> = {
  consent: 'Consent not signed',
  suitability: 'Suitability not decided',
  baseline: 'No baseline',
  screening: 'Questions not asked',
  review: 'Answers to look at',
  allergies: 'Allergies not asked',
  course: 'No course yet',
};

/** Something a practitioner is told of before the patient comes in. */
const visitAlert = z.strictObject({
  level: clinical(z.enum(FINDING_LEVELS)),
  text: clinical(z.string()),
});

/** One such thing, as a type. */
export type VisitAlert = z.infer<typeof visitAlert>;

/** A record that was begun: its id, and whether it is signed. */
const begun = z.strictObject({ id: clinical(id), isSigned: clinical(z.boolean()) });

/** One visit of a practitioner's day. */
export const visit = z.strictObject({
  appointmentId: clinical(id),
  startsAt: clinical(instant),
  endsAt: clinical(instant),
  status: clinical(z.enum(APPOINTMENT_STATUSES)),
  arrivedAt: clinical(z.nullable(instant)),
  room: clinical(z.nullable(z.string())),
  typeName: clinical(z.string()),
  kind: clinical(z.enum(APPOINTMENT_KINDS)),
  note: clinical(z.string()),
  patient: clinical(
    z.strictObject({
      id: clinical(id),
      familyName: clinical(z.string()),
      givenName: clinical(z.string()),
      clinicNumber: clinical(z.string()),
      birthDate: clinical(z.nullable(calendarDate)),
      sexAtBirth: clinical(z.enum(SEXES_AT_BIRTH)),
    }),
  ),
  courseId: clinical(z.nullable(id)),
  place: clinical(z.nullable(sessionPlace)),
  session: clinical(z.nullable(begun)),
  consultation: clinical(z.nullable(begun)),
  lastSessionOn: clinical(z.nullable(calendarDate)),
  alerts: clinical(z.array(visitAlert)),
  missing: clinical(z.array(z.enum(VISIT_GAPS))),
  /** What changed since the last session, in words. */
  changes: clinical(z.array(z.string())),
});

/** One visit, as a type. */
export type Visit = z.infer<typeof visit>;

/** A record of an earlier day that its author has not signed. */
const unsigned = z.strictObject({
  id: clinical(id),
  kind: clinical(z.enum(['session', 'consultation'])),
  on: clinical(calendarDate),
  patientId: clinical(id),
  familyName: clinical(z.string()),
  givenName: clinical(z.string()),
});

/** A practitioner's own day, in one answer. */
export const myDay = z.strictObject({
  today: clinical(calendarDate),
  now: clinical(instant),
  visits: clinical(z.array(visit)),
  unsigned: clinical(z.array(unsigned)),
});

/** A practitioner's own day, as a type. */
export type MyDay = z.infer<typeof myDay>;
