import type { Ingredient } from '#domain/ingredients/ingredient.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { fetchIngredient } from './ingredient-view.ts';

/**
 * One ingredient of the catalogue.
 * @throws Problem `not_found`
 */
export async function getIngredient(ctx: Ctx, id: string): Promise<Ingredient> {
  authorise(ctx, 'ingredients.read');
  return await fetchIngredient(ctx.deps.db, id);
}
