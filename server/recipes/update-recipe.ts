import { and, eq, sql } from 'drizzle-orm';
import type { RecipeDetail } from '#domain/recipes/recipe-view.ts';
import type { RecipeUpdate } from '#domain/recipes/recipe.ts';
import { databaseErrorCode, transact } from '../audit/transact.ts';
import { updatedOrStale } from '../db/fetch.ts';
import { recipes } from '../db/schema/recipes.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { nameTaken } from './name-taken.ts';
import { fetchRecipe, fetchRecipeDetail } from './recipe-view.ts';

type Change = RecipeUpdate & { isArchived?: boolean };

async function change(
  ctx: Ctx,
  id: string,
  version: number,
  act: string,
  input: Change,
): Promise<RecipeDetail> {
  authorise(ctx, 'recipes.write');
  try {
    return await transact(ctx, async (tx) => {
      const before = await fetchRecipe(tx.db, id);
      await updatedOrStale(
        await tx.db
          .update(recipes)
          .set({ ...input, version: sql`${recipes.version} + 1`, updatedAt: ctx.deps.now() })
          .where(and(eq(recipes.id, id), eq(recipes.version, version)))
          .returning({ id: recipes.id }),
        () => fetchRecipeDetail(tx.db, id),
      );
      const after = await fetchRecipe(tx.db, id);
      await tx.record({ act, entity: 'recipe', entityId: id, before, after });
      return await fetchRecipeDetail(tx.db, id);
    });
  } catch (error) {
    if (databaseErrorCode(error) === '23505') throw nameTaken();
    throw error;
  }
}

/**
 * Changes a recipe's name or what it is intended for; what is in it changes by versions.
 * @throws Problem `not_found`, `stale`, `duplicate` at `name`
 */
export async function updateRecipe(
  ctx: Ctx,
  id: string,
  version: number,
  input: RecipeUpdate,
): Promise<RecipeDetail> {
  return await change(ctx, id, version, 'recipes.update', input);
}

/**
 * Takes a recipe out of use, or back. Sessions keep the versions they name.
 * @throws Problem `not_found`, `stale`, `duplicate` at `name` when another took its name meanwhile
 */
export async function archiveRecipe(
  ctx: Ctx,
  id: string,
  version: number,
  isArchived: boolean,
): Promise<RecipeDetail> {
  return await change(ctx, id, version, isArchived ? 'recipes.archive' : 'recipes.restore', {
    isArchived,
  });
}
