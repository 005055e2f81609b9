import { createRoute, lazyRouteComponent, stripSearchParams } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { recipeFilters } from '#domain/recipes/recipe-query.ts';
import { recipeListQuery, recipeQueryOptions } from '#src/features/recipes/recipes.queries.ts';
import { appRoute } from './app-route.tsx';
import { whenAllowed } from './when-allowed.ts';

const recipeSearch = z.object({
  q: z.catch(recipeFilters.q, undefined),
  sort: z.catch(recipeFilters.sort, 'name'),
  intendedFor: z.catch(recipeFilters.intendedFor, undefined),
  archived: z.catch(recipeFilters.archived, 'no'),
  approval: z.catch(recipeFilters.approval, undefined),
});

const versionSearch = z.object({
  /** The number of the version meant; the newest without one. */
  version: z.catch(z.optional(z.int().check(z.minimum(1))), undefined),
});

/** The clinic's recipes. Its address holds the search, filters and order. */
export const recipesRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/recipes',
  validateSearch: recipeSearch,
  search: { middlewares: [stripSearchParams({ sort: 'name', archived: 'no' })] },
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps }) =>
    whenAllowed(queryClient, 'recipes.read', () =>
      queryClient.infiniteQuery(recipeListQuery(deps)),
    ),
  component: lazyRouteComponent(() => import('./recipe-screens.tsx'), 'RecipeListScreen'),
});

/** Adds a recipe with its first version. */
export const recipeNewRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/recipes/new',
  component: lazyRouteComponent(() => import('./recipe-form-screens.tsx'), 'RecipeNewScreen'),
});

/** One recipe, at one of its versions. */
export const recipeRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/recipes/$recipeId',
  validateSearch: versionSearch,
  loader: ({ context: { queryClient }, params }) =>
    whenAllowed(queryClient, 'recipes.read', () =>
      queryClient.query(recipeQueryOptions(params.recipeId)),
    ),
  component: lazyRouteComponent(() => import('./recipe-screens.tsx'), 'RecipeScreen'),
});

/** Changes a recipe's name or what it is intended for. */
export const recipeDetailsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/recipes/$recipeId/details',
  component: lazyRouteComponent(() => import('./recipe-form-screens.tsx'), 'RecipeDetailsScreen'),
});

/** Changes a version that no session has named. */
export const recipeChangeRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/recipes/$recipeId/change',
  validateSearch: versionSearch,
  component: lazyRouteComponent(() => import('./recipe-form-screens.tsx'), 'VersionChangeScreen'),
});

/** Writes a next version. */
export const recipeNewVersionRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/recipes/$recipeId/new-version',
  validateSearch: versionSearch,
  component: lazyRouteComponent(() => import('./recipe-form-screens.tsx'), 'VersionNewScreen'),
});

const compareSearch = z.object({
  /** The numbers of the two versions; without them the newest and what it was made from. */
  from: z.catch(z.optional(z.int().check(z.minimum(1))), undefined),
  to: z.catch(z.optional(z.int().check(z.minimum(1))), undefined),
});

/** Two versions of a recipe side by side. Its address holds which. */
export const recipeCompareRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/recipes/$recipeId/compare',
  validateSearch: compareSearch,
  loader: ({ context: { queryClient }, params }) =>
    whenAllowed(queryClient, 'recipes.read', () =>
      queryClient.query(recipeQueryOptions(params.recipeId)),
    ),
  component: lazyRouteComponent(() => import('./recipe-screens.tsx'), 'RecipeCompareScreen'),
});
