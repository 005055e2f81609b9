import * as z from 'zod/mini';
import { INDICATIONS } from '#domain/courses/indication.ts';
import { concentrationProblems, concentrationValue } from '#domain/ingredients/concentration.ts';
import { CONCENTRATION_UNITS } from '#domain/ingredients/ingredient-enums.ts';
import { instant } from '#domain/shared/calendar-date.ts';
import { checkFields } from '#domain/shared/check-fields.ts';
import { admin } from '#domain/shared/field-tags.ts';
import { id, version } from '#domain/shared/ids.ts';
import type { FieldProblem } from '#domain/shared/problem.ts';
import { longText, optionalText, shortText } from '#domain/shared/text.ts';

/** How many ingredients one recipe may hold; a reported mix had 56 in one product [R59]. */
const RECIPE_INGREDIENTS_MOST = 60;

const unit = z.enum(CONCENTRATION_UNITS, 'Choose the unit.');
const volumeMl = z
  .number('Type the volume in ml.')
  .check(z.gt(0, 'The volume is above 0 ml.'), z.maximum(100, 'At most 100 ml.'));
const order = z.int('The order is a whole number.').check(z.minimum(1), z.maximum(200));

/** One ingredient of a recipe version; strength and volume (ml) are typed, never pre-filled. */
export const recipeIngredient = z.strictObject({
  ingredientId: admin(id),
  concentrationValue: admin(z.nullable(z.number())),
  concentrationUnit: admin(unit),
  volumeMl: admin(z.number()),
  statedPurpose: admin(z.nullable(z.string())),
  order: admin(z.int()),
});

/** One ingredient of a recipe version, as a type. */
export type RecipeIngredient = z.infer<typeof recipeIngredient>;

/**
 * How far a version is: a draft is being written; another practitioner than its author approves
 * it; a retired one is not taken for new sessions. Source: PRODUCT.md, "Cocktail recipes".
 */
export const VERSION_STATUSES = ['draft', 'approved', 'retired'] as const;
/** One status. */
export type VersionStatus = (typeof VERSION_STATUSES)[number];
/** What each is called on screen. */
export const VERSION_STATUS_LABELS: Record<VersionStatus, string> = {
  draft: 'Draft, not usable yet',
  approved: 'Approved',
  retired: 'Retired',
};

/** Why a finding to review is acceptable in this recipe, as its approver wrote. */
const approvalReason = z.strictObject({
  /** The finding's stable key. */
  key: admin(z.string()),
  message: admin(z.string()),
  reason: admin(z.string()),
});

/** A recipe: a name and what it is intended for. What is in it stands in its versions. */
export const recipe = z.strictObject({
  id: admin(id),
  version: admin(version),
  name: admin(z.string()),
  intendedIndications: admin(z.array(z.enum(INDICATIONS))),
  intendedArea: admin(z.nullable(z.string())),
  notes: admin(z.string()),
  /** The newest version and its number. */
  currentVersionId: admin(id),
  currentVersionNumber: admin(z.int()),
  isArchived: admin(z.boolean()),
  createdAt: admin(instant),
  updatedAt: admin(instant),
});

/** A recipe, as a type. */
export type Recipe = z.infer<typeof recipe>;

/** One version of a recipe; what is in it never changes once approved or used by a session. */
export const recipeVersion = z.strictObject({
  id: admin(id),
  version: admin(version),
  recipeId: admin(id),
  /** 1, 2, 3 … within the recipe. */
  number: admin(z.int().check(z.minimum(1))),
  /** The version it was made from; null for the first. */
  basedOnVersionId: admin(z.nullable(id)),
  changeNote: admin(z.nullable(z.string())),
  ingredients: admin(z.array(recipeIngredient)),
  status: admin(z.enum(VERSION_STATUSES)),
  approvedBy: admin(z.nullable(id)),
  approvedAt: admin(z.nullable(instant)),
  approvalReasons: admin(z.array(approvalReason)),
  retiredBy: admin(z.nullable(id)),
  retiredAt: admin(z.nullable(instant)),
  /** Sessions, drafts included, that name this version. */
  usedInSessions: admin(z.int().check(z.minimum(0))),
  /** When the first session used it, and it became immutable. */
  lockedAt: admin(z.nullable(instant)),
  createdBy: admin(id),
  /** Everyone who wrote in it; none of them can be the second person who approves it. */
  writtenBy: admin(z.array(id)),
  createdAt: admin(instant),
  updatedAt: admin(instant),
});

/** One version of a recipe, as a type. */
export type RecipeVersion = z.infer<typeof recipeVersion>;

const ingredientInput = z.strictObject({
  ingredientId: id,
  concentrationValue: z.nullable(concentrationValue),
  concentrationUnit: unit,
  volumeMl,
  statedPurpose: optionalText(200),
  order,
});

const ingredientsInput = z
  .array(ingredientInput)
  .check(
    z.minLength(1, 'Add an ingredient.'),
    z.maxLength(RECIPE_INGREDIENTS_MOST, `At most ${RECIPE_INGREDIENTS_MOST} ingredients.`),
    checkFields(ingredientListProblems),
  );

function ingredientListProblems(
  ingredients: readonly Omit<RecipeIngredient, 'statedPurpose'>[],
): FieldProblem[] {
  const orders = new Set<number>();
  return ingredients.flatMap((ingredient, index) => {
    const problems = concentrationProblems(ingredient, `${index}.`);
    if (orders.has(ingredient.order)) {
      problems.push({ path: `${index}.order`, message: 'Another ingredient has this place.' });
    }
    orders.add(ingredient.order);
    return problems;
  });
}

const writable = {
  name: shortText(120, 'Type a name for the recipe.'),
  intendedIndications: z
    .array(z.enum(INDICATIONS, 'Choose from the list.'))
    .check(z.refine((list) => new Set(list).size === list.length, 'Each only once.')),
  intendedArea: optionalText(120),
  notes: longText(2000),
};

/** What is asked of a new recipe: it comes with its first version. */
export const recipeCreate = z.strictObject({ ...writable, ingredients: ingredientsInput });

/** A new recipe, as a type. */
export type RecipeCreate = z.infer<typeof recipeCreate>;

/** A change to a recipe's name or intention; contents change by a version. */
export const recipeUpdate = z.partial(z.strictObject(writable));

/** A change to a recipe, as a type. */
export type RecipeUpdate = z.infer<typeof recipeUpdate>;

/** What is asked of a next version: what it is made from, everything in it, and what changed. */
export const recipeVersionCreate = z.strictObject({
  basedOnVersionId: id,
  changeNote: shortText(300, 'Say what changed.'),
  ingredients: ingredientsInput,
});

/** A next version, as a type. */
export type RecipeVersionCreate = z.infer<typeof recipeVersionCreate>;

/** A change to a draft version. */
export const recipeVersionUpdate = z.partial(
  z.omit(recipeVersionCreate, { basedOnVersionId: true }),
);

/** A change to an unused version, as a type. */
export type RecipeVersionUpdate = z.infer<typeof recipeVersionUpdate>;

/** What is asked on approval: a reason for each finding to review that does not depend on a patient. */
export const versionApprove = z.strictObject({
  reasons: z
    .array(
      z.strictObject({
        key: z.string().check(z.minLength(1), z.maxLength(200)),
        reason: longText(500).check(z.minLength(3, 'Type the reason in a few words.')),
      }),
    )
    .check(
      z.maxLength(500, 'At most 500 reasons.'),
      z.refine(
        (list) => new Set(list.map((one) => one.key)).size === list.length,
        'One reason for each finding.',
      ),
    ),
});

/** An approval, as a type. */
export type VersionApprove = z.infer<typeof versionApprove>;
