import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { RecipeQuery } from '#domain/recipes/recipe-query.ts';
import { type RecipeListItem, recipeListItem } from '#domain/recipes/recipe-view.ts';
import type { Page } from '#domain/shared/page.ts';
import {
  afterCursor,
  type CursorStart,
  decodeCursor,
  orderOf,
  pageFrom,
  type SortKey,
} from '../db/keyset.ts';
import { nameHolds } from '../db/name-search.ts';
import { selectRows } from '../db/rows.ts';
import { recipes } from '../db/schema/recipes.ts';
import { authorise, type Ctx } from '../http/context.ts';

const ICU = sql`COLLATE "und-x-icu"`;

// The engines read a timestamp differently, so it comes as the API's own text.
const inUtc = (moment: SQL): SQL =>
  sql`to_char(${moment} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

function orderFor(sort: RecipeQuery['sort']) {
  const direction = sort.startsWith('-') ? 'desc' : 'asc';
  const isByName = sort.endsWith('name');
  const first = isByName ? sql`recipes.name ${ICU}` : sql`recipes.updated_at`;
  const keys: SortKey[] = [
    { expression: first, direction },
    { expression: sql`recipes.id`, direction },
  ];
  const start: CursorStart = isByName ? 'text' : 'instant';
  return {
    keys,
    start,
    bounds: ([value, id]: (string | null)[]): SQL[] => [
      isByName ? sql`${value} ${ICU}` : sql`${value}::timestamptz`,
      sql`${id}::uuid`,
    ],
    valuesOf: (item: RecipeListItem) => [isByName ? item.name : item.updatedAt, item.id],
  };
}

function filterOf(query: RecipeQuery): SQL | undefined {
  return and(
    query.archived === 'all' ? undefined : eq(recipes.isArchived, query.archived === 'yes'),
    query.intendedFor === undefined
      ? undefined
      : sql`${query.intendedFor} = ANY (recipes.intended_indications)`,
    query.approval === undefined
      ? undefined
      : query.approval === 'approved'
        ? sql`EXISTS (SELECT FROM recipe_versions AS one
            WHERE one.recipe_id = recipes.id AND one.status = 'approved')`
        : sql`(SELECT one.status FROM recipe_versions AS one WHERE one.recipe_id = recipes.id
            ORDER BY one.number DESC LIMIT 1) = 'draft'`,
    query.q === undefined ? undefined : nameHolds(sql`recipes.name`, query.q),
  );
}

const SELECTED = sql`
  SELECT recipes.id, recipes.version, recipes.name,
    recipes.intended_indications AS "intendedIndications",
    recipes.intended_area AS "intendedArea", recipes.notes,
    recipes.is_archived AS "isArchived",
    ${inUtc(sql`recipes.created_at`)} AS "createdAt",
    ${inUtc(sql`recipes.updated_at`)} AS "updatedAt",
    newest.id AS "currentVersionId", newest.number AS "currentVersionNumber",
    newest.used_at IS NOT NULL OR newest.status <> 'draft' AS "isCurrentLocked",
    newest.status AS "currentStatus",
    approved.id AS "approvedVersionId", approved.number AS "approvedVersionNumber",
    held.count::int AS "ingredientCount", held.volume::float8 AS "volumeMl",
    coalesce(uses.sessions, 0)::int AS "usedInSessions"
  FROM recipes
  CROSS JOIN LATERAL (
    SELECT id, number, used_at, status FROM recipe_versions
    WHERE recipe_id = recipes.id ORDER BY number DESC LIMIT 1) AS newest
  LEFT JOIN LATERAL (
    SELECT id, number FROM recipe_versions
    WHERE recipe_id = recipes.id AND status = 'approved'
    ORDER BY number DESC LIMIT 1) AS approved ON true
  CROSS JOIN LATERAL (
    -- Summed as decimals, so that 0.1 + 0.2 is 0.3.
    SELECT count(*) AS count, coalesce(sum(volume_ml::numeric), 0) AS volume
    FROM recipe_version_ingredients WHERE version_id = newest.id) AS held
  CROSS JOIN LATERAL (
    -- One version at a time, so that the index of sessions answers and not a count of them all.
    SELECT sum((SELECT sessions FROM recipe_version_uses WHERE recipe_version_id = one.id)) AS sessions
    FROM recipe_versions AS one WHERE one.recipe_id = recipes.id) AS uses`;

/**
 * The clinic's recipes, each with its newest version's contents in brief, a page at a time.
 * @throws Problem `invalid` at `cursor`
 */
export async function listRecipes(ctx: Ctx, query: RecipeQuery): Promise<Page<RecipeListItem>> {
  authorise(ctx, 'recipes.read');
  const { db } = ctx.deps;
  const filter = filterOf(query);
  const { keys, start, bounds, valuesOf } = orderFor(query.sort);
  const after =
    query.cursor === undefined
      ? undefined
      : afterCursor(keys, bounds(decodeCursor(query.cursor, keys.length, start)));
  const rows = await selectRows(
    db,
    recipeListItem,
    sql`${SELECTED} WHERE ${and(filter, after) ?? sql`true`}
        ORDER BY ${orderOf(keys)} LIMIT ${query.limit + 1}`,
  );
  const page = pageFrom(rows, query.limit, valuesOf);
  return query.total === 'yes' ? { ...page, total: await db.$count(recipes, filter) } : page;
}
