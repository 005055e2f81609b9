import type * as z from 'zod/mini';
import type { ConcentrationUnit } from '#domain/ingredients/ingredient-enums.ts';
import { type RecipePart, recipeTotals } from '#domain/recipes/recipe-rules.ts';
import type { PartIngredient, RecipeLine } from '#domain/recipes/recipe-view.ts';
import type { recipeCreate } from '#domain/recipes/recipe.ts';

/** One line as a request sends it. */
export type LineInput = z.input<typeof recipeCreate>['ingredients'][number];

/** One line while it is typed: what is not typed yet is null, and the schema asks for it. */
export type LineValues = Omit<LineInput, 'concentrationUnit' | 'volumeMl'> & {
  concentrationUnit: ConcentrationUnit | null;
  volumeMl: number | null;
};

/** The lines of a recipe while they are typed; every form of a recipe's contents has them. */
export type LinesValues = { ingredients: LineValues[] };

/** What the catalogue says of the ingredients by their id. */
export type Facts = ReadonlyMap<string, PartIngredient>;

/** A line of which only the ingredient is chosen: strength, unit and volume are for a person to type. */
export const emptyLine = (ingredientId: string, order: number): LineValues => ({
  ingredientId,
  concentrationValue: null,
  concentrationUnit: null,
  volumeMl: null,
  statedPurpose: null,
  order,
});

/** A recorded line as its form shows it. */
export const valuesOfLine = (line: RecipeLine): LineInput => ({
  ingredientId: line.ingredientId,
  concentrationValue: line.concentrationValue,
  concentrationUnit: line.concentrationUnit,
  volumeMl: line.volumeMl,
  statedPurpose: line.statedPurpose,
  order: line.order,
});

/** A typed line as the rules see it; an amount that is not typed yet is unknown, not nought. */
function partOf(line: LineValues, ingredient: PartIngredient): RecipePart {
  // A box holds what was typed, which may be no number yet.
  const { concentrationValue: value, volumeMl } = line;
  const hasVolume = typeof volumeMl === 'number';
  return {
    ingredient,
    concentrationValue: hasVolume && typeof value === 'number' ? value : null,
    concentrationUnit: line.concentrationUnit,
    volumeMl: hasVolume ? volumeMl : 0,
  };
}

/** The typed lines whose ingredient is known, as the rules see them. */
export function partsOf(lines: readonly LineValues[], facts: Facts): RecipePart[] {
  return lines.flatMap((line) => {
    const ingredient = facts.get(line.ingredientId);
    return ingredient ? [partOf(line, ingredient)] : [];
  });
}

/** The amount in a typed line in mg; null while it cannot be told. */
export function lineAmountMg(line: LineValues, ingredient: PartIngredient): number | null {
  return recipeTotals([partOf(line, ingredient)]).amountsMg[0] ?? null;
}

/** How a typed line differs from the line of the version it is made from. */
export function lineChange(
  line: LineValues,
  base: readonly RecipeLine[],
): { kind: 'same' | 'changed' | 'added'; was: RecipeLine | undefined } {
  const was = base.find((one) => one.ingredientId === line.ingredientId);
  if (!was) return { kind: 'added', was: undefined };
  const isSame =
    was.concentrationValue === line.concentrationValue &&
    was.concentrationUnit === line.concentrationUnit &&
    was.volumeMl === line.volumeMl;
  return { kind: isSame ? 'same' : 'changed', was };
}
