import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { PairQuery } from '#domain/ingredients/pair.ts';
import type { IngredientQuery } from '#domain/ingredients/ingredient-query.ts';
import { answered, api } from '#src/lib/api.ts';
import { ingredientsKey } from '#src/ui/clinic/catalogue.queries.ts';

/** What the catalogue is narrowed and ordered by; what its address holds. */
export type IngredientSearch = {
  [K in 'q' | 'sort' | 'class' | 'tier' | 'regulatoryStatus' | 'archived']?:
    | IngredientQuery[K]
    | undefined;
};

/** The catalogue, page after page; the first page also counts all that match. */
export const ingredientListQuery = (search: IngredientSearch) =>
  infiniteQueryOptions({
    queryKey: [...ingredientsKey, 'list', search],
    queryFn: ({ pageParam, signal }) =>
      answered(
        api.ingredients.$get(
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

/** One ingredient. */
export const ingredientQueryOptions = (id: string) =>
  queryOptions({
    queryKey: [...ingredientsKey, 'one', id],
    queryFn: () => answered(api.ingredients[':id'].$get({ param: { id } })),
  });

/** What the pair table is narrowed by; what its address holds. */
export type PairSearch = Partial<Pick<PairQuery, 'verdict' | 'ingredientId'>>;

/** The pair table, page after page, the newest change first. */
export const pairListQuery = (search: PairSearch) =>
  infiniteQueryOptions({
    queryKey: [...ingredientsKey, 'pairs', search],
    queryFn: ({ pageParam, signal }) =>
      answered(
        api.ingredients.pairs.$get(
          { query: { ...search, ...(pageParam === '' ? {} : { cursor: pageParam }) } },
          { init: { signal } },
        ),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
