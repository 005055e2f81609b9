import { queryOptions } from '@tanstack/react-query';
import type { Ingredient } from '#domain/ingredients/ingredient.ts';
import { answered, api } from '#src/lib/api.ts';

/** What every key about ingredients begins with. */
export const ingredientsKey = ['ingredients'] as const;

/** Every ingredient in use, by name: what a recipe can be made of. */
export const catalogueQuery = () =>
  queryOptions({
    queryKey: [...ingredientsKey, 'catalogue'],
    queryFn: async ({ signal }): Promise<Ingredient[]> => {
      const items: Ingredient[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const query: { limit: string; cursor?: string } =
          cursor === '' ? { limit: '200' } : { limit: '200', cursor };
        const page = await answered(api.ingredients.$get({ query }, { init: { signal } }));
        items.push(...page.items);
        cursor = page.nextCursor;
      }
      return items;
    },
    staleTime: 60_000,
  });
