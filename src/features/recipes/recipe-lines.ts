import type * as z from 'zod/mini';
import { type RecipePart, recipeTotals } from '#domain/recipes/recipe-rules.ts';
import type { PartIngredient, RecipeLine } from '#domain/recipes/recipe-view.ts';
import type { recipeCreate } from '#domain/recipes/recipe.ts';

/** The lines of a recipe while they are typed; every form of a recipe's contents has them. */
export type LinesValues = { ingredients: LineValues[] };

/** One line while it is typed. */
export type LineValues = z.input<typeof recipeCreate>['ingredients'][number];

/** What the catalogue says of the ingredients by their id. */
export type Facts = ReadonlyMap<string, PartIngredient>;

/** A line of which only the ingredient is chosen: strength, unit and volume are for a person to type. */
export function emptyLine(ingredientId: string, order: number): LineValues {
  const line = {
    ingredientId,
    concentrationValue: null,
    concentrationUnit: null,
    volumeMl: null,
    statedPurpose: null,
    order,
  };
  // What is not typed yet has no value of its type; the schema asks for it.
  return line as unknown as LineValues;
}

/** A recorded line as its form shows it. */
export const valuesOfLine = (line: RecipeLine): LineValues => ({
  ingredientId: line.ingredientId,
  concentrationValue: line.concentrationValue,
  concentrationUnit: line.concentrationUnit,
  volumeMl: line.volumeMl,
  statedPurpose: line.statedPurpose,
  order: line.order,
});

type Typed = { [K in keyof LineValues]?: unknown };

/** A typed line as the rules see it; an amount that is not typed yet is unknown, not nought. */
function partOf(line: Typed, ingredient: PartIngredient): RecipePart {
  const { concentrationValue: value, volumeMl } = line;
  const hasVolume = typeof volumeMl === 'number';
  return {
    ingredient,
    concentrationValue: hasVolume && typeof value === 'number' ? value : null,
    concentrationUnit: (line.concentrationUnit ?? null) as RecipePart['concentrationUnit'],
    volumeMl: hasVolume ? volumeMl : 0,
  };
}

/** The typed lines whose ingredient is known, as the rules see them. */
export function partsOf(lines: readonly Typed[], facts: Facts): RecipePart[] {
  return lines.flatMap((line) => {
    const ingredient = facts.get(String(line.ingredientId));
    return ingredient ? [partOf(line, ingredient)] : [];
  });
}

/** The amount in a typed line in mg; null while it cannot be told. */
export function lineAmountMg(line: Typed, ingredient: PartIngredient): number | null {
  return recipeTotals([partOf(line, ingredient)]).amountsMg[0] ?? null;
}

/** How a typed line differs from the line of the version it is made from. */
export function lineChange(
  line: Typed,
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
