import * as z from 'zod/mini';
import { pageQuery } from '#domain/shared/page.ts';
import { INGREDIENT_CLASSES, INGREDIENT_TIERS, REGULATORY_STATUSES } from './ingredient-enums.ts';

/** How the catalogue can be ordered; a minus turns it round. */
export const INGREDIENT_SORTS = ['name', '-name'] as const;

/** What the catalogue is narrowed by; the screen's URL holds the same names. */
export const ingredientFilters = {
  /** Words of the name in any order, without accents. */
  q: z.optional(z.string().check(z.maxLength(200, 'Use at most 200 characters.'))),
  sort: z._default(z.enum(INGREDIENT_SORTS), 'name'),
  class: z.optional(z.enum(INGREDIENT_CLASSES)),
  tier: z.optional(z.enum(INGREDIENT_TIERS)),
  regulatoryStatus: z.optional(z.enum(REGULATORY_STATUSES)),
  archived: z._default(z.enum(['no', 'yes', 'all']), 'no'),
};

/** The query of the catalogue. */
export const ingredientQuery = z.strictObject({
  ...pageQuery,
  ...ingredientFilters,
  /** `yes` also counts all that match. */
  total: z._default(z.enum(['yes', 'no']), 'no'),
});

/** The query of the catalogue, as a type. */
export type IngredientQuery = z.output<typeof ingredientQuery>;
