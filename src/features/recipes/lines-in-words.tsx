import type { RecipeIngredient } from '#domain/recipes/recipe.ts';
import type { Facts } from './recipe-lines.ts';
import { strengthWords, volumeWords } from './recipe-words.tsx';

type Line = Pick<
  RecipeIngredient,
  'ingredientId' | 'concentrationValue' | 'concentrationUnit' | 'volumeMl' | 'order'
>;

/** The lines of a recipe in words, one below the other. */
export function LinesInWords({ lines, facts }: { lines: readonly Line[]; facts: Facts }) {
  return (
    <ul>
      {lines.map((line) => (
        <li key={line.order}>
          {facts.get(line.ingredientId)?.name ?? 'Not in the catalogue'}, {strengthWords(line)},{' '}
          {volumeWords(line.volumeMl)} ml
        </li>
      ))}
    </ul>
  );
}
