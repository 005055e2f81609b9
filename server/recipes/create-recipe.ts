import type { RecipeDetail } from '#domain/recipes/recipe-view.ts';
import type { RecipeCreate } from '#domain/recipes/recipe.ts';
import { transact } from '../audit/transact.ts';
import { recipes, recipeVersions } from '../db/schema/recipes.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { notify } from '../notifications/notify.ts';
import { nameTaken } from './name-taken.ts';
import { fetchRecipeDetail } from './recipe-view.ts';
import { writeLines } from './write-lines.ts';

/**
 * Adds a recipe with its first version.
 * @throws Problem `duplicate` at `name`, `invalid` at `ingredients.<n>.ingredientId`
 */
export async function createRecipe(ctx: Ctx, input: RecipeCreate): Promise<RecipeDetail> {
  authorise(ctx, 'recipes.write');
  const { ingredients, ...fields } = input;
  return await transact(ctx, async (tx) => {
    const stamps = { createdAt: ctx.deps.now(), updatedAt: ctx.deps.now() };
    const [id, versionId] = [ctx.deps.newId(), ctx.deps.newId()];
    const inserted = await tx.db
      .insert(recipes)
      .values({ ...fields, id, ...stamps })
      .onConflictDoNothing()
      .returning({ id: recipes.id });
    if (inserted.length === 0) throw nameTaken();
    await tx.db.insert(recipeVersions).values({
      id: versionId,
      recipeId: id,
      number: 1,
      createdBy: ctx.actor.staffId,
      writtenBy: [ctx.actor.staffId],
      ...stamps,
    });
    await writeLines(tx.db, versionId, ingredients);
    const made = await fetchRecipeDetail(tx.db, id);
    await tx.record({ act: 'recipes.create', entity: 'recipe', entityId: id, after: made });
    const notice = { kind: 'recipe_to_approve', subjectId: id, about: made.name } as const;
    await notify(ctx, tx, { role: 'practitioner' }, notice);
    return made;
  });
}
