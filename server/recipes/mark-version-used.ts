import { and, eq, isNull, sql } from 'drizzle-orm';
import { invalidField } from '#domain/shared/problem.ts';
import type { Tx } from '../audit/transact.ts';
import { recipeVersions } from '../db/schema/recipes.ts';
import type { Ctx } from '../http/context.ts';

/**
 * Takes a version into use, because a session names it from now on. Call it in the transaction that
 * writes the session, when it names another version than before. It never comes undone.
 * @throws Problem `invalid` at `recipeVersionId` when there is no such version, or it is not approved
 */
export async function markVersionUsed(ctx: Ctx, tx: Tx, versionId: string): Promise<void> {
  const [known] = await tx.db
    .select({ number: recipeVersions.number, status: recipeVersions.status })
    .from(recipeVersions)
    .where(eq(recipeVersions.id, versionId))
    .for('share');
  if (!known) throw invalidField('recipeVersionId', 'This version of a recipe is not there.');
  if (known.status !== 'approved')
    throw invalidField(
      'recipeVersionId',
      known.status === 'draft'
        ? `Version ${known.number} is not approved yet. A second practitioner approves it on the recipe’s page.`
        : `Version ${known.number} is retired. Choose another one.`,
    );
  const now = ctx.deps.now();
  const [marked] = await tx.db
    .update(recipeVersions)
    .set({ usedAt: now, updatedAt: now, version: sql`${recipeVersions.version} + 1` })
    .where(and(eq(recipeVersions.id, versionId), isNull(recipeVersions.usedAt)))
    .returning({ id: recipeVersions.id });
  if (!marked) return;
  await tx.record({
    act: 'recipes.lock-version',
    entity: 'recipe-version',
    entityId: versionId,
    before: { lockedAt: null },
    after: { lockedAt: now.toISOString() },
  });
}
