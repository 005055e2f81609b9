import { eq } from 'drizzle-orm';
import type { DemoRecipe } from '#domain/demo/demo-recipes.ts';
import { recordDemoFill } from '../audit/record-demo-fill.ts';
import type { Tx } from '../audit/transact.ts';
import { recipes, recipeVersionIngredients, recipeVersions } from '../db/schema/recipes.ts';
import { stampsOf } from '../db/stamps.ts';

/**
 * Adds the demo clinic's recipes with their versions in the open transaction. Used versions are
 * locked last, because their lines cannot be written after.
 */
export async function addDemoRecipes(tx: Tx, made: readonly DemoRecipe[]): Promise<void> {
  const versions = made.flatMap((one) => one.versions);
  await tx.db
    .insert(recipes)
    .values(made.map(({ recipe }) => ({ ...recipe, ...stampsOf(recipe) })));
  await tx.db.insert(recipeVersions).values(versions.map((one) => ({ ...one, ...stampsOf(one) })));
  await tx.db
    .insert(recipeVersionIngredients)
    .values(
      versions.flatMap(({ id, ingredients }) =>
        ingredients.map((line) => ({ ...line, versionId: id })),
      ),
    );
  for (const { id, lockedAt } of versions)
    if (lockedAt !== null)
      await tx.db
        .update(recipeVersions)
        .set({ usedAt: new Date(lockedAt) })
        .where(eq(recipeVersions.id, id));
  await recordDemoFill(tx, 'recipe', made);
}
