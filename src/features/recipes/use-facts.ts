import { useQuery } from '@tanstack/react-query';
import type { PartIngredient, RecipeVersionView } from '#domain/recipes/recipe-view.ts';
import { catalogueQuery } from '#src/ui/clinic/catalogue.queries.ts';
import type { Facts } from './recipe-lines.ts';

/** What a recipe's form needs of the catalogue: every fact, and the ids that can be added. */
type Loaded = { facts: Facts; choices: readonly string[] };

/** The catalogue as a recipe's form needs it, with the ingredients of a version that are archived. */
export function useFacts(version?: RecipeVersionView) {
  return useQuery({
    ...catalogueQuery(),
    select: (catalogue): Loaded => {
      const held: PartIngredient[] = version?.ingredients.map((line) => line.ingredient) ?? [];
      return {
        facts: new Map([...held, ...catalogue].map((one) => [one.id, one])),
        choices: catalogue.map((one) => one.id),
      };
    },
  });
}
