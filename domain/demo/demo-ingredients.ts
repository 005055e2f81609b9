import { STARTER_CATALOGUE } from '#domain/ingredients/catalogue.ts';
import type { Ingredient } from '#domain/ingredients/ingredient.ts';
import { demoId } from './demo-clinic.ts';
import { DEMO_KINDS } from './demo-ids.ts';

/** An ingredient of the demo clinic, and the entry of the starter catalogue it was taken from. */
export type DemoIngredient = Ingredient & { catalogueKey: string };

type OwnFields = Pick<
  Ingredient,
  'vehicle' | 'regulatoryStatus' | 'concentrationValue' | 'concentrationUnit'
>;

const MADE_UP = 'Made up for the demo clinic; no advice on doses.';

const strength = (
  concentrationValue: number | null,
  concentrationUnit: Ingredient['concentrationUnit'],
  regulatoryStatus: Ingredient['regulatoryStatus'],
  vehicle: Ingredient['vehicle'] = 'water',
): OwnFields => ({ vehicle, regulatoryStatus, concentrationValue, concentrationUnit });

/** What the made-up clinic typed at each entry, in the order of the ids; the first is dexpanthenol. */
const TYPED: Record<string, OwnFields> = {
  dexpanthenol: strength(250, 'mg_per_ml', 'licensed_off_label'),
  biotin: strength(5, 'mg_per_ml', 'compounded'),
  zinc: strength(1, 'mg_per_ml', 'compounded'),
  hyaluronic_acid: strength(10, 'mg_per_ml', 'medical_device'),
  minoxidil: strength(2, 'mg_per_ml', 'compounded'),
  dutasteride: strength(0.5, 'mg_per_ml', 'compounded', 'glycol'),
  lidocaine: strength(1, 'percent', 'licensed_for_use'),
  procaine: strength(20, 'mg_per_ml', 'licensed_off_label'),
  amino_acids: strength(null, 'as_supplied', 'compounded'),
  b_complex: strength(null, 'as_supplied', 'licensed_off_label'),
  copper_peptide: strength(2, 'mg_per_ml', 'cosmetic_not_for_injection', 'glycol'),
  vitamin_c: strength(100, 'mg_per_ml', 'licensed_off_label'),
};

/** The id of an ingredient by its key in the starter catalogue. */
export const demoIngredientId = (key: string): string =>
  demoId(DEMO_KINDS.ingredient, Object.keys(TYPED).indexOf(key) + 1);

/** The demo clinic's ingredients, taken over from the starter catalogue at a moment. */
export function demoIngredients(takenOverAt: string): DemoIngredient[] {
  return Object.entries(TYPED).map(([key, typed]) => {
    const entry = STARTER_CATALOGUE.find((one) => one.key === key);
    if (!entry) throw new Error(`The starter catalogue has no ${key}.`);
    const { key: catalogueKey, ...fields } = entry;
    return {
      ...fields,
      ...typed,
      source: `${MADE_UP} Cautions: ${entry.source}.`,
      id: demoIngredientId(key),
      version: 1,
      catalogueKey,
      isArchived: false,
      createdAt: takenOverAt,
      updatedAt: takenOverAt,
    };
  });
}
