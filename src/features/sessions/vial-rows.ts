import { INGREDIENT_CLASS_LABELS } from '#domain/ingredients/ingredient-enums.ts';
import type { RecipeVersionView } from '#domain/recipes/recipe-view.ts';
import type { TypedVial } from './session-values.ts';

/** An ingredient of the recipe, or one that was drawn beside it. */
export type VialRow = {
  vial: TypedVial;
  name: string;
  /** Its class in words; null when the recipe does not hold it. */
  kind: string | null;
  plannedMl: number | null;
  isSingleDose: boolean;
  openDaysMax: number | null;
};

const untyped = (ingredientId: string): TypedVial => ({
  ingredientId,
  volumeMl: null,
  lot: null,
  expiresOn: null,
  openedOn: null,
  vial: null,
});

/**
 * One row for each ingredient: those of the recipe in its order, then what was typed before the
 * recipe was changed. Planned volumes of one ingredient in two lines are summed, in ml.
 */
export function vialRows(
  version: RecipeVersionView | undefined,
  vials: readonly TypedVial[],
): VialRow[] {
  const rows = new Map<string, VialRow>();
  const lines = version?.ingredients.toSorted((one, other) => one.order - other.order) ?? [];
  for (const { ingredientId, ingredient, volumeMl } of lines) {
    const before = rows.get(ingredientId);
    rows.set(ingredientId, {
      vial: vials.find((vial) => vial.ingredientId === ingredientId) ?? untyped(ingredientId),
      name: ingredient.name,
      kind: INGREDIENT_CLASS_LABELS[ingredient.class],
      plannedMl: Number(((before?.plannedMl ?? 0) + volumeMl).toFixed(9)),
      isSingleDose: ingredient.isSingleDose,
      openDaysMax: ingredient.openDaysMax,
    });
  }
  for (const vial of vials)
    if (!rows.has(vial.ingredientId))
      rows.set(vial.ingredientId, {
        vial,
        name: 'Ingredient drawn before',
        kind: null,
        plannedMl: null,
        isSingleDose: vial.vial !== null,
        openDaysMax: null,
      });
  return [...rows.values()];
}

/** What is typed, with this ingredient's row put in its place or at the end. */
export const withVial = (vials: readonly TypedVial[], vial: TypedVial): TypedVial[] =>
  vials.some(({ ingredientId }) => ingredientId === vial.ingredientId)
    ? vials.map((one) => (one.ingredientId === vial.ingredientId ? vial : one))
    : [...vials, vial];
