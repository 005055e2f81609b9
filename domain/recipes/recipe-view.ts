import * as z from 'zod/mini';
import { FINDING_LEVELS } from '#domain/ingredients/finding.ts';
import { ingredient } from '#domain/ingredients/ingredient.ts';
import { admin } from '#domain/shared/field-tags.ts';
import { id } from '#domain/shared/ids.ts';
import { recipe, recipeIngredient, recipeVersion, VERSION_STATUSES } from './recipe.ts';

const finding = z.strictObject({
  code: admin(z.string()),
  level: admin(z.enum(FINDING_LEVELS)),
  message: admin(z.string()),
  source: admin(z.string()),
  ingredientId: admin(z.optional(id)),
  otherIngredientId: admin(z.optional(id)),
  subject: admin(z.optional(z.string())),
});

/** What the catalogue says now of an ingredient in a recipe: enough for every rule of a recipe. */
export const partIngredient = z.pick(ingredient, {
  id: true,
  name: true,
  class: true,
  tier: true,
  vehicle: true,
  regulatoryStatus: true,
  anaestheticFamily: true,
  anaestheticMaxMgPerKg: true,
  anaestheticMaxMg: true,
  isFiveAri: true,
  isAutologous: true,
  isSuspended: true,
  isSingleDose: true,
  openDaysMax: true,
  isArchived: true,
  cautions: true,
});

/** What the catalogue says now of an ingredient in a recipe, as a type. */
export type PartIngredient = z.infer<typeof partIngredient>;

/** One line of a recipe version: the amounts as recorded, the ingredient as the catalogue has it. */
export const recipeLine = z.strictObject({
  ...recipeIngredient.shape,
  ingredient: admin(partIngredient),
  /** In mg; null where the unit of the strength does not tell. */
  amountMg: admin(z.nullable(z.number())),
});

/** One line of a recipe version, as a type. */
export type RecipeLine = z.infer<typeof recipeLine>;

/** A version with its lines resolved, its totals and what the checks notice without a patient. */
export const recipeVersionView = z.strictObject({
  ...recipeVersion.shape,
  createdByName: admin(z.nullable(z.string())),
  approvedByName: admin(z.nullable(z.string())),
  ingredients: admin(z.array(recipeLine)),
  totals: admin(
    z.strictObject({
      volumeMl: admin(z.number()),
      anaestheticMg: admin(z.number()),
      isAnaestheticIncomplete: admin(z.boolean()),
      principalCount: admin(z.int()),
    }),
  ),
  findings: admin(z.array(finding)),
});

/** A version with its lines resolved, as a type. */
export type RecipeVersionView = z.infer<typeof recipeVersionView>;

/** A recipe with all its versions, newest first. */
export const recipeDetail = z.strictObject({
  ...recipe.shape,
  versions: admin(z.array(recipeVersionView)),
});

/** A recipe with all its versions, as a type. */
export type RecipeDetail = z.infer<typeof recipeDetail>;

/** A recipe in the list, with what its newest version holds and how often any version was used. */
export const recipeListItem = z.strictObject({
  ...recipe.shape,
  ingredientCount: admin(z.int()),
  volumeMl: admin(z.number()),
  /** Sessions, drafts included, that name any version. */
  usedInSessions: admin(z.int()),
  /** The newest version that may be taken for a new session; null while none is approved. */
  approvedVersionId: admin(z.nullable(id)),
  approvedVersionNumber: admin(z.nullable(z.int())),
  currentStatus: admin(z.enum(VERSION_STATUSES)),
  /** Whether the newest version can still be changed in place. */
  isCurrentLocked: admin(z.boolean()),
});

/** A recipe in the list, as a type. */
export type RecipeListItem = z.infer<typeof recipeListItem>;
