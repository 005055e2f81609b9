import * as z from 'zod/mini';
import { admin, desk } from '#domain/shared/field-tags.ts';
import { id, version } from '#domain/shared/ids.ts';
import { longText, shortText } from '#domain/shared/text.ts';
import { accountLink, email, newPassword } from '#domain/staff/staff-member.ts';

/** Days of the week as ISO 8601 numbers them: Monday first. */
export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

/** One day of the week. */
export type Weekday = (typeof WEEKDAYS)[number];

/** A time on the clinic’s clock, `00:00` to `24:00`. */
export const clockTime = z
  .string()
  .check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'Type a time such as 09:00.'));

const dayHours = z.array(z.strictObject({ from: clockTime, to: clockTime })).check(
  z.maxLength(4),
  z.refine((spans) => spans.every((span) => span.from < span.to), 'Closing comes after opening.'),
  z.refine(
    (spans) =>
      spans.every((span, index) => index === 0 || (spans[index - 1]?.to ?? '') <= span.from),
    'Put the times in order, without overlap.',
  ),
);

/** When the clinic is open, by weekday, on the clinic's own clock; an empty list is a closed day. */
export const openingHours = z.strictObject({
  monday: dayHours,
  tuesday: dayHours,
  wednesday: dayHours,
  thursday: dayHours,
  friday: dayHours,
  saturday: dayHours,
  sunday: dayHours,
});

/** Opening hours by weekday, as a type. */
export type OpeningHours = z.infer<typeof openingHours>;

const room = z.strictObject({ id, name: shortText(60, 'Type the name of the room.') });

/** A room patients are treated in, as a type. */
export type Room = z.infer<typeof room>;

/** Whether the text names a time zone this runtime knows. */
function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

const timeZone = z
  .string('Choose the time zone.')
  .check(z.maxLength(64), z.refine(isTimeZone, 'Choose a time zone from the list.'));

const country = z
  .string('Choose the country.')
  .check(z.regex(/^[A-Z]{2}$/, 'Choose the country from the list.'));

const idleLockMinutes = z
  .int()
  .check(z.minimum(1, 'At least one minute.'), z.maximum(240, 'At most four hours.'));

/** The clinic and its settings. */
export const clinic = z.strictObject({
  id: desk(id),
  version: desk(version),
  name: desk(z.string()),
  timeZone: desk(z.string()),
  country: desk(z.string()),
  hours: desk(openingHours),
  rooms: desk(z.array(room)),
  idleLockMinutes: desk(z.int()),
  /** What reception reads to a caller with a red flag. */
  emergencyText: desk(z.string()),
  /** Whether a recipe with fewer than two principal ingredients gets a note; off unless wanted. */
  notesFewPrincipals: desk(z.boolean()),
  isDemo: desk(z.boolean()),
});

/** The clinic and its settings, as a type. */
export type Clinic = z.infer<typeof clinic>;

/** A change to the clinic's settings. */
export const clinicUpdate = z.partial(
  z.strictObject({
    name: shortText(120, 'Type the name of the clinic.'),
    timeZone,
    country,
    hours: openingHours,
    rooms: z.array(room).check(z.maxLength(50)),
    idleLockMinutes,
    emergencyText: longText(2000).check(z.minLength(1, 'Type what a caller is told.')),
    notesFewPrincipals: z.boolean(),
  }),
);

/** Whether this database has a clinic yet: what the first screen asks. */
export const setupState = z.strictObject({
  isSetUp: admin(z.boolean()),
  isDemo: admin(z.boolean()),
});

/** First run on an empty database: the owner's account, the clinic and the first practitioner. */
export const setupRequest = z.strictObject({
  owner: z.strictObject({ name: shortText(100, 'Type your name.'), email, password: newPassword }),
  clinic: z.strictObject({
    name: shortText(120, 'Type the name of the clinic.'),
    timeZone,
    country,
    hours: openingHours,
    rooms: z.array(shortText(60, 'Type the name of the room.')).check(z.maxLength(20)),
  }),
  /** The first practitioner: the owner, or someone else who is then invited by a link. */
  practitioner: z.discriminatedUnion('who', [
    z.strictObject({ who: z.literal('owner'), isPrescriber: z.boolean() }),
    z.strictObject({
      who: z.literal('other'),
      name: shortText(100, 'Type the name.'),
      email,
      isPrescriber: z.boolean(),
    }),
  ]),
});

/** First run, as a type. */
export type SetupRequest = z.infer<typeof setupRequest>;

/** What a first run answers: the link for the first practitioner, when that is someone else. */
export const setupAnswer = z.strictObject({ practitionerLink: admin(z.nullable(accountLink)) });
