import type { Ingredient } from '#domain/ingredients/ingredient.ts';
import {
  ALLERGY_SEVERITY_LABELS,
  ALLERGY_SUBSTANCE_LABELS,
  CONDITION_LABELS,
  LIST_STATE_LABELS,
  type ListState,
  MEDICATION_EFFECT_LABELS,
} from '#domain/profiles/profile-enums.ts';
import type { Allergy, Medicine, ProfileValues } from '#domain/profiles/profile.ts';
import { showDate } from '#src/lib/dates.ts';

/** One allergy in words; an ingredient by its name in the catalogue. */
export function allergyInWords(
  { substance, ingredientId, detail, reaction, severity }: Allergy,
  catalogue: readonly Pick<Ingredient, 'id' | 'name'>[],
): string {
  const named = catalogue.find(({ id }) => id === ingredientId)?.name;
  const what = detail ?? named ?? ALLERGY_SUBSTANCE_LABELS[substance];
  const how = [
    severity === 'not_known' ? '' : ALLERGY_SEVERITY_LABELS[severity].toLowerCase(),
    reaction ?? '',
  ].filter((part) => part !== '');
  return how.length === 0 ? what : `${what} (${how.join(': ')})`;
}

/** One medicine in words. */
function medicineInWords({ name, effects, since }: Medicine): string {
  const what = effects.map((effect) => MEDICATION_EFFECT_LABELS[effect].toLowerCase());
  const parts = [...what, ...(since === null ? [] : [`since ${showDate(since)}`])];
  return parts.length === 0 ? name : `${name} (${parts.join(', ')})`;
}

/** Whether a list was asked for, or what is in it. */
const listInWords = (state: ListState, words: readonly string[]): string =>
  state === 'recorded' ? words.join(', ') : LIST_STATE_LABELS[state];

/** Each part of a profile in words, in the order it is read. */
export function profileInWords(
  profile: ProfileValues,
  catalogue: readonly Pick<Ingredient, 'id' | 'name'>[],
): { key: keyof ProfileValues; label: string; words: string }[] {
  const { weight, bloodPressure } = profile;
  return [
    {
      key: 'allergies',
      label: 'Allergies',
      words: listInWords(
        profile.allergyState,
        profile.allergies.map((one) => allergyInWords(one, catalogue)),
      ),
    },
    {
      key: 'medication',
      label: 'Medication',
      words: listInWords(profile.medicationState, profile.medication.map(medicineInWords)),
    },
    {
      key: 'conditions',
      label: 'Conditions',
      words: listInWords(
        profile.conditionState,
        profile.conditions.map(({ condition, note }) =>
          condition === 'other' ? (note ?? '') : CONDITION_LABELS[condition],
        ),
      ),
    },
    {
      key: 'weight',
      label: 'Weight',
      words: weight === null ? 'Not taken' : `${weight.kg} kg, ${showDate(weight.takenOn)}`,
    },
    {
      key: 'bloodPressure',
      label: 'Blood pressure',
      words:
        bloodPressure === null
          ? 'Not taken'
          : `${bloodPressure.systolic}/${bloodPressure.diastolic} mmHg, ${showDate(bloodPressure.takenOn)}`,
    },
    ...(profile.notes === ''
      ? []
      : [{ key: 'notes' as const, label: 'Note', words: profile.notes }]),
  ];
}
