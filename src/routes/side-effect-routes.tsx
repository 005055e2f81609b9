import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { sideEffectQuery } from '#src/features/side-effects/side-effects.queries.ts';
import { appRoute } from './app-route.tsx';
import { whenAllowed } from './when-allowed.ts';

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
  loader: ({ context, params }) => {
    whenAllowed(context.queryClient, 'side-effects.read', () =>
      context.queryClient.query(sideEffectQuery(params.id)),
    );
  },
  component: lazyRouteComponent(() => import('./side-effect-screens.tsx'), 'SideEffectScreen'),
});
