import { and, eq, sql } from 'drizzle-orm';
import type { RecipeVersionView } from '#domain/recipes/recipe-view.ts';
import { Problem } from '#domain/shared/problem.ts';
import { transact } from '../audit/transact.ts';
import { refuseStale, updatedOrStale } from '../db/fetch.ts';
import { recipeVersions } from '../db/schema/recipes.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { fetchVersion } from './recipe-view.ts';

/**
 * Takes an approved version out of use for good: new sessions cannot take it, drafts and signed
 * ones keep it.
 * @throws Problem `not_found`, `stale`, `conflict` when it is not approved
 */
export async function retireVersion(
  ctx: Ctx,
  id: string,
  version: number,
): Promise<RecipeVersionView> {
  authorise(ctx, 'recipes.write');
  return await transact(ctx, async (tx) => {
    const before = await fetchVersion(tx.db, id);
    if (before.status !== 'approved')
      throw new Problem(
        'conflict',
        before.status === 'retired'
          ? `Version ${before.number} is retired already.`
          : `Version ${before.number} is a draft: nobody uses it yet.`,
      );
    refuseStale(before, version);
    const now = ctx.deps.now();
    await updatedOrStale(
      await tx.db
        .update(recipeVersions)
        .set({
          status: 'retired',
          retiredBy: ctx.actor.staffId,
          retiredAt: now,
          version: sql`${recipeVersions.version} + 1`,
          updatedAt: now,
        })
        .where(and(eq(recipeVersions.id, id), eq(recipeVersions.version, version)))
        .returning({ id: recipeVersions.id }),
      () => fetchVersion(tx.db, id),
    );
    const after = await fetchVersion(tx.db, id);
    const what = { entity: 'recipe-version', entityId: id };
    await tx.record({ act: 'recipes.retire-version', ...what, before, after });
    return after;
  });
}
