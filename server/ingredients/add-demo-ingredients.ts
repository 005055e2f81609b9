import type { DemoPair } from '#domain/demo/demo-pairs.ts';
import type { DemoIngredient } from '#domain/demo/demo-ingredients.ts';
import { recordDemoFill } from '../audit/record-demo-fill.ts';
import type { Tx } from '../audit/transact.ts';
import { ingredientPairs, ingredients } from '../db/schema/ingredients.ts';
import { stampsOf } from '../db/stamps.ts';

/** Adds the demo clinic's ingredients in the open transaction. */
export async function addDemoIngredients(tx: Tx, made: readonly DemoIngredient[]): Promise<void> {
  await tx.db.insert(ingredients).values(made.map((one) => ({ ...one, ...stampsOf(one) })));
  await recordDemoFill(tx, 'ingredient', made);
}

/** Adds the demo clinic's pair table in the open transaction, after its ingredients. */
export async function addDemoPairs(tx: Tx, made: readonly DemoPair[]): Promise<void> {
  await tx.db.insert(ingredientPairs).values(made.map((one) => ({ ...one, ...stampsOf(one) })));
  await recordDemoFill(tx, 'ingredient-pair', made);
}
