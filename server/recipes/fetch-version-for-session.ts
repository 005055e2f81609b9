import { eq } from 'drizzle-orm';
import type { RecipeVersion, VersionStatus } from '#domain/recipes/recipe.ts';
import type { Database } from '../db/database.ts';
import { firstOrNotFound } from '../db/fetch.ts';
import { recipes, recipeVersions } from '../db/schema/recipes.ts';
import { fetchResolvedLines, type ResolvedLines } from './version-lines.ts';

/** What a session needs of the recipe version it names. */
export type VersionForSession = ResolvedLines & {
  id: string;
  recipeId: string;
  recipeName: string;
  number: number;
  status: VersionStatus;
  approvalReasons: RecipeVersion['approvalReasons'];
  /** The recipe is out of use: an old session keeps it, a new one should not take it. */
  isRecipeArchived: boolean;
  /** When the first session named it. */
  lockedAt: string | null;
};

/**
 * A recipe version with its lines in order, totals and findings. The findings are those without a
 * patient; a session's own are `sessionChecks`.
 * @throws Problem `not_found`
 */
export async function fetchVersionForSession(
  db: Database,
  versionId: string,
): Promise<VersionForSession> {
  const rows = await db
    .select({ version: recipeVersions, name: recipes.name, isArchived: recipes.isArchived })
    .from(recipeVersions)
    .innerJoin(recipes, eq(recipes.id, recipeVersions.recipeId))
    .where(eq(recipeVersions.id, versionId));
  const { version, name, isArchived } = firstOrNotFound(rows, 'recipe version');
  const lines = (await fetchResolvedLines(db, [versionId])).get(versionId);
  if (!lines) throw new Error('The lines of a recipe version were not answered.');
  return {
    ...lines,
    id: version.id,
    recipeId: version.recipeId,
    recipeName: name,
    number: version.number,
    status: version.status,
    approvalReasons: version.approvalReasons,
    isRecipeArchived: isArchived,
    lockedAt: version.usedAt?.toISOString() ?? null,
  };
}
