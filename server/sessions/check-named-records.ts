import type { Session, SessionUpdate } from '#domain/sessions/session.ts';
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
export async function checkNamedRecords(
  ctx: Ctx,
  tx: Tx,
  input: SessionUpdate,
  before?: Session,
): Promise<void> {
  if (input.performedBy !== undefined)
    await requirePractitioner(tx.db, input.performedBy, 'performedBy');
  // A draft keeps a version that was retired since; only another one is taken into use.
  if (input.recipeVersionId && input.recipeVersionId !== before?.recipeVersionId)
    await markVersionUsed(ctx, tx, input.recipeVersionId);
  const used = input.usedIngredients ?? [];
  const anaesthetic = input.preparation?.anaestheticIngredientId ?? null;
  const known = await fetchIngredients(tx.db, [
    ...used.map((one) => one.ingredientId),
    ...(anaesthetic === null ? [] : [anaesthetic]),
  ]);
  const fields = used.flatMap(({ ingredientId }, index): FieldProblem[] => {
    const path = `usedIngredients.${index}.ingredientId`;
    return known.has(ingredientId) ? [] : [{ path, message: 'There is no such ingredient.' }];
  });
  if (anaesthetic !== null && !known.has(anaesthetic)) {
    const path = 'preparation.anaestheticIngredientId';
    fields.push({ path, message: 'There is no such ingredient.' });
  }
  if (fields.length > 0) throw new Problem('invalid', undefined, { fields });
}
