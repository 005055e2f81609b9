import { eq, inArray } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { recipes, recipeVersions } from '../db/schema/recipes.ts';

/** What a recipe version is called, wherever only its name is shown. */
export type VersionName = { id: string; recipeId: string; recipeName: string; number: number };

/** The names of the recipe versions with these ids. */
export async function versionNames(db: Database, ids: readonly string[]): Promise<VersionName[]> {
  if (ids.length === 0) return [];
  return await db
    .select({
      id: recipeVersions.id,
      recipeId: recipeVersions.recipeId,
      recipeName: recipes.name,
      number: recipeVersions.number,
    })
    .from(recipeVersions)
    .innerJoin(recipes, eq(recipes.id, recipeVersions.recipeId))
    .where(inArray(recipeVersions.id, [...ids]));
}
