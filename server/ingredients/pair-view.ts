import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { IngredientPair, KnownPair } from '#domain/ingredients/pair.ts';
import type { Database } from '../db/database.ts';
import { firstOrNotFound } from '../db/fetch.ts';
import { ingredientPairs, ingredients } from '../db/schema/ingredients.ts';
import { staff } from '../db/schema/staff.ts';

const second = alias(ingredients, 'second');

/** Pairs that meet a condition, with the names of the two, in an order, at most `limit`. */
export async function selectPairs(
  db: Database,
  where: SQL | undefined,
  order: SQL = sql`ingredient_pairs.id`,
  limit = 1,
): Promise<IngredientPair[]> {
  const rows = await db
    .select({
      pair: ingredientPairs,
      firstName: ingredients.name,
      secondName: second.name,
      recordedByName: staff.name,
    })
    .from(ingredientPairs)
    .innerJoin(ingredients, eq(ingredients.id, ingredientPairs.firstId))
    .innerJoin(second, eq(second.id, ingredientPairs.secondId))
    .innerJoin(staff, eq(staff.id, ingredientPairs.recordedBy))
    .where(where)
    .orderBy(order)
    .limit(limit);
  return rows.map(({ pair, ...names }) => ({
    id: pair.id,
    version: pair.version,
    firstId: pair.firstId,
    secondId: pair.secondId,
    verdict: pair.verdict,
    source: pair.source,
    note: pair.note,
    ...names,
    createdAt: pair.createdAt.toISOString(),
    updatedAt: pair.updatedAt.toISOString(),
  }));
}

/**
 * One pair.
 * @throws Problem `not_found`
 */
export async function fetchPair(db: Database, id: string): Promise<IngredientPair> {
  return firstOrNotFound(await selectPairs(db, eq(ingredientPairs.id, id)), 'pair');
}

/** What the pair table holds of these ingredients among each other. */
export async function fetchPairsAmong(
  db: Database,
  ingredientIds: readonly string[],
): Promise<KnownPair[]> {
  const ids = [...new Set(ingredientIds)];
  if (ids.length < 2) return [];
  return await db
    .select({
      firstId: ingredientPairs.firstId,
      secondId: ingredientPairs.secondId,
      verdict: ingredientPairs.verdict,
      source: ingredientPairs.source,
    })
    .from(ingredientPairs)
    .where(and(inArray(ingredientPairs.firstId, ids), inArray(ingredientPairs.secondId, ids)));
}
