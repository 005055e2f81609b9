import * as z from 'zod/mini';
import { calendarDate, instant } from '#domain/shared/calendar-date.ts';
import { checkFields } from '#domain/shared/check-fields.ts';
import { clinical } from '#domain/shared/field-tags.ts';
import { id, version } from '#domain/shared/ids.ts';
import { longText, optionalText, shortText } from '#domain/shared/text.ts';
import {
  ALLERGY_SEVERITIES,
  ALLERGY_SUBSTANCES,
  CONDITIONS,
  LIST_STATES,
  MEDICATION_EFFECTS,
} from './profile-enums.ts';
import { profileProblems } from './profile-problems.ts';

/** One allergy; `ingredientId` only with the substance "ingredient", `detail` names the rest. */
const allergy = z.strictObject({
  substance: clinical(z.enum(ALLERGY_SUBSTANCES)),
  ingredientId: clinical(z.nullable(id)),
  detail: clinical(z.nullable(z.string())),
  reaction: clinical(z.nullable(z.string())),
  severity: clinical(z.enum(ALLERGY_SEVERITIES)),
});

/** One allergy, as a type. */
export type Allergy = z.infer<typeof allergy>;

/** One medicine, and what it does that matters before a session. */
const medicine = z.strictObject({
  name: clinical(z.string()),
  effects: clinical(z.array(z.enum(MEDICATION_EFFECTS))),
  since: clinical(z.nullable(calendarDate)),
  note: clinical(z.nullable(z.string())),
});

/** One medicine, as a type. */
export type Medicine = z.infer<typeof medicine>;

const knownCondition = z.strictObject({
  condition: clinical(z.enum(CONDITIONS)),
  note: clinical(z.nullable(z.string())),
});

/** Weight in kg and the day it was taken. */
const weight = z.strictObject({ kg: clinical(z.number()), takenOn: clinical(calendarDate) });

/** Blood pressure in mmHg and the day it was taken. */
const bloodPressure = z.strictObject({
  systolic: clinical(z.int()),
  diastolic: clinical(z.int()),
  takenOn: clinical(calendarDate),
});

const values = {
  allergyState: clinical(z.enum(LIST_STATES)),
  allergies: clinical(z.array(allergy)),
  medicationState: clinical(z.enum(LIST_STATES)),
  medication: clinical(z.array(medicine)),
  conditionState: clinical(z.enum(LIST_STATES)),
  conditions: clinical(z.array(knownCondition)),
  weight: clinical(z.nullable(weight)),
  bloodPressure: clinical(z.nullable(bloodPressure)),
  notes: clinical(z.string()),
};

/** What is known of a patient's health, apart from who recorded it when. */
export const profileValues = z.strictObject(values);

/** The values of a profile, as a type. */
export type ProfileValues = z.infer<typeof profileValues>;

/**
 * What is known of a patient's health before a session. Every patient has one: version 1 is
 * empty, "not asked" throughout. Weight in kg, blood pressure in mmHg. Source: CLINICAL.md
 * section 5.
 */
export const patientProfile = z.strictObject({
  patientId: clinical(id),
  version: clinical(version),
  ...values,
  changedAt: clinical(z.nullable(instant)),
  changedBy: clinical(z.nullable(id)),
});

/** A profile, as a type. */
export type PatientProfile = z.infer<typeof patientProfile>;

/** A profile of which nothing was asked yet. */
export const EMPTY_PROFILE: ProfileValues = {
  allergyState: 'not_asked',
  allergies: [],
  medicationState: 'not_asked',
  medication: [],
  conditionState: 'not_asked',
  conditions: [],
  weight: null,
  bloodPressure: null,
  notes: '',
};

/** The values of a profile, without who changed it when. */
export const profileValuesOf = (profile: ProfileValues): ProfileValues => ({
  allergyState: profile.allergyState,
  allergies: profile.allergies,
  medicationState: profile.medicationState,
  medication: profile.medication,
  conditionState: profile.conditionState,
  conditions: profile.conditions,
  weight: profile.weight,
  bloodPressure: profile.bloodPressure,
  notes: profile.notes,
});

/** One dated change of a profile: what it said before and after, only what changed. */
export const profileChange = z.strictObject({
  id: clinical(id),
  changedAt: clinical(instant),
  changedBy: clinical(id),
  before: clinical(z.partial(profileValues)),
  after: clinical(z.partial(profileValues)),
});

/** A dated change, as a type. */
export type ProfileChange = z.infer<typeof profileChange>;

const measured = (least: number, most: number, words: string) =>
  z.number('Type a number.').check(z.minimum(least, words), z.maximum(most, words));
const counted = (least: number, most: number, words: string) =>
  z.int('Type a whole number.').check(z.minimum(least, words), z.maximum(most, words));
const state = z.enum(LIST_STATES, 'Choose from the list.');

const writable = {
  allergyState: state,
  allergies: z
    .array(
      z.strictObject({
        substance: z.enum(ALLERGY_SUBSTANCES, 'Choose what it is to.'),
        ingredientId: z.nullable(id),
        detail: optionalText(120),
        reaction: optionalText(200),
        severity: z.enum(ALLERGY_SEVERITIES, 'Choose how severe it was.'),
      }),
    )
    .check(z.maxLength(40, 'At most 40 allergies.')),
  medicationState: state,
  medication: z
    .array(
      z.strictObject({
        name: shortText(120, 'Type the name of the medicine.'),
        effects: z
          .array(z.enum(MEDICATION_EFFECTS, 'Choose from the list.'))
          .check(z.refine((list) => new Set(list).size === list.length, 'Each only once.')),
        since: z.nullable(calendarDate),
        note: optionalText(200),
      }),
    )
    .check(z.maxLength(60, 'At most 60 medicines.')),
  conditionState: state,
  conditions: z
    .array(
      z.strictObject({
        condition: z.enum(CONDITIONS, 'Choose from the list.'),
        note: optionalText(200),
      }),
    )
    .check(z.maxLength(40, 'At most 40 conditions.')),
  weight: z.nullable(
    z.strictObject({ kg: measured(20, 400, 'From 20 to 400 kg.'), takenOn: calendarDate }),
  ),
  bloodPressure: z.nullable(
    z.strictObject({
      systolic: counted(50, 300, 'From 50 to 300 mmHg.'),
      diastolic: counted(20, 200, 'From 20 to 200 mmHg.'),
      takenOn: calendarDate,
    }),
  ),
  notes: longText(2000),
};

/** A whole profile as a form holds it: what is asked, with what must fit together. */
export const profileForm = z.strictObject(writable).check(checkFields(profileProblems));

/** A change to a profile: only the fields that change. */
export const profileUpdate = z.partial(z.strictObject(writable));

/** A change to a profile, as a type. */
export type ProfileUpdate = z.infer<typeof profileUpdate>;
