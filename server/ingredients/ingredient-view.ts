import { asc, eq, inArray } from 'drizzle-orm';
import type { Ingredient } from '#domain/ingredients/ingredient.ts';
import type { Database } from '../db/database.ts';
import { firstOrNotFound } from '../db/fetch.ts';
import { ingredients } from '../db/schema/ingredients.ts';

/** A row of ingredients as the API answers it. */
export const toIngredient = (row: typeof ingredients.$inferSelect): Ingredient => ({
  id: row.id,
  version: row.version,
  name: row.name,
  class: row.class,
  tier: row.tier,
  vehicle: row.vehicle,
  regulatoryStatus: row.regulatoryStatus,
  concentrationValue: row.concentrationValue,
  concentrationUnit: row.concentrationUnit,
  statedPurpose: row.statedPurpose,
  anaestheticFamily: row.anaestheticFamily,
  anaestheticMaxMgPerKg: row.anaestheticMaxMgPerKg,
  anaestheticMaxMg: row.anaestheticMaxMg,
  isFiveAri: row.isFiveAri,
  isAutologous: row.isAutologous,
  isSuspended: row.isSuspended,
  isSingleDose: row.isSingleDose,
  openDaysMax: row.openDaysMax,
  cautions: row.cautions,
  source: row.source,
  isArchived: row.isArchived,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

/**
 * One ingredient.
 * @throws Problem `not_found`
 */
export async function fetchIngredient(db: Database, id: string): Promise<Ingredient> {
  const rows = await db.select().from(ingredients).where(eq(ingredients.id, id));
  return toIngredient(firstOrNotFound(rows, 'ingredient'));
}

/** The ingredients with these ids, archived ones included, by id. */
export async function fetchIngredients(
  db: Database,
  ids: readonly string[],
): Promise<Map<string, Ingredient>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select()
    .from(ingredients)
    .where(inArray(ingredients.id, [...new Set(ids)]));
  return new Map(rows.map((row) => [row.id, toIngredient(row)]));
}

/** As fetchIngredients, and none of them can be changed or archived until the transaction ends. */
export async function holdIngredients(
  db: Database,
  ids: readonly string[],
): Promise<Map<string, Ingredient>> {
  const rows = await db
    .select()
    .from(ingredients)
    .where(inArray(ingredients.id, [...new Set(ids)]))
    .orderBy(asc(ingredients.id))
    .for('share');
  return new Map(rows.map((row) => [row.id, toIngredient(row)]));
}
