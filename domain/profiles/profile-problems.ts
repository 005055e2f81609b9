import type { FieldProblem } from '#domain/shared/problem.ts';
import type { AllergySubstance, ListState } from './profile-enums.ts';

type Checked = {
  allergyState: ListState;
  allergies: readonly {
    substance: AllergySubstance;
    ingredientId: string | null;
    detail: string | null;
  }[];
  medicationState: ListState;
  medication: readonly unknown[];
  conditionState: ListState;
  conditions: readonly { condition: string; note: string | null }[];
  bloodPressure: { systolic: number; diastolic: number } | null;
};

const LISTS = [
  ['allergyState', 'allergies', 'Add the allergy, or choose "none".'],
  ['medicationState', 'medication', 'Add the medicine, or choose "none".'],
  ['conditionState', 'conditions', 'Add the condition, or choose "none".'],
] as const;

/**
 * What does not fit together in a profile: a list says whether it was asked, and holds something
 * exactly when it is "recorded". Run it on the merged record when one changes.
 */
export function profileProblems(profile: Checked): FieldProblem[] {
  const problems: FieldProblem[] = [];
  for (const [state, list, missing] of LISTS) {
    const isEmpty = profile[list].length === 0;
    if (profile[state] === 'recorded' && isEmpty) problems.push({ path: state, message: missing });
    if (profile[state] !== 'recorded' && !isEmpty)
      problems.push({ path: state, message: 'Something is in the list: choose "recorded".' });
  }
  profile.allergies.forEach(({ substance, ingredientId, detail }, index) => {
    const path = `allergies.${index}`;
    if (substance === 'ingredient' && ingredientId === null)
      problems.push({ path: `${path}.ingredientId`, message: 'Choose the ingredient.' });
    if (substance !== 'ingredient' && ingredientId !== null)
      problems.push({ path: `${path}.ingredientId`, message: 'Only with "an ingredient".' });
    if (substance === 'other' && detail === null)
      problems.push({ path: `${path}.detail`, message: 'Say what it is to.' });
  });
  profile.conditions.forEach(({ condition, note }, index) => {
    if (condition === 'other' && note === null)
      problems.push({ path: `conditions.${index}.note`, message: 'Say what it is.' });
  });
  const { bloodPressure } = profile;
  if (bloodPressure !== null && bloodPressure.diastolic >= bloodPressure.systolic)
    problems.push({
      path: 'bloodPressure.diastolic',
      message: 'The lower figure comes second, such as 120 over 80.',
    });
  return problems;
}
