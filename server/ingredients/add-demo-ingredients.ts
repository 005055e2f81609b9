import type { DemoIngredient } from '#domain/demo/demo-ingredients.ts';
import { recordDemoFill } from '../audit/record-demo-fill.ts';
import type { Tx } from '../audit/transact.ts';
import { ingredients } from '../db/schema/ingredients.ts';
import { stampsOf } from '../db/stamps.ts';

/** Adds the demo clinic's ingredients in the open transaction. */
export async function addDemoIngredients(tx: Tx, made: readonly DemoIngredient[]): Promise<void> {
  await tx.db.insert(ingredients).values(made.map((one) => ({ ...one, ...stampsOf(one) })));
  await recordDemoFill(tx, 'ingredient', made);
}
