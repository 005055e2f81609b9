import type { SessionUpdate } from '#domain/sessions/session.ts';
import { type FieldProblem, Problem } from '#domain/shared/problem.ts';
import type { Tx } from '../audit/transact.ts';
import type { Ctx } from '../http/context.ts';
import { fetchIngredients } from '../ingredients/ingredient-view.ts';
import { markVersionUsed } from '../recipes/mark-version-used.ts';
import { requirePractitioner } from '../staff/require-practitioner.ts';

/**
 * Checks the records a draft names, and takes its recipe version into use, so that it never
 * changes under the session.
 * @throws Problem `invalid` at `performedBy`, `recipeVersionId` or a used ingredient
 */
export async function checkNamedRecords(ctx: Ctx, tx: Tx, input: SessionUpdate): Promise<void> {
  if (input.performedBy !== undefined)
    await requirePractitioner(tx.db, input.performedBy, 'performedBy');
  if (input.recipeVersionId) await markVersionUsed(ctx, tx, input.recipeVersionId);
  const used = input.usedIngredients ?? [];
  const known = await fetchIngredients(
    tx.db,
    used.map((one) => one.ingredientId),
  );
  const fields = used.flatMap(({ ingredientId }, index): FieldProblem[] => {
    const path = `usedIngredients.${index}.ingredientId`;
    return known.has(ingredientId) ? [] : [{ path, message: 'There is no such ingredient.' }];
  });
  if (fields.length > 0) throw new Problem('invalid', undefined, { fields });
}
