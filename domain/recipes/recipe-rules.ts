import { type Concentration, mgPerMl } from '#domain/ingredients/concentration.ts';
import { type Finding, sortFindings } from '#domain/ingredients/finding.ts';
import { type IngredientFacts, ingredientFindings } from '#domain/ingredients/ingredient-rules.ts';
import type { Ingredient } from '#domain/ingredients/ingredient.ts';
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

/** Once a session used it a version never changes; the next change is a new version. */
export function isLocked(version: Pick<RecipeVersion, 'usedInSessions' | 'lockedAt'>): boolean {
  return version.lockedAt !== null || version.usedInSessions > 0;
}

/**
 * What stands against a recipe, gravest first; an empty list is "No finding" and no clearance.
 * `weightKg` is the patient's, or null where it is not known: then anaesthetics are compared
 * with their absolute maximum only, and a note says so. Source: CLINICAL.md section 4.
 */
export function recipeFindings(parts: readonly RecipePart[], weightKg: number | null): Finding[] {
  return sortFindings([
    ...uniqueIngredients(parts).flatMap(({ ingredient }) => ingredientFindings(ingredient)),
    ...listFindings(parts),
    ...anaestheticFindings(parts, weightKg),
  ]);
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
  if (unique.length > 1) {
    found.push({
      code: 'mixing_unknown',
      level: 'review',
      message:
        'Whether these may be mixed is not recorded. Check that the syringe is clear, ' +
        'without particles, and of the expected colour.',
      source: SOURCE,
    });
  }
  return found;
}

/** The most of one anaesthetic in mg: the lesser of its maxima that can be computed. */
function maximumMg(
  { anaestheticMaxMg, anaestheticMaxMgPerKg }: RecipePart['ingredient'],
  weightKg: number | null,
): number | null {
  const byWeight =
    weightKg === null || anaestheticMaxMgPerKg === null ? null : anaestheticMaxMgPerKg * weightKg;
  const maxima = [anaestheticMaxMg, byWeight].filter((max) => max !== null);
  return maxima.length === 0 ? null : Math.min(...maxima);
}

function anaestheticFindings(parts: readonly RecipePart[], weightKg: number | null): Finding[] {
  const anaesthetics = parts.filter(isAnaesthetic);
  if (anaesthetics.length === 0) return [];
  const { anaestheticMg, isAnaestheticIncomplete } = recipeTotals(parts);
  const found: Finding[] = [];
  const say = (code: string, level: Finding['level'], message: string) =>
    found.push({ code, level, message, source: SOURCE });

  // Shares of each maximum add up, so two half-full anaesthetics are one full.
  let share = 0;
  let isUncompared = isAnaestheticIncomplete;
  for (const part of anaesthetics) {
    const mg = amountMg(part);
    const maximum = maximumMg(part.ingredient, weightKg);
    if (mg === null || maximum === null) isUncompared = true;
    else share += mg / maximum;
  }
  if (share > 1 + 1e-9) {
    say(
      'anaesthetic_over_maximum',
      'review',
      `Local anaesthetic: ${anaestheticMg} mg is more than the reported maximum` +
        `${weightKg === null ? '' : ` for ${weightKg} kg`}. Count cream and infiltration too.`,
    );
  }
  if (isUncompared) {
    say(
      'anaesthetic_unknown',
      'review',
      'Local anaesthetic: an amount or its maximum is not known, so it is not compared.',
    );
  }
  if (weightKg === null) {
    say(
      'anaesthetic_weight_missing',
      'note',
      `Local anaesthetic: ${anaestheticMg} mg in all. Not compared by body weight: none is recorded.`,
    );
  }
  return found;
}
