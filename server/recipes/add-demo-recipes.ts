import { eq } from 'drizzle-orm';
import type { DemoRecipe } from '#domain/demo/demo-recipes.ts';
import { recordDemoFill } from '../audit/record-demo-fill.ts';
import type { Tx } from '../audit/transact.ts';
import { recipes, recipeVersionIngredients, recipeVersions } from '../db/schema/recipes.ts';
import { stampsOf } from '../db/stamps.ts';

const dateOf = (moment: string | null): Date | null => (moment === null ? null : new Date(moment));

/**
 * Adds the demo clinic's recipes with their versions in the open transaction. Versions are approved
 * and locked last, because their lines cannot be written after.
 */
export async function addDemoRecipes(tx: Tx, made: readonly DemoRecipe[]): Promise<void> {
  const versions = made.flatMap((one) => one.versions);
  await tx.db
    .insert(recipes)
    .values(made.map(({ recipe }) => ({ ...recipe, ...stampsOf(recipe) })));
  await tx.db.insert(recipeVersions).values(
    versions.map(({ id, version, recipeId, number, basedOnVersionId, changeNote, ...one }) => ({
      id,
      version,
      recipeId,
      number,
      basedOnVersionId,
      changeNote,
      createdBy: one.createdBy,
      writtenBy: one.writtenBy,
      ...stampsOf(one),
    })),
  );
  await tx.db
    .insert(recipeVersionIngredients)
    .values(
      versions.flatMap(({ id, ingredients }) =>
        ingredients.map((line) => ({ ...line, versionId: id })),
      ),
    );
  for (const one of versions.filter(({ status }) => status !== 'draft'))
    await tx.db
      .update(recipeVersions)
      .set({
        status: one.status,
        approvedBy: one.approvedBy,
        approvedAt: dateOf(one.approvedAt),
        approvalReasons: one.approvalReasons,
        retiredBy: one.retiredBy,
        retiredAt: dateOf(one.retiredAt),
        usedAt: dateOf(one.lockedAt),
      })
      .where(eq(recipeVersions.id, one.id));
  await recordDemoFill(tx, 'recipe', made);
}
