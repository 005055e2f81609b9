import { and, eq, or, sql } from 'drizzle-orm';
import type { IngredientPair, PairQuery } from '#domain/ingredients/pair.ts';
import type { Page } from '#domain/shared/page.ts';
import { afterCursor, decodeCursor, orderOf, pageFrom, type SortKey } from '../db/keyset.ts';
import { ingredientPairs } from '../db/schema/ingredients.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { selectPairs } from './pair-view.ts';

const KEYS: SortKey[] = [
  { expression: sql`ingredient_pairs.updated_at`, direction: 'desc' },
  { expression: sql`ingredient_pairs.id`, direction: 'desc' },
];

/**
 * The clinic's pair table, the newest change first, a page at a time.
 * @throws Problem `invalid` at `cursor`
 */
export async function listPairs(ctx: Ctx, query: PairQuery): Promise<Page<IngredientPair>> {
  authorise(ctx, 'ingredients.read');
  const { verdict, ingredientId } = query;
  const [at, id] =
    query.cursor === undefined ? [] : decodeCursor(query.cursor, KEYS.length, 'instant');
  const found = await selectPairs(
    ctx.deps.db,
    and(
      verdict === undefined ? undefined : eq(ingredientPairs.verdict, verdict),
      ingredientId === undefined
        ? undefined
        : or(eq(ingredientPairs.firstId, ingredientId), eq(ingredientPairs.secondId, ingredientId)),
      at === undefined ? undefined : afterCursor(KEYS, [sql`${at}::timestamptz`, sql`${id}::uuid`]),
    ),
    orderOf(KEYS),
    query.limit + 1,
  );
  return pageFrom(found, query.limit, (pair) => [pair.updatedAt, pair.id]);
}
