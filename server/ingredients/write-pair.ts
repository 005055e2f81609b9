import { and, eq, sql } from 'drizzle-orm';
import { asPair } from '#domain/ingredients/pair-rules.ts';
import type { IngredientPair, PairCreate, PairUpdate } from '#domain/ingredients/pair.ts';
import { type FieldProblem, Problem } from '#domain/shared/problem.ts';
import { transact, type Tx } from '../audit/transact.ts';
import { updatedOrStale } from '../db/fetch.ts';
import { ingredientPairs } from '../db/schema/ingredients.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { holdIngredients } from './ingredient-view.ts';
import { fetchPair } from './pair-view.ts';

async function refuseUnknown(tx: Tx, input: PairCreate): Promise<void> {
  const known = await holdIngredients(tx.db, [input.firstId, input.secondId]);
  const fields = (['firstId', 'secondId'] as const).flatMap((path): FieldProblem[] =>
    known.has(input[path])
      ? []
      : [{ path, message: 'The catalogue does not have this ingredient.' }],
  );
  if (fields.length > 0) throw new Problem('invalid', undefined, { fields });
}

/**
 * Writes down what is known of mixing two ingredients, in either order.
 * @throws Problem `invalid` at the field, `duplicate` at `secondId` when the pair is there already
 */
export async function createPair(ctx: Ctx, input: PairCreate): Promise<IngredientPair> {
  authorise(ctx, 'ingredients.write');
  return await transact(ctx, async (tx) => {
    await refuseUnknown(tx, input);
    const [firstId, secondId] = asPair(input.firstId, input.secondId);
    const now = ctx.deps.now();
    const [row] = await tx.db
      .insert(ingredientPairs)
      .values({
        ...input,
        firstId,
        secondId,
        recordedBy: ctx.actor.staffId,
        id: ctx.deps.newId(),
        createdAt: now,
        updatedAt: now,
      })
      .onConflictDoNothing()
      .returning({ id: ingredientPairs.id });
    if (!row) {
      const message = 'This pair is in the table already. Change it there.';
      throw new Problem('duplicate', message, { fields: [{ path: 'secondId', message }] });
    }
    const made = await fetchPair(tx.db, row.id);
    const what = { entity: 'ingredient-pair', entityId: made.id };
    await tx.record({ act: 'ingredients.add-pair', ...what, after: made });
    return made;
  });
}

/**
 * Changes what is known of a pair; recipes and drafts are checked by it from now on.
 * @throws Problem `not_found`, `stale`
 */
export async function updatePair(
  ctx: Ctx,
  id: string,
  version: number,
  input: PairUpdate,
): Promise<IngredientPair> {
  authorise(ctx, 'ingredients.write');
  return await transact(ctx, async (tx) => {
    const before = await fetchPair(tx.db, id);
    await updatedOrStale(
      await tx.db
        .update(ingredientPairs)
        .set({
          ...input,
          recordedBy: ctx.actor.staffId,
          version: sql`${ingredientPairs.version} + 1`,
          updatedAt: ctx.deps.now(),
        })
        .where(and(eq(ingredientPairs.id, id), eq(ingredientPairs.version, version)))
        .returning({ id: ingredientPairs.id }),
      () => fetchPair(tx.db, id),
    );
    const after = await fetchPair(tx.db, id);
    const what = { entity: 'ingredient-pair', entityId: id };
    await tx.record({ act: 'ingredients.change-pair', ...what, before, after });
    return after;
  });
}
