import * as z from 'zod/mini';
import { courseProgress } from '#domain/courses/course-progress.ts';
import { desk } from '#domain/shared/field-tags.ts';
import { pageQuery } from '#domain/shared/page.ts';
import { CONTACT_PREFERENCES, patient, SEXES_AT_BIRTH } from './patient.ts';

/** How the list of patients can be ordered; a minus turns it round. */
export const PATIENT_SORTS = [
  'name',
  '-name',
  'clinicNumber',
  '-clinicNumber',
  'birthDate',
  '-birthDate',
  'createdAt',
  '-createdAt',
] as const;

/** One order of the list of patients. */
export type PatientSort = (typeof PATIENT_SORTS)[number];

/** What the list of patients is narrowed by; the screen's URL holds the same names. */
export const patientFilters = {
  /** Name in any order, last digits of a phone, birth date in any usual form, or clinic number. */
  q: z.optional(z.string().check(z.maxLength(200, 'Use at most 200 characters.'))),
  sort: z._default(z.enum(PATIENT_SORTS), 'name'),
  archived: z._default(z.enum(['no', 'yes', 'all']), 'no'),
  sexAtBirth: z.optional(z.enum(SEXES_AT_BIRTH)),
  contactPreference: z.optional(z.enum(CONTACT_PREFERENCES)),
  /** Where the next session of one of their courses stands today. */
  due: z.optional(z.enum(['due', 'overdue', 'lapsed'])),
};

/** A patient in the list, with the course whose next session is due first. */
export const patientListItem = z.strictObject({
  ...patient.shape,
  nextDue: desk(z.nullable(courseProgress)),
});

/** A patient in the list, as a type. */
export type PatientListItem = z.infer<typeof patientListItem>;

/** The query of the list of patients. */
export const patientQuery = z.strictObject({
  ...pageQuery,
  ...patientFilters,
  /** `yes` also counts all that match, which costs more than the page itself. */
  total: z._default(z.enum(['yes', 'no']), 'no'),
});

/** The query of the list of patients, as a type. */
export type PatientQuery = z.output<typeof patientQuery>;

const { sort: _, ...exportFilters } = patientFilters;

/** The query of an export of patients: the filters of the list, in the order of registration. */
export const patientExportQuery = z.strictObject(exportFilters);

/** The query of an export of patients, as a type. */
export type PatientExportQuery = z.output<typeof patientExportQuery>;

/** What a new patient's form asks while it is typed: who might this be already? */
export const duplicateQuery = z.strictObject({
  familyName: z._default(z.string().check(z.maxLength(100)), ''),
  givenName: z._default(z.string().check(z.maxLength(100)), ''),
  birthDate: z.optional(z.string().check(z.maxLength(10))),
  phone: z.optional(z.string().check(z.maxLength(40))),
  email: z.optional(z.string().check(z.maxLength(254))),
  /** A patient who is not a duplicate of themselves. */
  except: z.optional(z.string().check(z.maxLength(36))),
});

/** Someone who might be the same person, and what makes us think so. */
export const possibleDuplicate = z.strictObject({
  patient: desk(patient),
  because: desk(z.array(z.enum(['name_and_birth_date', 'phone', 'email', 'name']))),
});

/** Someone who might be the same person, as a type. */
export type PossibleDuplicate = z.infer<typeof possibleDuplicate>;
