import { and, eq, isNull, sql } from 'drizzle-orm';
import { invalidField } from '#domain/shared/problem.ts';
import type { Tx } from '../audit/transact.ts';
import { recipeVersions } from '../db/schema/recipes.ts';
import type { Ctx } from '../http/context.ts';

/**
 * Makes a version immutable, because a session (draft or signed) names it now. Call it in the
 * transaction that writes the session; a version already used stays as it is. It never comes undone.
 * @throws Problem `invalid` at `recipeVersionId` when there is no such version
 */
export async function markVersionUsed(ctx: Ctx, tx: Tx, versionId: string): Promise<void> {
  const now = ctx.deps.now();
  const [marked] = await tx.db
    .update(recipeVersions)
    .set({ usedAt: now, updatedAt: now, version: sql`${recipeVersions.version} + 1` })
    .where(and(eq(recipeVersions.id, versionId), isNull(recipeVersions.usedAt)))
    .returning({ id: recipeVersions.id });
  if (marked) {
    await tx.record({
      act: 'recipes.lock-version',
      entity: 'recipe-version',
      entityId: versionId,
      before: { lockedAt: null },
      after: { lockedAt: now.toISOString() },
    });
    return;
  }
  const [known] = await tx.db
    .select({ id: recipeVersions.id })
    .from(recipeVersions)
    .where(eq(recipeVersions.id, versionId));
  if (!known) throw invalidField('recipeVersionId', 'This version of a recipe is not there.');
}
