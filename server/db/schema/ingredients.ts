import { sql } from 'drizzle-orm';
import { boolean, doublePrecision, index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type {
  AnaestheticFamily,
  ConcentrationUnit,
  IngredientClass,
  IngredientTier,
  RegulatoryStatus,
  Vehicle,
} from '#domain/ingredients/ingredient-enums.ts';
import { recordColumns } from './columns.ts';

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
