import * as z from 'zod/mini';
import { calendarDate, instant } from '#domain/shared/calendar-date.ts';
import { desk } from '#domain/shared/field-tags.ts';
import { id, version } from '#domain/shared/ids.ts';
import { longText, optionalText } from '#domain/shared/text.ts';
import { tidyName } from './person-name.ts';

/** Sex as recorded at birth: it decides which pattern scale applies (CLINICAL.md section 2). */
export const SEXES_AT_BIRTH = ['female', 'male', 'intersex', 'not_recorded'] as const;
/** One answer for the sex recorded at birth. */
export type SexAtBirth = (typeof SEXES_AT_BIRTH)[number];
/** What each is called on screen. */
export const SEX_LABELS: Record<SexAtBirth, string> = {
  female: 'Female',
  male: 'Male',
  intersex: 'Intersex',
  not_recorded: 'Not recorded',
};

/** How a patient wishes to be reached. */
export const CONTACT_PREFERENCES = ['phone', 'sms', 'email', 'none', 'not_recorded'] as const;
/** One way to be reached. */
export type ContactPreference = (typeof CONTACT_PREFERENCES)[number];
/** What each is called on screen. */
export const CONTACT_LABELS: Record<ContactPreference, string> = {
  phone: 'Phone call',
  sms: 'Text message',
  email: 'E-mail',
  none: 'Do not contact',
  not_recorded: 'Not recorded',
};

const EARLIEST_BIRTH = '1900-01-01';

const birthDate = z.nullable(
  calendarDate.check(
    z.refine(
      (date) => date >= EARLIEST_BIRTH,
      'Birth dates begin in 1900. Type the date as on the ID card.',
    ),
  ),
);

/** Any way of writing a number; the server reads it by the clinic's country and keeps E.164. */
const phone = optionalText(40);

const email = z.nullable(
  z
    .string()
    .check(
      z.trim(),
      z.maxLength(254, 'Use at most 254 characters.'),
      z.email('Type an e-mail address, such as ana@mail.example.'),
    ),
);

const language = z.nullable(
  z.string().check(z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'Choose a language from the list.')),
);

/** As an import keeps names: what cannot be seen is no name, and turns no other text round. */
const nameText = z
  .string()
  .check(
    z.regex(/^[^\p{Cc}\p{Cs}\u2028\u2029\uFEFF]*$/u, 'Use plain characters on one line.'),
    z.overwrite(tidyName),
    z.maxLength(100, 'Use at most 100 characters.'),
  );

const clinicNumber = z
  .string()
  .check(
    z.trim(),
    z.maxLength(20, 'Use at most 20 characters.'),
    z.regex(/^[\p{L}\p{N}][\p{L}\p{N}\-/.]*$/u, 'Use letters, digits, dots, dashes and slashes.'),
  );

/** A patient as the desk knows them. */
export const patient = z.strictObject({
  id: desk(id),
  version: desk(version),
  clinicNumber: desk(z.string()),
  familyName: desk(z.string()),
  givenName: desk(z.string()),
  birthDate: desk(z.nullable(z.string())),
  sexAtBirth: desk(z.enum(SEXES_AT_BIRTH)),
  phone: desk(z.nullable(z.string())),
  email: desk(z.nullable(z.string())),
  contactPreference: desk(z.enum(CONTACT_PREFERENCES)),
  language: desk(z.nullable(z.string())),
  referralSource: desk(z.nullable(z.string())),
  notes: desk(z.string()),
  isArchived: desk(z.boolean()),
  createdAt: desk(instant),
  updatedAt: desk(instant),
});

/** A patient as the desk knows them, as a type. */
export type Patient = z.infer<typeof patient>;

const writable = {
  /** Left out or null, the clinic's next number is given. */
  clinicNumber: z.nullable(clinicNumber),
  familyName: nameText,
  givenName: nameText,
  birthDate,
  sexAtBirth: z.enum(SEXES_AT_BIRTH, 'Choose one.'),
  phone,
  email,
  contactPreference: z.enum(CONTACT_PREFERENCES, 'Choose one.'),
  language,
  referralSource: optionalText(120),
  notes: longText(2000),
};

/** What is asked of a new patient. At least one of the two names is needed. */
export const patientCreate = z.strictObject(writable).check(
  z.refine((value) => value.familyName !== '' || value.givenName !== '', {
    error: 'Type a family name, a given name, or both.',
    path: ['familyName'],
  }),
);

/** A new patient, as a type. */
export type PatientCreate = z.infer<typeof patientCreate>;

/** A change to a patient: only the fields that change. */
export const patientUpdate = z.partial(z.strictObject({ ...writable, clinicNumber }));

/** A change to a patient, as a type. */
export type PatientUpdate = z.infer<typeof patientUpdate>;
