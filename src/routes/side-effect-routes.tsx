import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { appRoute } from './app-route.tsx';

/** Records a side effect in a course; of a session, where it is known which. */
export const sideEffectNewRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/courses/$courseId/side-effects/new',
  validateSearch: z.object({ session: z.catch(z.optional(z.string()), undefined) }),
  component: lazyRouteComponent(() => import('./side-effect-screens.tsx'), 'SideEffectNewScreen'),
});

/** One side effect, to read and to follow until it ends. */
export const sideEffectRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/side-effects/$id',
  component: lazyRouteComponent(() => import('./side-effect-screens.tsx'), 'SideEffectScreen'),
});
