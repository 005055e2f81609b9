import type { Finding } from '#domain/ingredients/finding.ts';
import type { IngredientClass } from '#domain/ingredients/ingredient-enums.ts';
import {
  ALLERGY_SEVERITY_LABELS,
  ALLERGY_SUBSTANCE_LABELS,
  type AllergySubstance,
} from '#domain/profiles/profile-enums.ts';
import type { Allergy } from '#domain/profiles/profile.ts';
import type { Ingredient } from '#domain/ingredients/ingredient.ts';

const SOURCE = 'CLINICAL.md §5';

type Injected = Pick<Ingredient, 'id' | 'name' | 'class' | 'anaestheticFamily'>;

/** PN and PDRN are made from fish. Source: CLINICAL.md section 4. */
const FISH_DERIVED: readonly IngredientClass[] = ['polynucleotide'];

/** What is used at every session, whatever is injected. */
const AT_EVERY_SESSION: Partial<Record<AllergySubstance, string>> = {
  latex: 'Use gloves and tourniquets without latex.',
  antiseptic: 'Choose another antiseptic.',
};

const folded = (text: string): string => text.normalize('NFKC').toLocaleLowerCase('en').trim();

/** Whether an ingredient is what someone is allergic to, as far as the catalogue tells. */
function isMatch(allergy: Allergy, injected: Injected): boolean {
  switch (allergy.substance) {
    case 'ingredient':
      return allergy.ingredientId === injected.id;
    case 'ester_anaesthetic':
      return injected.anaestheticFamily === 'ester';
    case 'amide_anaesthetic':
      return injected.anaestheticFamily === 'amide';
    case 'fish':
      return FISH_DERIVED.includes(injected.class);
    default: {
      const named = folded(allergy.detail ?? '');
      const name = folded(injected.name);
      return named.length >= 3 && (name.includes(named) || named.includes(name));
    }
  }
}

const inWords = ({ substance, detail }: Allergy): string =>
  detail ?? ALLERGY_SUBSTANCE_LABELS[substance];

function story({ reaction, severity }: Allergy): string {
  const known = severity === 'not_known' ? '' : `${ALLERGY_SEVERITY_LABELS[severity]} reaction`;
  const parts = [known, reaction ?? ''].filter((part) => part !== '');
  return parts.length === 0 ? '' : ` (${parts.join(': ')})`;
}

/**
 * What recorded allergies say against what is injected: a stop for each ingredient that matches,
 * a review for what is used at every session and for words that no ingredient matched. An empty
 * list is no clearance: a ready-made mix may hold what its name does not tell. Source: CLINICAL.md
 * sections 4 and 5.
 */
export function allergyFindings(
  allergies: readonly Allergy[],
  ingredients: readonly Injected[],
): Finding[] {
  return allergies.flatMap((allergy): Finding[] => {
    const matches = ingredients.filter((one) => isMatch(allergy, one));
    if (matches.length > 0)
      return matches.map(({ id, name }) => ({
        code: 'allergy_in_recipe',
        level: 'stop',
        message: `Allergy${story(allergy)}: ${name} is in the recipe.`,
        source: SOURCE,
        ingredientId: id,
        subject: allergy.substance,
      }));
    const advice =
      AT_EVERY_SESSION[allergy.substance] ??
      (allergy.substance === 'other' ? 'Compare it with what is in the recipe.' : undefined);
    if (advice === undefined) return [];
    const message = `Allergy to ${inWords(allergy)}${story(allergy)}. ${advice}`;
    const subject = `${allergy.substance} ${folded(allergy.detail ?? '')}`.trim();
    return [{ code: 'allergy', level: 'review', message, source: SOURCE, subject }];
  });
}
