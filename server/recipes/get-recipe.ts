import type { RecipeDetail, RecipeVersionView } from '#domain/recipes/recipe-view.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { fetchRecipeDetail, fetchVersion } from './recipe-view.ts';

/**
 * A recipe with all its versions, newest first.
 * @throws Problem `not_found`
 */
export async function getRecipe(ctx: Ctx, id: string): Promise<RecipeDetail> {
  authorise(ctx, 'recipes.read');
  return await fetchRecipeDetail(ctx.deps.db, id);
}

/**
 * One version of a recipe.
 * @throws Problem `not_found`
 */
export async function getVersion(ctx: Ctx, id: string): Promise<RecipeVersionView> {
  authorise(ctx, 'recipes.read');
  return await fetchVersion(ctx.deps.db, id);
}
