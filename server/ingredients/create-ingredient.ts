import type { Ingredient, IngredientCreate } from '#domain/ingredients/ingredient.ts';
import { transact, type Tx } from '../audit/transact.ts';
import { ingredients } from '../db/schema/ingredients.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { toIngredient } from './ingredient-view.ts';
import { nameTaken } from './name-taken.ts';

/** Adds an ingredient in the open transaction; undefined when its name or key is taken already. */
export async function addIngredient(
  ctx: Ctx,
  tx: Tx,
  input: IngredientCreate,
  catalogueKey: string | null,
): Promise<Ingredient | undefined> {
  const now = ctx.deps.now();
  const [row] = await tx.db
    .insert(ingredients)
    .values({ ...input, catalogueKey, id: ctx.deps.newId(), createdAt: now, updatedAt: now })
    .onConflictDoNothing()
    .returning();
  if (!row) return undefined;
  const made = toIngredient(row);
  await tx.record({
    act: 'ingredients.create',
    entity: 'ingredient',
    entityId: made.id,
    after: made,
  });
  return made;
}

/**
 * Adds an ingredient to the catalogue.
 * @throws Problem `duplicate` at `name`
 */
export async function createIngredient(ctx: Ctx, input: IngredientCreate): Promise<Ingredient> {
  authorise(ctx, 'ingredients.write');
  return await transact(ctx, async (tx) => {
    const made = await addIngredient(ctx, tx, input, null);
    if (!made) throw nameTaken();
    return made;
  });
}
