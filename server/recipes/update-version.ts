import { and, eq, isNull, sql } from 'drizzle-orm';
import { isLocked } from '#domain/recipes/recipe-rules.ts';
import type { RecipeVersionView } from '#domain/recipes/recipe-view.ts';
import type { RecipeVersionUpdate } from '#domain/recipes/recipe.ts';
import { Problem } from '#domain/shared/problem.ts';
import { transact } from '../audit/transact.ts';
import { recipeVersions } from '../db/schema/recipes.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { fetchVersion } from './recipe-view.ts';
import { writeLines } from './write-lines.ts';

function refuseLocked(version: RecipeVersionView): void {
  if (isLocked(version))
    throw new Problem(
      'conflict',
      `Version ${version.number} is ${
        version.status === 'draft' ? 'in use by a session' : version.status
      }, so it stays as it is. Make a new version instead.`,
      { current: version },
    );
}

/**
 * Changes a draft version in place.
 * @throws Problem `not_found`, `stale`, `conflict` once it is approved or a session names it, `invalid` at
 * `ingredients.<n>.ingredientId`
 */
export async function updateVersion(
  ctx: Ctx,
  id: string,
  version: number,
  input: RecipeVersionUpdate,
): Promise<RecipeVersionView> {
  authorise(ctx, 'recipes.write');
  const { ingredients, ...fields } = input;
  return await transact(ctx, async (tx) => {
    const before = await fetchVersion(tx.db, id);
    refuseLocked(before);
    const changed = await tx.db
      .update(recipeVersions)
      .set({
        ...fields,
        // Whoever wrote in it is no second person for it.
        writtenBy: [...new Set([...before.writtenBy, ctx.actor.staffId])],
        version: sql`${recipeVersions.version} + 1`,
        updatedAt: ctx.deps.now(),
      })
      .where(
        and(
          eq(recipeVersions.id, id),
          eq(recipeVersions.version, version),
          isNull(recipeVersions.usedAt),
          eq(recipeVersions.status, 'draft'),
        ),
      )
      .returning({ id: recipeVersions.id });
    if (changed.length === 0) {
      const current = await fetchVersion(tx.db, id);
      refuseLocked(current);
      throw new Problem('stale', undefined, { current });
    }
    if (ingredients) await writeLines(tx.db, id, ingredients);
    const after = await fetchVersion(tx.db, id);
    await tx.record({
      act: 'recipes.update-version',
      entity: 'recipe-version',
      entityId: id,
      before,
      after,
    });
    return after;
  });
}
