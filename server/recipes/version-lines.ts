import { asc, inArray } from 'drizzle-orm';
import * as z from 'zod/mini';
import type { KnownPair } from '#domain/ingredients/pair.ts';
import { NO_PATIENT, recipeFindings, recipeTotals } from '#domain/recipes/recipe-rules.ts';
import {
  partIngredient,
  type RecipeLine,
  type RecipeVersionView,
} from '#domain/recipes/recipe-view.ts';
import type { Database } from '../db/database.ts';
import { recipeVersionIngredients } from '../db/schema/recipes.ts';
import { fetchIngredients } from '../ingredients/ingredient-view.ts';
import { fetchPairsAmong } from '../ingredients/pair-view.ts';
import { wantsPrincipalNote } from './principal-note.ts';

/** A version's lines with the catalogue's words, their totals, and what the checks notice. */
export type ResolvedLines = Pick<RecipeVersionView, 'ingredients' | 'totals' | 'findings'>;

// A plain object schema leaves out what a line does not show of its ingredient.
const part = z.object(partIngredient.shape);

function resolve(
  lines: readonly Omit<RecipeLine, 'amountMg'>[],
  context: { pairs: readonly KnownPair[]; notesFewPrincipals: boolean },
): ResolvedLines {
  const { amountsMg, ...totals } = recipeTotals(lines);
  const ingredients = lines.map((line, index) => ({ ...line, amountMg: amountsMg[index] ?? null }));
  return { ingredients, totals, findings: recipeFindings(lines, { ...NO_PATIENT, ...context }) };
}

/** The resolved lines of versions, by version. Findings are those without a patient. */
export async function fetchResolvedLines(
  db: Database,
  versionIds: readonly string[],
): Promise<Map<string, ResolvedLines>> {
  const rows = await db
    .select()
    .from(recipeVersionIngredients)
    .where(inArray(recipeVersionIngredients.versionId, [...versionIds]))
    .orderBy(asc(recipeVersionIngredients.order));
  const known = await fetchIngredients(
    db,
    rows.map((row) => row.ingredientId),
  );
  const pairs = await fetchPairsAmong(
    db,
    rows.map((row) => row.ingredientId),
  );
  const notesFewPrincipals = await wantsPrincipalNote(db);
  return new Map(
    versionIds.map((versionId) => [
      versionId,
      resolve(
        rows
          .filter((row) => row.versionId === versionId)
          .map(({ versionId: _, ...line }) => ({
            ...line,
            ingredient: part.parse(known.get(line.ingredientId)),
          })),
        { pairs, notesFewPrincipals },
      ),
    ]),
  );
}
