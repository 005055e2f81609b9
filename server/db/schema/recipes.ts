import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  boolean,
  check,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Indication } from '#domain/courses/indication.ts';
import type { ConcentrationUnit } from '#domain/ingredients/ingredient-enums.ts';
import type { RecipeVersion, VersionStatus } from '#domain/recipes/recipe.ts';
import { moment, recordColumns } from './columns.ts';
import { ingredients } from './ingredients.ts';
import { staff } from './staff.ts';

/** A recipe's identity; what is in it stands in its versions. */
export const recipes = pgTable(
  'recipes',
  {
    ...recordColumns,
    name: text('name').notNull(),
    intendedIndications: text('intended_indications').array().$type<Indication[]>().notNull(),
    intendedArea: text('intended_area'),
    notes: text('notes').notNull(),
    isArchived: boolean('is_archived').notNull().default(false),
  },
  (table) => [
    uniqueIndex('recipes_live_name')
      .on(sql`fold_text(name)`)
      .where(sql`NOT is_archived`),
    index('recipes_name').on(sql`name COLLATE "und-x-icu"`, table.id),
    index('recipes_updated').on(table.updatedAt, table.id),
    index('recipes_search').using('gin', sql`fold_text(name) gin_trgm_ops`),
  ],
);

/**
 * One version of a recipe. Once approved or used a trigger keeps it and its lines as they are; it
 * may still be retired, or approved where a session had named it before.
 */
export const recipeVersions = pgTable(
  'recipe_versions',
  {
    ...recordColumns,
    recipeId: uuid('recipe_id')
      .notNull()
      .references(() => recipes.id),
    number: integer('number').notNull(),
    basedOnVersionId: uuid('based_on_version_id').references((): AnyPgColumn => recipeVersions.id),
    changeNote: text('change_note'),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => staff.id),
    /** Those who changed it after its author wrote it. */
    writtenBy: uuid('written_by').array().notNull().default([]),
    status: text('status').$type<VersionStatus>().notNull().default('draft'),
    approvedBy: uuid('approved_by').references(() => staff.id),
    approvedAt: moment('approved_at'),
    approvalReasons: jsonb('approval_reasons')
      .$type<RecipeVersion['approvalReasons']>()
      .notNull()
      .default([]),
    retiredBy: uuid('retired_by').references(() => staff.id),
    retiredAt: moment('retired_at'),
    /** When the first session, draft or signed, named this version. */
    usedAt: moment('used_at'),
  },
  (table) => [
    uniqueIndex('recipe_versions_number').on(table.recipeId, table.number),
    check('recipe_versions_counted', sql`number >= 1`),
    check(
      'recipe_versions_approved_whole',
      sql`(status = 'draft') = (approved_by IS NULL AND approved_at IS NULL)
        AND (approved_by IS NULL) = (approved_at IS NULL)
        AND (status = 'retired') = (retired_by IS NOT NULL AND retired_at IS NOT NULL)`,
    ),
    check(
      'recipe_versions_second_person',
      sql`approved_by <> created_by AND NOT approved_by = ANY (written_by)`,
    ),
  ],
);

/** The lines of a version, by their place in it. Volume in ml. */
export const recipeVersionIngredients = pgTable(
  'recipe_version_ingredients',
  {
    versionId: uuid('version_id')
      .notNull()
      .references(() => recipeVersions.id),
    order: integer('order').notNull(),
    ingredientId: uuid('ingredient_id')
      .notNull()
      .references(() => ingredients.id),
    concentrationValue: doublePrecision('concentration_value'),
    concentrationUnit: text('concentration_unit').$type<ConcentrationUnit>().notNull(),
    volumeMl: doublePrecision('volume_ml').notNull(),
    statedPurpose: text('stated_purpose'),
  },
  (table) => [
    primaryKey({ columns: [table.versionId, table.order] }),
    index('recipe_version_ingredients_ingredient').on(table.ingredientId),
    check('recipe_version_ingredients_volume', sql`volume_ml > 0`),
  ],
);
