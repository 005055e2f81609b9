import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answered, api } from '#src/lib/api.ts';

/** The first few patients who match what is typed, each with their next visit. */
export const foundPatientsQuery = (q: string) =>
  queryOptions({
    queryKey: ['search', 'patients', q],
    queryFn: ({ signal }) => answered(api.search.$get({ query: { q } }, { init: { signal } })),
    enabled: q !== '',
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  });

/** The first few recipes whose name holds what is typed. */
export const foundRecipesQuery = (q: string, mayRead: boolean) =>
  queryOptions({
    queryKey: ['search', 'recipes', q],
    queryFn: ({ signal }) =>
      answered(api.recipes.$get({ query: { q, limit: '4' } }, { init: { signal } })),
    enabled: mayRead && q !== '',
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  });
