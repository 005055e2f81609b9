import {
  type Ingredient,
  ingredient,
  type IngredientCreate,
} from '#domain/ingredients/ingredient.ts';
import { type RecipeDetail, recipeDetail } from '#domain/recipes/recipe-view.ts';
import type { RecipeCreate, RecipeIngredient } from '#domain/recipes/recipe.ts';
import type { Client } from './test-clinic.ts';
import { approveVersion } from './treatment-steps.ts';

/** The request of a new ingredient, valid as it stands; a test names only what it is about. */
export const newIngredient = (change: Partial<IngredientCreate> = {}): IngredientCreate => ({
  name: 'Dexpanthenol',
  class: 'vitamin',
  tier: 'complementary',
  vehicle: 'water',
  regulatoryStatus: 'compounded',
  concentrationValue: null,
  concentrationUnit: null,
  statedPurpose: null,
  anaestheticFamily: 'none',
  anaestheticMaxMgPerKg: null,
  anaestheticMaxMg: null,
  isFiveAri: false,
  isAutologous: false,
  isSuspended: false,
  isSingleDose: false,
  openDaysMax: null,
  cautions: '',
  source: null,
  ...change,
});

/** One line of a recipe. */
export const newLine = (
  ingredientId: string,
  change: Partial<RecipeIngredient> = {},
): RecipeIngredient => ({
  ingredientId,
  concentrationValue: 250,
  concentrationUnit: 'mg_per_ml',
  volumeMl: 1.5,
  statedPurpose: null,
  order: 1,
  ...change,
});

/** The request of a new recipe with these lines. */
export const newRecipe = (
  ingredients: RecipeIngredient[],
  change: Partial<RecipeCreate> = {},
): RecipeCreate => ({
  name: 'FPHL base',
  intendedIndications: ['androgenetic_female'],
  intendedArea: null,
  notes: '',
  ingredients,
  ...change,
});

/** Registers an ingredient through the API and answers it. */
export async function addIngredient(
  by: Client,
  change: Partial<IngredientCreate> = {},
): Promise<Ingredient> {
  const answer = await by('POST', '/api/ingredients', newIngredient(change));
  if (answer.status !== 201) throw new Error(answer.text);
  return ingredient.parse(answer.body);
}

/** Registers a recipe of one ingredient and has the second person approve it. */
export async function addApprovedRecipe(
  by: Client,
  second: Client,
  change: Partial<RecipeCreate> = {},
): Promise<RecipeDetail> {
  const made = await addRecipe(by, change);
  await approveVersion(second, made.currentVersionId);
  return recipeDetail.parse((await by('GET', `/api/recipes/${made.id}`)).body);
}

/** Registers a recipe of one ingredient through the API and answers it. */
export async function addRecipe(
  by: Client,
  change: Partial<RecipeCreate> = {},
): Promise<RecipeDetail> {
  const ingredients = change.ingredients ?? [
    newLine((await addIngredient(by, { name: `Biotin for ${change.name ?? 'FPHL base'}` })).id),
  ];
  const answer = await by('POST', '/api/recipes', newRecipe(ingredients, change));
  if (answer.status !== 201) throw new Error(answer.text);
  return recipeDetail.parse(answer.body);
}
