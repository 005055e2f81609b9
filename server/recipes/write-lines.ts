import { eq } from 'drizzle-orm';
import type { RecipeIngredient } from '#domain/recipes/recipe.ts';
import { type FieldProblem, Problem } from '#domain/shared/problem.ts';
import type { Database } from '../db/database.ts';
import { recipeVersionIngredients } from '../db/schema/recipes.ts';
import { holdIngredients } from '../ingredients/ingredient-view.ts';

/**
 * Writes a version's lines in place of those it has.
 * @throws Problem `invalid` at `ingredients.<n>.ingredientId` for an unknown or archived ingredient
 */
export async function writeLines(
  db: Database,
  versionId: string,
  lines: readonly RecipeIngredient[],
): Promise<void> {
  const known = await holdIngredients(
    db,
    lines.map((line) => line.ingredientId),
  );
  const fields = lines.flatMap(({ ingredientId }, index): FieldProblem[] => {
    const path = `ingredients.${index}.ingredientId`;
    const ingredient = known.get(ingredientId);
    if (!ingredient) return [{ path, message: 'The catalogue does not have this ingredient.' }];
    return ingredient.isArchived
      ? [{ path, message: `${ingredient.name} is archived. Restore it, or take another.` }]
      : [];
  });
  if (fields.length > 0) throw new Problem('invalid', undefined, { fields });
  await db
    .delete(recipeVersionIngredients)
    .where(eq(recipeVersionIngredients.versionId, versionId));
  await db.insert(recipeVersionIngredients).values(lines.map((line) => ({ ...line, versionId })));
}
