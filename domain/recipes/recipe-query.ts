import * as z from 'zod/mini';
import { INDICATIONS } from '#domain/courses/indication.ts';
import { pageQuery } from '#domain/shared/page.ts';

/** How the list of recipes can be ordered; a minus turns it round. */
export const RECIPE_SORTS = ['name', '-name', 'updatedAt', '-updatedAt'] as const;

/** What the list of recipes is narrowed by; the screen's URL holds the same names. */
export const recipeFilters = {
  /** Words of the name in any order, without accents. */
  q: z.optional(z.string().check(z.maxLength(200, 'Use at most 200 characters.'))),
  sort: z._default(z.enum(RECIPE_SORTS), 'name'),
  intendedFor: z.optional(z.enum(INDICATIONS)),
  archived: z._default(z.enum(['no', 'yes', 'all']), 'no'),
  /** `approved` keeps those with an approved version, `waiting` those whose newest is a draft. */
  approval: z.optional(z.enum(['approved', 'waiting'])),
};

/** The query of the list of recipes. */
export const recipeQuery = z.strictObject({
  ...pageQuery,
  ...recipeFilters,
  /** `yes` also counts all that match. */
  total: z._default(z.enum(['yes', 'no']), 'no'),
});

/** The query of the list of recipes, as a type. */
export type RecipeQuery = z.output<typeof recipeQuery>;
