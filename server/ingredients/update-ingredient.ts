import { and, eq, sql } from 'drizzle-orm';
import {
  type Ingredient,
  ingredientProblems,
  type IngredientUpdate,
} from '#domain/ingredients/ingredient.ts';
import { withChange } from '#domain/shared/change.ts';
import { Problem } from '#domain/shared/problem.ts';
import { databaseErrorCode, transact } from '../audit/transact.ts';
import { refuseStale, updatedOrStale } from '../db/fetch.ts';
import { ingredients } from '../db/schema/ingredients.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { fetchIngredient, toIngredient } from './ingredient-view.ts';
import { nameTaken } from './name-taken.ts';

type Change = IngredientUpdate & { isArchived?: boolean };

function refuseMisfit(merged: Ingredient): void {
  const fields = ingredientProblems(merged);
  if (fields.length > 0) throw new Problem('invalid', undefined, { fields });
}

async function change(
  ctx: Ctx,
  id: string,
  version: number,
  act: string,
  input: Change,
): Promise<Ingredient> {
  authorise(ctx, 'ingredients.write');
  try {
    return await transact(ctx, async (tx) => {
      const before = await fetchIngredient(tx.db, id);
      refuseStale(before, version);
      refuseMisfit(withChange(before, input));
      const row = await updatedOrStale(
        await tx.db
          .update(ingredients)
          .set({
            ...input,
            version: sql`${ingredients.version} + 1`,
            updatedAt: ctx.deps.now(),
          })
          .where(and(eq(ingredients.id, id), eq(ingredients.version, version)))
          .returning(),
        () => fetchIngredient(tx.db, id),
      );
      const saved = toIngredient(row);
      await tx.record({ act, entity: 'ingredient', entityId: id, before, after: saved });
      return saved;
    });
  } catch (error) {
    if (databaseErrorCode(error) === '23505') throw nameTaken();
    throw error;
  }
}

/**
 * Changes an ingredient of the catalogue. What recipes record of it (strength, volume) stays.
 * @throws Problem `not_found`, `stale`, `invalid` at the field, `duplicate` at `name`
 */
export async function updateIngredient(
  ctx: Ctx,
  id: string,
  version: number,
  input: IngredientUpdate,
): Promise<Ingredient> {
  return await change(ctx, id, version, 'ingredients.update', input);
}

/**
 * Takes an ingredient out of use, or back. Recipes that hold it keep it and say so.
 * @throws Problem `not_found`, `stale`, `duplicate` at `name` when another took its name meanwhile
 */
export async function archiveIngredient(
  ctx: Ctx,
  id: string,
  version: number,
  isArchived: boolean,
): Promise<Ingredient> {
  const act = isArchived ? 'ingredients.archive' : 'ingredients.restore';
  return await change(ctx, id, version, act, { isArchived });
}
