import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { IngredientQuery } from '#domain/ingredients/ingredient-query.ts';
import type { Ingredient } from '#domain/ingredients/ingredient.ts';
import type { Page } from '#domain/shared/page.ts';
import { afterCursor, decodeCursor, orderOf, pageFrom, type SortKey } from '../db/keyset.ts';
import { nameHolds } from '../db/name-search.ts';
import { ingredients } from '../db/schema/ingredients.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { toIngredient } from './ingredient-view.ts';

const ICU = sql`COLLATE "und-x-icu"`;

function keysFor(sort: IngredientQuery['sort']): SortKey[] {
  const direction = sort === 'name' ? 'asc' : 'desc';
  return [
    { expression: sql`name ${ICU}`, direction },
    { expression: sql`id`, direction },
  ];
}

function filterOf(query: IngredientQuery): SQL | undefined {
  return and(
    query.archived === 'all' ? undefined : eq(ingredients.isArchived, query.archived === 'yes'),
    query.class === undefined ? undefined : eq(ingredients.class, query.class),
    query.tier === undefined ? undefined : eq(ingredients.tier, query.tier),
    query.regulatoryStatus === undefined
      ? undefined
      : eq(ingredients.regulatoryStatus, query.regulatoryStatus),
    query.q === undefined ? undefined : nameHolds(sql`name`, query.q),
  );
}

/**
 * The catalogue, by name, a page at a time.
 * @throws Problem `invalid` at `cursor`
 */
export async function listIngredients(ctx: Ctx, query: IngredientQuery): Promise<Page<Ingredient>> {
  authorise(ctx, 'ingredients.read');
  const { db } = ctx.deps;
  const keys = keysFor(query.sort);
  const filter = filterOf(query);
  let after: SQL | undefined;
  if (query.cursor !== undefined) {
    const [name, id] = decodeCursor(query.cursor, keys.length);
    after = afterCursor(keys, [sql`${name} ${ICU}`, sql`${id}::uuid`]);
  }
  const rows = await db
    .select()
    .from(ingredients)
    .where(and(filter, after))
    .orderBy(orderOf(keys))
    .limit(query.limit + 1);
  const page = pageFrom(rows.map(toIngredient), query.limit, ({ name, id }) => [name, id]);
  return query.total === 'yes' ? { ...page, total: await db.$count(ingredients, filter) } : page;
}
