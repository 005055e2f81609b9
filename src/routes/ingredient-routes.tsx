import { createRoute, lazyRouteComponent, stripSearchParams } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { ingredientFilters } from '#domain/ingredients/ingredient-query.ts';
import { pairFilters } from '#domain/ingredients/pair.ts';
import {
  ingredientListQuery,
  ingredientQueryOptions,
  pairListQuery,
} from '#src/features/ingredients/ingredients.queries.ts';
import { appRoute } from './app-route.tsx';
import { whenAllowed } from './when-allowed.ts';

const ingredientSearch = z.object({
  q: z.catch(ingredientFilters.q, undefined),
  sort: z.catch(ingredientFilters.sort, 'name'),
  class: z.catch(ingredientFilters.class, undefined),
  tier: z.catch(ingredientFilters.tier, undefined),
  regulatoryStatus: z.catch(ingredientFilters.regulatoryStatus, undefined),
  archived: z.catch(ingredientFilters.archived, 'no'),
});

/** The catalogue of ingredients. Its address holds the search, filters and order. */
export const ingredientsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/ingredients',
  validateSearch: ingredientSearch,
  search: { middlewares: [stripSearchParams({ sort: 'name', archived: 'no' })] },
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps }) =>
    whenAllowed(queryClient, 'ingredients.read', () =>
      queryClient.infiniteQuery(ingredientListQuery(deps)),
    ),
  component: lazyRouteComponent(() => import('./ingredient-screens.tsx'), 'IngredientListScreen'),
});

/** Adds an ingredient. */
export const ingredientNewRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/ingredients/new',
  component: lazyRouteComponent(() => import('./ingredient-screens.tsx'), 'IngredientNewScreen'),
});

/** One ingredient. */
export const ingredientRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/ingredients/$ingredientId',
  loader: ({ context: { queryClient }, params }) =>
    whenAllowed(queryClient, 'ingredients.read', () =>
      queryClient.query(ingredientQueryOptions(params.ingredientId)),
    ),
  component: lazyRouteComponent(() => import('./ingredient-screens.tsx'), 'IngredientScreen'),
});

const pairSearch = z.object({ verdict: z.catch(pairFilters.verdict, undefined) });

/** What the clinic knows of mixing two ingredients. Its address holds the filter. */
export const pairsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/ingredients/pairs',
  validateSearch: pairSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps }) =>
    whenAllowed(queryClient, 'ingredients.read', () =>
      queryClient.infiniteQuery(pairListQuery(deps)),
    ),
  component: lazyRouteComponent(() => import('./ingredient-screens.tsx'), 'PairListScreen'),
});
