import { type Finding, sortFindings } from '#domain/ingredients/finding.ts';
import type { Ingredient } from '#domain/ingredients/ingredient.ts';
import type { KnownPair } from '#domain/ingredients/pair.ts';
import type { Answer } from '#domain/courses/course-enums.ts';
import type { Allergy } from '#domain/profiles/profile.ts';
import type { Anaesthetic } from '#domain/recipes/anaesthetic-rules.ts';
import { type RecipePart, recipeFindings } from '#domain/recipes/recipe-rules.ts';
import type { RecipeLine } from '#domain/recipes/recipe-view.ts';
import { isInjection } from './session-enums.ts';
import type { Session } from './session.ts';
import { type OtherUse, vialFindings } from './vial-rules.ts';

const SOURCE = 'CLINICAL.md §5';

/** What a session is checked against: all of it read by the server, none of it decided by it. */
export type CheckedSession = {
  session: Pick<
    Session,
    'sessionOn' | 'technique' | 'usedIngredients' | 'preparation' | 'anaesthesia'
  >;
  /** The lines of the recipe version it names; null without one. */
  lines: readonly RecipeLine[] | null;
  /** Every ingredient that was drawn or counts as the anaesthetic beside the mix. */
  known: ReadonlyMap<string, Ingredient>;
  pairs: readonly KnownPair[];
  allergies: readonly Allergy[];
  weightKg: number | null;
  /** The answer that stands; null where nothing was asked. */
  breastfeeding: Answer | null;
  /** What today's answers, the recorded allergies and the consent say by their own rules. */
  asked: readonly Finding[];
  otherUses: readonly OtherUse[];
  notesFewPrincipals: boolean;
};

/** Findings about what is injected: they do not hold for what a roller or pen only spreads. */
const ONLY_INJECTED: ReadonlySet<string> = new Set([
  'cosmetic_not_for_injection',
  'alcohol_vehicle',
  'oil_vehicle',
  'unlicensed_unknown',
  'vehicle_unknown',
]);

/** What is really in the syringe: the recipe's lines with the volumes drawn, and what came besides. */
export function drawnParts({
  session,
  lines,
  known,
}: Pick<CheckedSession, 'session' | 'lines' | 'known'>): RecipePart[] {
  const drawn = new Map(session.usedIngredients.map((one) => [one.ingredientId, one.volumeMl]));
  const planned = (lines ?? []).map((line) => ({
    ...line,
    volumeMl: drawn.get(line.ingredientId) ?? line.volumeMl,
  }));
  const isPlanned = new Set(planned.map(({ ingredientId }) => ingredientId));
  const besides = session.usedIngredients.flatMap(({ ingredientId, volumeMl }): RecipePart[] => {
    const ingredient = known.get(ingredientId);
    return ingredient === undefined || isPlanned.has(ingredientId)
      ? []
      : [{ concentrationValue: null, concentrationUnit: 'as_supplied', volumeMl, ingredient }];
  });
  return [...planned, ...besides].filter(({ volumeMl }) => volumeMl > 0);
}

/** A cream or infiltration beside the mix; cooling has no milligrams. */
function besideOf({ session: { anaesthesia, preparation }, known }: CheckedSession): Anaesthetic[] {
  const isDrug = anaesthesia === 'cream' || anaesthesia === 'gel' || anaesthesia === 'infiltration';
  if (!isDrug && preparation.anaestheticIngredientId === null) return [];
  const counted = known.get(preparation.anaestheticIngredientId ?? '');
  return [
    {
      mg: preparation.anaestheticMg,
      maxMg: counted?.anaestheticMaxMg ?? null,
      maxMgPerKg: counted?.anaestheticMaxMgPerKg ?? null,
    },
  ];
}

/** Breastfeeding and a 5-ARI: nobody overrides it. Source: CLINICAL.md sections 4 and 5. */
function breastfeedingFindings(
  { breastfeeding }: CheckedSession,
  parts: readonly RecipePart[],
): Finding[] {
  const drug = parts.find(({ ingredient }) => ingredient.isFiveAri)?.ingredient;
  if (!drug || breastfeeding !== 'yes') return [];
  return [
    {
      code: 'breastfeeding_five_ari',
      level: 'stop',
      message: `${drug.name} is a 5-alpha-reductase inhibitor, and the patient is breastfeeding.`,
      source: SOURCE,
      ingredientId: drug.id,
    },
  ];
}

const folded = (text: string): string => text.normalize('NFKC').toLocaleLowerCase('en').trim();

/** An antiseptic or numbing product whose name is in a recorded allergy. */
function skinFindings({ allergies, session: { preparation } }: CheckedSession): Finding[] {
  const used = [
    preparation.antiseptic === 'used' ? preparation.antisepticProduct : null,
    preparation.anaestheticProduct,
  ].filter((product) => product !== null);
  return allergies.flatMap(({ detail }) => {
    const words = folded(detail ?? '');
    if (words.length < 3) return [];
    return used
      .filter((product) => folded(product).includes(words) || words.includes(folded(product)))
      .map((product) => ({
        code: 'allergy_on_skin',
        level: 'stop' as const,
        message: `Allergy to ${detail}: ${product} is used on the skin.`,
        source: SOURCE,
        subject: words,
      }));
  });
}

/**
 * Everything that stands against a session as it is recorded, gravest first: its recipe as drawn,
 * the clinic's pair table, anaesthetics with the cream, vials on their day, the patient's allergies
 * and answers. An empty list is "No finding" and no clearance. Source: CLINICAL.md sections 4, 5.
 */
export function sessionChecks(checked: CheckedSession): Finding[] {
  const { session, pairs, weightKg, notesFewPrincipals } = checked;
  const parts = drawnParts(checked);
  const injects = session.technique === null || isInjection(session.technique);
  const ofRecipe = recipeFindings(parts, {
    pairs,
    weightKg,
    beside: besideOf(checked),
    notesFewPrincipals: notesFewPrincipals && parts.length > 0,
  }).filter(({ code }) => injects || !ONLY_INJECTED.has(code));
  return sortFindings([
    ...breastfeedingFindings(checked, parts),
    ...checked.asked,
    ...skinFindings(checked),
    ...vialFindings(session.usedIngredients, session.sessionOn, checked.known, checked.otherUses),
    ...ofRecipe,
  ]);
}
