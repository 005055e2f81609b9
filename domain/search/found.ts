import * as z from 'zod/mini';
import { APPOINTMENT_STATUSES } from '#domain/appointments/appointment-enums.ts';
import { patientListItem } from '#domain/patients/patient-query.ts';
import { instant } from '#domain/shared/calendar-date.ts';
import { desk } from '#domain/shared/field-tags.ts';

/** What is typed into the one search box. */
export const searchQuery = z.strictObject({
  q: z.string().check(z.trim(), z.maxLength(200, 'Use at most 200 characters.')),
});

/** A patient found, with today's visit or else the next one. */
const foundPatient = z.strictObject({
  patient: patientListItem,
  visit: desk(
    z.nullable(z.strictObject({ startsAt: instant, status: z.enum(APPOINTMENT_STATUSES) })),
  ),
});

/** A patient found, as a type. */
export type FoundPatient = z.infer<typeof foundPatient>;

/** The first few who match. */
export const searchAnswer = z.strictObject({ patients: z.array(foundPatient) });
