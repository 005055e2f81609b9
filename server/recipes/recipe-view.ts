import { asc, desc, eq, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import * as z from 'zod/mini';
import type { RecipeDetail, RecipeVersionView } from '#domain/recipes/recipe-view.ts';
import type { Recipe } from '#domain/recipes/recipe.ts';
import type { Database } from '../db/database.ts';
import { firstOrNotFound } from '../db/fetch.ts';
import { selectRows } from '../db/rows.ts';
import { recipes, recipeVersions } from '../db/schema/recipes.ts';
import { staff } from '../db/schema/staff.ts';
import { fetchResolvedLines } from './version-lines.ts';

const approvers = alias(staff, 'approvers');

type VersionRow = {
  version: typeof recipeVersions.$inferSelect;
  createdByName: string | null;
  approvedByName: string | null;
};

/** How many sessions, drafts included, name each of the versions that meet a condition on `recipe_versions`. */
async function countUses(db: Database, where: SQL): Promise<Map<string, number>> {
  const rows = await selectRows(
    db,
    z.object({ id: z.string(), sessions: z.number() }),
    sql`SELECT id, coalesce((
          SELECT sessions FROM recipe_version_uses WHERE recipe_version_id = recipe_versions.id
        ), 0)::int AS sessions FROM recipe_versions WHERE ${where}`,
  );
  return new Map(rows.map((row) => [row.id, row.sessions]));
}

/** Versions that meet a condition on `recipe_versions`, newest first. */
async function fetchVersions(db: Database, where: SQL): Promise<RecipeVersionView[]> {
  const rows: VersionRow[] = await db
    .select({
      version: recipeVersions,
      createdByName: staff.name,
      approvedByName: approvers.name,
    })
    .from(recipeVersions)
    .leftJoin(staff, eq(staff.id, recipeVersions.createdBy))
    .leftJoin(approvers, eq(approvers.id, recipeVersions.approvedBy))
    .where(where)
    .orderBy(desc(recipeVersions.number));
  const ids = rows.map(({ version }) => version.id);
  const lines = await fetchResolvedLines(db, ids);
  const uses = await countUses(db, where);
  return rows.map(({ version, createdByName, approvedByName }) => {
    const resolved = lines.get(version.id);
    if (!resolved) throw new Error('The lines of a recipe version were not answered.');
    return {
      id: version.id,
      version: version.version,
      recipeId: version.recipeId,
      number: version.number,
      basedOnVersionId: version.basedOnVersionId,
      changeNote: version.changeNote,
      status: version.status,
      approvedBy: version.approvedBy,
      approvedByName,
      approvedAt: version.approvedAt?.toISOString() ?? null,
      approvalReasons: version.approvalReasons,
      retiredBy: version.retiredBy,
      retiredAt: version.retiredAt?.toISOString() ?? null,
      usedInSessions: uses.get(version.id) ?? 0,
      lockedAt: version.usedAt?.toISOString() ?? null,
      createdBy: version.createdBy,
      writtenBy: [...new Set([version.createdBy, ...version.writtenBy])],
      createdByName,
      createdAt: version.createdAt.toISOString(),
      updatedAt: version.updatedAt.toISOString(),
      ...resolved,
    };
  });
}

/** A row of recipes with its newest version as the API answers it. */
const toRecipe = (
  row: typeof recipes.$inferSelect,
  current: { id: string; number: number },
): Recipe => ({
  id: row.id,
  version: row.version,
  name: row.name,
  intendedIndications: row.intendedIndications,
  intendedArea: row.intendedArea,
  notes: row.notes,
  currentVersionId: current.id,
  currentVersionNumber: current.number,
  isArchived: row.isArchived,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

/**
 * A recipe without its versions' contents.
 * @throws Problem `not_found`
 */
export async function fetchRecipe(db: Database, id: string): Promise<Recipe> {
  const rows = await db
    .select({ recipe: recipes, current: { id: recipeVersions.id, number: recipeVersions.number } })
    .from(recipes)
    .innerJoin(recipeVersions, eq(recipeVersions.recipeId, recipes.id))
    .where(eq(recipes.id, id))
    .orderBy(desc(recipeVersions.number), asc(recipeVersions.id))
    .limit(1);
  const { recipe, current } = firstOrNotFound(rows, 'recipe');
  return toRecipe(recipe, current);
}

/**
 * A recipe with all its versions, newest first.
 * @throws Problem `not_found`
 */
export async function fetchRecipeDetail(db: Database, id: string): Promise<RecipeDetail> {
  const recipe = await fetchRecipe(db, id);
  return { ...recipe, versions: await fetchVersions(db, sql`recipe_versions.recipe_id = ${id}`) };
}

/**
 * One version with its lines, totals and findings.
 * @throws Problem `not_found`
 */
export async function fetchVersion(db: Database, id: string): Promise<RecipeVersionView> {
  const versions = await fetchVersions(db, sql`recipe_versions.id = ${id}`);
  return firstOrNotFound(versions, 'recipe version');
}
