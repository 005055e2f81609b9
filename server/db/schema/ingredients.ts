import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  doublePrecision,
  index,
  pgTable,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type {
  AnaestheticFamily,
  ConcentrationUnit,
  IngredientClass,
  IngredientTier,
  RegulatoryStatus,
  Vehicle,
} from '#domain/ingredients/ingredient-enums.ts';
import type { PairVerdict } from '#domain/ingredients/pair.ts';
import { recordColumns } from './columns.ts';
import { staff } from './staff.ts';

/** The clinic's catalogue of what goes into recipes. */
export const ingredients = pgTable(
  'ingredients',
  {
    ...recordColumns,
    /** The key of the starter catalogue's entry it was taken over from. */
    catalogueKey: text('catalogue_key'),
    name: text('name').notNull(),
    class: text('class').$type<IngredientClass>().notNull(),
    tier: text('tier').$type<IngredientTier>().notNull(),
    vehicle: text('vehicle').$type<Vehicle>().notNull(),
    regulatoryStatus: text('regulatory_status').$type<RegulatoryStatus>().notNull(),
    concentrationValue: doublePrecision('concentration_value'),
    concentrationUnit: text('concentration_unit').$type<ConcentrationUnit>(),
    statedPurpose: text('stated_purpose'),
    anaestheticFamily: text('anaesthetic_family').$type<AnaestheticFamily>().notNull(),
    anaestheticMaxMgPerKg: doublePrecision('anaesthetic_max_mg_per_kg'),
    anaestheticMaxMg: doublePrecision('anaesthetic_max_mg'),
    isFiveAri: boolean('is_five_ari').notNull(),
    isAutologous: boolean('is_autologous').notNull(),
    isSuspended: boolean('is_suspended').notNull(),
    isSingleDose: boolean('is_single_dose').notNull().default(false),
    openDaysMax: smallint('open_days_max'),
    cautions: text('cautions').notNull(),
    source: text('source'),
    isArchived: boolean('is_archived').notNull().default(false),
  },
  (table) => [
    uniqueIndex('ingredients_catalogue_key').on(table.catalogueKey),
    uniqueIndex('ingredients_live_name')
      .on(sql`fold_text(name)`)
      .where(sql`NOT is_archived`),
    index('ingredients_name').on(sql`name COLLATE "und-x-icu"`, table.id),
    index('ingredients_search').using('gin', sql`fold_text(name) gin_trgm_ops`),
  ],
);

/** What the clinic knows of mixing two ingredients; the two are kept in the order of their ids. */
export const ingredientPairs = pgTable(
  'ingredient_pairs',
  {
    ...recordColumns,
    firstId: uuid('first_id')
      .notNull()
      .references(() => ingredients.id),
    secondId: uuid('second_id')
      .notNull()
      .references(() => ingredients.id),
    verdict: text('verdict').$type<PairVerdict>().notNull(),
    source: text('source').notNull(),
    note: text('note'),
    recordedBy: uuid('recorded_by')
      .notNull()
      .references(() => staff.id),
  },
  (table) => [
    uniqueIndex('ingredient_pairs_two').on(table.firstId, table.secondId),
    index('ingredient_pairs_second').on(table.secondId),
    index('ingredient_pairs_updated').on(table.updatedAt, table.id),
    check('ingredient_pairs_ordered', sql`first_id < second_id`),
  ],
);
