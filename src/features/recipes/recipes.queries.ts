import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { RecipeQuery } from '#domain/recipes/recipe-query.ts';
import type { KnownPair } from '#domain/ingredients/pair.ts';
import { answered, api } from '#src/lib/api.ts';
import { ingredientsKey } from '#src/ui/clinic/catalogue.queries.ts';

/** What the list of recipes is narrowed and ordered by; what its address holds. */
export type RecipeSearch = {
  [K in 'q' | 'sort' | 'intendedFor' | 'archived' | 'approval']?: RecipeQuery[K] | undefined;
};

/** What every key about recipes begins with. */
export const recipesKey = ['recipes'] as const;

/** The list of recipes, page after page; the first page also counts all that match. */
export const recipeListQuery = (search: RecipeSearch) =>
  infiniteQueryOptions({
    queryKey: [...recipesKey, 'list', search],
    queryFn: ({ pageParam, signal }) =>
      answered(
        api.recipes.$get(
          {
            query: { ...search, ...(pageParam === '' ? { total: 'yes' } : { cursor: pageParam }) },
          },
          { init: { signal } },
        ),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });

/** One recipe with all its versions. */
export const recipeQueryOptions = (id: string) =>
  queryOptions({
    queryKey: [...recipesKey, 'one', id],
    queryFn: () => answered(api.recipes[':id'].$get({ param: { id } })),
  });

/** Practitioners who work here now: any of them but the writers may approve a version. */
export const approversQuery = () =>
  queryOptions({
    queryKey: ['staff', 'approvers'],
    queryFn: async () => {
      const { items } = await answered(api.staff.$get());
      return items.filter(({ roles, isActive }) => isActive && roles.includes('practitioner'));
    },
  });

/** Every pair of the clinic's pair table, for checking lines as they are typed. */
export const knownPairsQuery = () =>
  queryOptions({
    queryKey: [...ingredientsKey, 'all-pairs'],
    queryFn: async ({ signal }): Promise<KnownPair[]> => {
      const items: KnownPair[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const query: { limit: string; cursor?: string } =
          cursor === '' ? { limit: '200' } : { limit: '200', cursor };
        const page = await answered(api.ingredients.pairs.$get({ query }, { init: { signal } }));
        items.push(...page.items);
        cursor = page.nextCursor;
      }
      return items;
    },
    staleTime: 60_000,
  });
