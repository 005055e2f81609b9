import { type Concentration, mgPerMl } from '#domain/ingredients/concentration.ts';
import { type Finding, sortFindings } from '#domain/ingredients/finding.ts';
import { type IngredientFacts, ingredientFindings } from '#domain/ingredients/ingredient-rules.ts';
import type { Ingredient } from '#domain/ingredients/ingredient.ts';
import type { KnownPair } from '#domain/ingredients/pair.ts';
import { pairFindings } from '#domain/ingredients/pair-rules.ts';
import { type Anaesthetic, anaestheticFindings } from './anaesthetic-rules.ts';
import type { RecipeVersion } from './recipe.ts';

const SOURCE = 'CLINICAL.md §4';

/** One ingredient of a recipe with what the catalogue knows of it. Volume in ml. */
export type RecipePart = Concentration & {
  volumeMl: number;
  ingredient: IngredientFacts &
    Pick<Ingredient, 'tier' | 'anaestheticMaxMgPerKg' | 'anaestheticMaxMg' | 'isArchived'>;
};

export type RecipeTotals = {
  volumeMl: number;
  /** One per part, in order; null where the unit does not tell milligrams. */
  amountsMg: (number | null)[];
  /** All local anaesthetics together; a part with an unknown amount is left out. */
  anaestheticMg: number;
  /** Whether an anaesthetic's amount could not be computed, so that the sum is a lower bound. */
  isAnaestheticIncomplete: boolean;
  principalCount: number;
};

// Sums of typed decimals such as 0.1 + 0.2 are shown as typed, not as 0.30000000000000004.
const tidy = (value: number): number => Math.round(value * 1e9) / 1e9;

const amountMg = (part: RecipePart): number | null => {
  const strength = mgPerMl(part);
  return strength === null ? null : tidy(strength * part.volumeMl);
};

const isAnaesthetic = ({ ingredient }: RecipePart) => ingredient.anaestheticFamily !== 'none';

/** Totals of a recipe: volume in ml, amounts in mg. Source: CLINICAL.md section 4. */
export function recipeTotals(parts: readonly RecipePart[]): RecipeTotals {
  const anaesthetics = parts.filter(isAnaesthetic).map(amountMg);
  return {
    volumeMl: tidy(parts.reduce((sum, part) => sum + part.volumeMl, 0)),
    amountsMg: parts.map(amountMg),
    anaestheticMg: tidy(anaesthetics.reduce<number>((sum, mg) => sum + (mg ?? 0), 0)),
    isAnaestheticIncomplete: anaesthetics.includes(null),
    principalCount: parts.filter(({ ingredient }) => ingredient.tier === 'principal').length,
  };
}

/** Once approved, or used by a session, a version never changes; the next change is a new version. */
export function isLocked(
  version: Pick<RecipeVersion, 'usedInSessions' | 'lockedAt' | 'status'>,
): boolean {
  return version.status !== 'draft' || version.lockedAt !== null || version.usedInSessions > 0;
}

/** What the rules about a recipe look at besides its lines. */
export type RecipeContext = {
  /** What the clinic's pair table holds. */
  pairs: readonly KnownPair[];
  /** The patient's, or null where it is not known: then a note says so. */
  weightKg: number | null;
  /** Anaesthetics beside the mix, such as a cream. */
  beside: readonly Anaesthetic[];
  /** Whether the clinic wants a note below two principal ingredients; off by default (S2). */
  notesFewPrincipals: boolean;
};

/** A recipe looked at by itself, without a patient. */
export const NO_PATIENT: Omit<RecipeContext, 'pairs'> = {
  weightKg: null,
  beside: [],
  notesFewPrincipals: false,
};

/**
 * What stands against a recipe, gravest first; an empty list is "No finding" and no clearance.
 * Source: CLINICAL.md section 4.
 */
export function recipeFindings(parts: readonly RecipePart[], context: RecipeContext): Finding[] {
  const ingredients = uniqueIngredients(parts).map(({ ingredient }) => ingredient);
  const anaesthetics = [...parts.filter(isAnaesthetic).map(anaestheticOf), ...context.beside];
  return sortFindings([
    ...ingredients.flatMap(ingredientFindings),
    ...listFindings(parts),
    ...pairFindings(ingredients, context.pairs),
    ...anaestheticFindings(anaesthetics, context.weightKg),
    ...(context.notesFewPrincipals ? principalFindings(parts) : []),
  ]);
}

const anaestheticOf = (part: RecipePart): Anaesthetic => ({
  mg: amountMg(part),
  maxMg: part.ingredient.anaestheticMaxMg,
  maxMgPerKg: part.ingredient.anaestheticMaxMgPerKg,
});

function principalFindings(parts: readonly RecipePart[]): Finding[] {
  const { principalCount } = recipeTotals(parts);
  if (principalCount >= 2) return [];
  const message = `${principalCount === 0 ? 'No' : 'One'} ingredient is labelled principal; the clinic’s note asks for two.`;
  return [{ code: 'few_principals', level: 'note', message, source: 'CLINICAL.md §1 (S2)' }];
}

function uniqueIngredients(parts: readonly RecipePart[]): RecipePart[] {
  return [...new Map(parts.map((part) => [part.ingredient.id, part])).values()];
}

function listFindings(parts: readonly RecipePart[]): Finding[] {
  const found: Finding[] = [];
  const unique = uniqueIngredients(parts);
  for (const { ingredient } of unique) {
    const { id: ingredientId, name } = ingredient;
    if (parts.filter((part) => part.ingredient.id === ingredientId).length > 1) {
      const message = `${name} is in the list more than once.`;
      found.push({ code: 'listed_twice', level: 'note', message, source: SOURCE, ingredientId });
    }
    if (ingredient.isArchived) {
      const message = `${name} is archived: the clinic does not use it any more.`;
      found.push({ code: 'archived', level: 'review', message, source: SOURCE, ingredientId });
    }
  }
  return found;
}

/** Findings that depend on the patient or the day: an approver's reason cannot stand for them. */
const OF_THE_PATIENT: ReadonlySet<string> = new Set([
  'anaesthetic_over_maximum',
  'anaesthetic_weight_missing',
]);

/** Whether a reason given on approval of a recipe can answer the finding in a session. */
export const isAnsweredByApproval = ({ code, level }: Pick<Finding, 'code' | 'level'>): boolean =>
  level === 'review' && !OF_THE_PATIENT.has(code);
