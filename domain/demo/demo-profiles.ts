import type { Indication } from '#domain/courses/indication.ts';
import {
  type Allergy,
  EMPTY_PROFILE,
  type Medicine,
  type PatientProfile,
  type ProfileValues,
} from '#domain/profiles/profile.ts';
import { addDays } from '#domain/shared/calendar-date.ts';
import { demoId } from './demo-clinic.ts';
import { DEMO_IDS, DEMO_KINDS } from './demo-ids.ts';
import { demoIngredientId } from './demo-ingredients.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';

/** A profile as it is kept, with the id of its row. */
export type DemoProfile = PatientProfile & { id: string; changedAt: string; changedBy: string };

/** What the profiles are made from: who is treated since when, and by whom it was asked. */
export type DemoTreated = {
  patientId: string;
  courseId: string;
  indication: Indication;
  sex: 'female' | 'male';
  /** The clinic date on which the course was opened, and the moment. */
  openedOn: string;
  openedAt: string;
  practitioner: string;
};

const told = (change: Partial<Allergy> & Pick<Allergy, 'substance'>): [Allergy, ...Allergy[]] => [
  { ingredientId: null, detail: null, reaction: null, severity: 'not_known', ...change },
];

const ALLERGIES: readonly [Allergy[], ...Allergy[][]] = [
  told({ substance: 'latex', reaction: 'Itching of the hands', severity: 'mild' }),
  told({ substance: 'other', detail: 'Penicillin', reaction: 'Rash', severity: 'moderate' }),
  told({ substance: 'fish', reaction: 'Swollen lips', severity: 'moderate' }),
  told({ substance: 'antiseptic', detail: 'Chlorhexidine', severity: 'mild' }),
  told({ substance: 'ester_anaesthetic', reaction: 'At the dentist, years ago' }),
  told({
    substance: 'ingredient',
    ingredientId: demoIngredientId('dexpanthenol'),
    reaction: 'Eczema from a cream',
    severity: 'mild',
  }),
  told({ substance: 'other', detail: 'Nickel', reaction: 'Eczema', severity: 'mild' }),
];

type Written = Pick<Medicine, 'name' | 'effects'>;
const MEDICINES: readonly [Written, ...Written[]] = [
  { name: 'Levothyroxine', effects: [] },
  { name: 'Contraceptive pill', effects: [] },
  { name: 'Ramipril', effects: ['blood_pressure'] },
  { name: 'Aspirin 100 mg', effects: ['antiplatelet'] },
  { name: 'Apixaban', effects: ['anticoagulant'] },
  { name: 'Finasteride 1 mg', effects: ['five_ari'] },
  { name: 'Hair vitamins with biotin', effects: ['biotin'] },
  { name: 'Minoxidil 2.5 mg', effects: ['minoxidil', 'blood_pressure'] },
  { name: 'Methotrexate', effects: ['immunosuppressant'] },
];

function medicationOf(random: SeededRandom, treated: DemoTreated): Medicine[] {
  return random
    .shuffled(MEDICINES)
    .filter(({ name }) => treated.sex === 'female' || name !== 'Contraceptive pill')
    .filter(({ effects }) => treated.sex === 'male' || !effects.includes('five_ari'))
    .slice(0, random.pick([1, 1, 1, 2]))
    .map((one) => ({
      ...one,
      since: random.chance(0.6) ? addDays(treated.openedOn, -random.int(60, 1500)) : null,
      note: null,
    }));
}

function valuesOf(random: SeededRandom, treated: DemoTreated): ProfileValues {
  const hasAllergy = random.chance(0.16);
  const isMedicated = random.chance(0.38);
  const hasCondition = random.chance(0.18);
  const medication = isMedicated ? medicationOf(random, treated) : [];
  const isPressed = medication.some(({ effects }) => effects.includes('blood_pressure'));
  return {
    ...EMPTY_PROFILE,
    allergyState: hasAllergy ? 'recorded' : random.chance(0.93) ? 'none' : 'not_asked',
    allergies: hasAllergy ? random.pick(ALLERGIES) : [],
    medicationState: isMedicated ? 'recorded' : random.chance(0.9) ? 'none' : 'not_asked',
    medication,
    conditionState: hasCondition ? 'recorded' : random.chance(0.9) ? 'none' : 'not_asked',
    conditions: hasCondition
      ? [
          {
            condition: random.pick([
              'autoimmune',
              'diabetes',
              'heart',
              'keloid',
              'low_mood',
              'bleeding_disorder',
            ]),
            note: null,
          },
        ]
      : [],
    weight: random.chance(0.7)
      ? {
          kg: treated.sex === 'female' ? random.int(48, 92) : random.int(62, 118),
          takenOn: treated.openedOn,
        }
      : null,
    bloodPressure:
      isPressed && random.chance(0.8)
        ? {
            systolic: random.int(118, 152),
            diastolic: random.int(70, 94),
            takenOn: treated.openedOn,
          }
        : null,
  };
}

/** The example patient's profile is not written yet, so that a first change can be shown. */
const UNWRITTEN: readonly string[] = [DEMO_IDS.patient];

/** What is known of those who are treated; of some nothing was asked yet. */
export function demoProfiles(people: readonly DemoTreated[]): DemoProfile[] {
  const first = new Map(people.toReversed().map((one) => [one.patientId, one]));
  return [...first.values()].flatMap((treated, index) => {
    const random = seededRandom(`profile ${treated.patientId}`);
    if (UNWRITTEN.includes(treated.patientId) || random.chance(0.12)) return [];
    return {
      ...valuesOf(random, treated),
      id: demoId(DEMO_KINDS.profile, index + 1),
      patientId: treated.patientId,
      version: 2,
      changedAt: treated.openedAt,
      changedBy: treated.practitioner,
    };
  });
}
