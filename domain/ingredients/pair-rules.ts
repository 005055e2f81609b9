import type { Finding } from './finding.ts';
import type { Ingredient } from './ingredient.ts';
import type { KnownPair } from './pair.ts';

const SOURCE = 'CLINICAL.md §4';

type Named = Pick<Ingredient, 'id' | 'name'>;

/** Two ids as a pair is kept: the lesser first, so that each pair stands once. */
export const asPair = (one: string, other: string): [first: string, second: string] =>
  one < other ? [one, other] : [other, one];

/**
 * What the clinic's pair table says of mixing these ingredients: "avoid" is a stop, and a pair that
 * is unknown, or has no entry, a review. Nothing is inferred from other pairs, and no finding never
 * means "compatible". Source: CLINICAL.md section 4, "Mixing".
 */
export function pairFindings(
  ingredients: readonly Named[],
  pairs: readonly KnownPair[],
): Finding[] {
  const known = new Map(pairs.map((pair) => [`${pair.firstId} ${pair.secondId}`, pair]));
  return ingredients.flatMap((one, index) =>
    ingredients.slice(index + 1).flatMap((other): Finding[] => {
      const [ingredientId, otherIngredientId] = asPair(one.id, other.id);
      const pair = known.get(`${ingredientId} ${otherIngredientId}`);
      if (pair?.verdict === 'ok') return [];
      const names = `${one.name} with ${other.name}`;
      const ids = { ingredientId, otherIngredientId };
      if (pair?.verdict === 'avoid')
        return [
          {
            ...ids,
            code: 'pair_avoid',
            level: 'stop',
            message: `${names}: the clinic’s pair table says not to mix them (${pair.source}).`,
            source: SOURCE,
          },
        ];
      return [
        {
          ...ids,
          code: 'pair_unknown',
          level: 'review',
          message:
            pair === undefined
              ? `${names}: mixing is not recorded.`
              : `${names}: whether they may be mixed is not known (${pair.source}).`,
          source: SOURCE,
        },
      ];
    }),
  );
}
