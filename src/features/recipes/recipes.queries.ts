import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { RecipeQuery } from '#domain/recipes/recipe-query.ts';
import { answered, api } from '#src/lib/api.ts';

/** What the list of recipes is narrowed and ordered by; what its address holds. */
export type RecipeSearch = {
  [K in 'q' | 'sort' | 'intendedFor' | 'archived']?: RecipeQuery[K] | undefined;
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
