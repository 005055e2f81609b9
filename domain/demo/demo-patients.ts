import type { Indication } from '#domain/courses/indication.ts';
import type { ContactPreference, Patient } from '#domain/patients/patient.ts';
import { addDays } from '#domain/shared/calendar-date.ts';
import type { DemoBatch } from './demo-batch.ts';
import { demoId } from './demo-clinic.ts';
import { momentAt, visitMinute } from './demo-days.ts';
import { DEMO_KINDS } from './demo-ids.ts';
import { type DemoPersonOf, demoPeople } from './demo-people.ts';
import { DEMO_ANCHOR } from './demo-weeks.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';

/** What a person's course says about the person. */
export type Known = { openedAt: string; indication: Indication };

/** Ranges kept free for fiction where a country has one, else numbers with 555 in them. */
const ABROAD: Record<string, string> = {
  fr: '+3363998',
  es: '+346555511',
  it: '+39331555',
  de: '+491515550',
  pl: '+48505555',
  nl: '+31655550',
};
const BRITISH = '+447700900';

function phoneOf(random: SeededRandom, language: string): string {
  const digits = (count: number): string =>
    String(random.int(0, 10 ** count - 1)).padStart(count, '0');
  const abroad = language === 'en' ? BRITISH : ABROAD[language];
  if (abroad === undefined || random.chance(0.5))
    return `+3519${random.pick(['1', '2', '3', '6'])}${random.int(0, 9)}555${digits(3)}`;
  if (language === 'en') return `${BRITISH}${digits(3)}`;
  return `${abroad}${digits({ fr: 4, es: 2, it: 4, de: 4, pl: 3, nl: 3 }[language] ?? 3)}`;
}

/** Ages at the anchor that fit what someone is treated for. */
const AGES: Partial<Record<Indication, [number, number]>> = {
  androgenetic_male: [22, 61],
  androgenetic_female: [26, 66],
  postpartum_effluvium: [25, 38],
};

function birthDateOf(random: SeededRandom, indication: Indication | undefined): string {
  const [youngest, oldest] = (indication && AGES[indication]) ?? [19, 82];
  return addDays(DEMO_ANCHOR, -random.int(youngest * 366, oldest * 365));
}

const REFERRALS = ['A friend', 'GP', 'Web search', 'Dermatologist', 'Passed by'] as const;
const CONTACTS: [ContactPreference, ...ContactPreference[]] = [
  'phone',
  'sms',
  'sms',
  'email',
  'not_recorded',
];
const NOTES: Record<number, string> = {
  1: 'Prefers afternoons.',
  9: 'Family name first: Li Na.',
  24: 'Needs an interpreter for Persian.',
  30: 'Has one name only.',
  65: 'Ring after five.',
};

/** People of whom something is not known: no phone, no birth date, neither. */
const NO_PHONE = new Set([30, 46, 91, 112, 120]);
const NO_BIRTH_DATE = new Set([31, 91, 113]);

/** So many in a hundred of those who never had a course are archived. */
const ARCHIVED = 8;

const NUMBER_STEP = 26;
const FIRST_NUMBER = 19_200;

/** Days before their consultation on which new people are booked for it. */
export const firstLead = (seed: string, number: number): number =>
  seededRandom(`${seed} lead ${number}`).int(2, 21);

function person(
  seed: string,
  { stretch }: DemoBatch,
  number: number,
  { name, sexAtBirth }: DemoPersonOf,
  known: Known | undefined,
) {
  const [givenName, familyName, language] = name;
  const random = seededRandom(`${seed} patient ${number}`);
  const visit = addDays(DEMO_ANCHOR, -random.int(20, 700 * stretch));
  const registeredAt =
    known === undefined
      ? momentAt(visit, visitMinute(random, visit))
      : momentAt(
          addDays(known.openedAt.slice(0, 10), -firstLead(seed, number) - 7),
          9 * 60 + random.int(0, 50),
        );
  const birthDate = birthDateOf(random, known?.indication);
  const phone = phoneOf(random, language);
  const hasEmail = random.chance(0.55);
  return {
    patient: {
      id: demoId(DEMO_KINDS.patient, number),
      version: 1,
      familyName,
      givenName,
      birthDate: NO_BIRTH_DATE.has(number) ? null : birthDate,
      sexAtBirth,
      phone: NO_PHONE.has(number) ? null : phone,
      contactPreference: NO_PHONE.has(number) ? ('none' as const) : random.pick(CONTACTS),
      language: random.chance(0.9) ? language : null,
      referralSource: random.chance(0.6) ? random.pick(REFERRALS) : null,
      notes: NOTES[number] ?? '',
      createdAt: registeredAt,
      updatedAt: registeredAt,
    },
    hasEmail,
    extra: random.int(0, NUMBER_STEP - 5),
  };
}

/**
 * The patients of a batch, by number. Clinic numbers follow the order in which they were
 * registered, just before their first course or at some time.
 */
export function demoPatients(
  seed: string,
  batch: DemoBatch,
  courses: ReadonlyMap<number, Known>,
): Patient[] {
  const people = demoPeople(batch).map((one, index) =>
    person(seed, batch, index + 1, one, courses.get(index + 1)),
  );
  const order = people.toSorted((one, other) =>
    one.patient.createdAt < other.patient.createdAt ? -1 : 1,
  );
  const places = new Map(order.map((one, place) => [one, batch.peopleBefore + place]));
  const strangers = people.filter(
    ({ patient }, index) => patient.phone !== null && !courses.has(index + 1),
  );
  const archived = new Set(strangers.slice(-Math.ceil((strangers.length * ARCHIVED) / 100)));
  return people.map((one) => {
    const clinicNumber = String(FIRST_NUMBER + (places.get(one) ?? 0) * NUMBER_STEP + one.extra);
    return {
      ...one.patient,
      isArchived: archived.has(one),
      clinicNumber,
      email: one.hasEmail ? `patient.${clinicNumber}@mail.example` : null,
    };
  });
}
