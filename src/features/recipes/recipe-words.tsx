import { type Indication, INDICATION_LABELS } from '#domain/courses/indication.ts';
import { CONCENTRATION_UNIT_LABELS } from '#domain/ingredients/ingredient-enums.ts';
import type { RecipeIngredient } from '#domain/recipes/recipe.ts';

/** A volume in ml with two decimals at least, as columns of volumes line up. */
export const volumeWords = (ml: number): string =>
  ml.toFixed(Math.max(2, String(ml).split('.')[1]?.length ?? 0));

/** An amount in mg, without the leftovers of binary sums. */
export const amountWords = (mg: number): string => String(Number(mg.toPrecision(6)));

/** A strength with its unit, or "as supplied". */
export const strengthWords = (
  line: Pick<RecipeIngredient, 'concentrationValue' | 'concentrationUnit'>,
): string =>
  line.concentrationValue === null
    ? CONCENTRATION_UNIT_LABELS[line.concentrationUnit]
    : `${line.concentrationValue} ${CONCENTRATION_UNIT_LABELS[line.concentrationUnit]}`;

/** What a recipe is intended for, in a line. */
export const intentionWords = (indications: readonly Indication[], area: string | null): string =>
  [
    indications.length === 0
      ? 'Indication not stated'
      : indications.map((one) => INDICATION_LABELS[one]).join(', '),
    area,
  ]
    .filter((part) => part !== null)
    .join(' · ');

/** How often something was used, in words. */
export const sessionWords = (sessions: number): string =>
  sessions === 0 ? 'Not used' : sessions === 1 ? '1 session' : `${sessions} sessions`;
