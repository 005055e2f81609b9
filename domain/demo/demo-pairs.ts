import { findingKey } from '#domain/ingredients/finding.ts';
import { asPair } from '#domain/ingredients/pair-rules.ts';
import type { IngredientPair, PairVerdict } from '#domain/ingredients/pair.ts';
import { isAnsweredByApproval, NO_PATIENT, recipeFindings } from '#domain/recipes/recipe-rules.ts';
import type { RecipeIngredient, RecipeVersion } from '#domain/recipes/recipe.ts';
import { addDays } from '#domain/shared/calendar-date.ts';
import { DEMO_STAFF, demoId } from './demo-clinic.ts';
import { momentAt } from './demo-days.ts';
import { DEMO_KINDS } from './demo-ids.ts';
import { demoIngredientId, demoIngredients } from './demo-ingredients.ts';
import { DEMO_ANCHOR } from './demo-weeks.ts';

/** A pair of the demo clinic as it is kept. */
export type DemoPair = Omit<IngredientPair, 'firstName' | 'secondName' | 'recordedByName'> & {
  recordedBy: string;
};

const PHARMACIST = 'Asked the hospital pharmacist, made up for the demo clinic';

type Written = [one: string, other: string, PairVerdict, source: string, note?: string];

/** What the made-up clinic wrote down. No advice: a real clinic asks its own pharmacist. */
const WRITTEN: readonly Written[] = [
  ['dexpanthenol', 'biotin', 'ok', PHARMACIST],
  ['dexpanthenol', 'zinc', 'ok', PHARMACIST, 'Mix last, use at once.'],
  ['dexpanthenol', 'hyaluronic_acid', 'ok', PHARMACIST],
  ['dexpanthenol', 'lidocaine', 'ok', PHARMACIST],
  ['biotin', 'hyaluronic_acid', 'ok', PHARMACIST],
  ['biotin', 'lidocaine', 'ok', PHARMACIST],
  ['minoxidil', 'lidocaine', 'ok', PHARMACIST],
  ['zinc', 'biotin', 'unknown', 'The pharmacist found nothing, made up for the demo clinic'],
  ['b_complex', 'vitamin_c', 'avoid', 'Leaflet, made up for the demo clinic', 'It degrades.'],
  ['procaine', 'lidocaine', 'avoid', 'The clinic’s own rule: one anaesthetic a mix'],
];

/** The demo clinic's pair table, written at a moment. */
export function demoPairs(at: string): DemoPair[] {
  return WRITTEN.map(([one, other, verdict, source, note], index) => {
    const [firstId, secondId] = asPair(demoIngredientId(one), demoIngredientId(other));
    return {
      id: demoId(DEMO_KINDS.ingredientPair, index + 1),
      version: 1,
      firstId,
      secondId,
      verdict,
      source,
      note: note ?? null,
      recordedBy: DEMO_STAFF[1]?.id ?? '',
      createdAt: at,
      updatedAt: at,
    };
  });
}

const REASONS: Readonly<Record<string, string>> = {
  pair_unknown: 'Drawn one after the other and looked at: clear each time.',
  five_ari: 'Men only, told about blood donation and PSA.',
};

/** What the approver wrote at each finding to review of these lines. */
export function demoApprovalReasons(
  lines: readonly RecipeIngredient[],
): RecipeVersion['approvalReasons'] {
  const at = momentAt(addDays(DEMO_ANCHOR, -7), 0);
  const known = new Map(demoIngredients(at).map((one) => [one.id, one]));
  const parts = lines.flatMap((line) => {
    const ingredient = known.get(line.ingredientId);
    return ingredient ? [{ ...line, ingredient }] : [];
  });
  return recipeFindings(parts, { ...NO_PATIENT, pairs: demoPairs(at) })
    .filter(isAnsweredByApproval)
    .map((found) => ({
      key: findingKey(found),
      message: found.message,
      reason: REASONS[found.code] ?? 'Known to the clinic, and named in the consent.',
    }));
}
