import { and, eq, max, sql } from 'drizzle-orm';
import type { RecipeVersionView } from '#domain/recipes/recipe-view.ts';
import type { RecipeVersionCreate } from '#domain/recipes/recipe.ts';
import { invalidField, Problem } from '#domain/shared/problem.ts';
import { transact } from '../audit/transact.ts';
import type { Database } from '../db/database.ts';
import { firstOrNotFound } from '../db/fetch.ts';
import { recipes, recipeVersions } from '../db/schema/recipes.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { notify } from '../notifications/notify.ts';
import { fetchVersion } from './recipe-view.ts';
import { writeLines } from './write-lines.ts';

/** The next number of a recipe's versions. The recipe is held, so that no two versions share one. */
async function nextNumber(
  db: Database,
  recipeId: string,
): Promise<{ number: number; name: string }> {
  const rows = await db.select().from(recipes).where(eq(recipes.id, recipeId)).for('update');
  const recipe = firstOrNotFound(rows, 'recipe');
  if (recipe.isArchived)
    throw new Problem('conflict', 'This recipe is archived. Restore it to write a new version.');
  const [last] = await db
    .select({ number: max(recipeVersions.number) })
    .from(recipeVersions)
    .where(eq(recipeVersions.recipeId, recipeId));
  return { number: (last?.number ?? 0) + 1, name: recipe.name };
}

/**
 * Adds a next version of a recipe; it becomes the current one.
 * @throws Problem `not_found`, `conflict` when the recipe is archived, `invalid` at
 * `basedOnVersionId` or `ingredients.<n>.ingredientId`
 */
export async function createVersion(
  ctx: Ctx,
  recipeId: string,
  input: RecipeVersionCreate,
): Promise<RecipeVersionView> {
  authorise(ctx, 'recipes.write');
  const { ingredients, ...fields } = input;
  return await transact(ctx, async (tx) => {
    const { number, name } = await nextNumber(tx.db, recipeId);
    const based = await tx.db
      .select({ id: recipeVersions.id })
      .from(recipeVersions)
      .where(
        and(eq(recipeVersions.id, input.basedOnVersionId), eq(recipeVersions.recipeId, recipeId)),
      );
    if (based.length === 0)
      throw invalidField('basedOnVersionId', 'This recipe has no such version.');
    const [id, now] = [ctx.deps.newId(), ctx.deps.now()];
    const stamps = { createdAt: now, updatedAt: now };
    await tx.db.insert(recipeVersions).values({
      ...fields,
      id,
      recipeId,
      number,
      createdBy: ctx.actor.staffId,
      writtenBy: [ctx.actor.staffId],
      ...stamps,
    });
    await writeLines(tx.db, id, ingredients);
    await tx.db
      .update(recipes)
      .set({ version: sql`${recipes.version} + 1`, updatedAt: now })
      .where(eq(recipes.id, recipeId));
    const made = await fetchVersion(tx.db, id);
    await tx.record({
      act: 'recipes.create-version',
      entity: 'recipe-version',
      entityId: id,
      after: made,
    });
    const notice = { kind: 'recipe_to_approve', subjectId: recipeId, about: name } as const;
    await notify(ctx, tx, { role: 'practitioner' }, notice);
    return made;
  });
}
