import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { id } from '#domain/shared/ids.ts';
import { sessionQuery } from '#src/features/sessions/sessions.queries.ts';
import { appRoute } from './app-route.tsx';
import { whenAllowed } from './when-allowed.ts';

const beginSearch = z.object({
  /** The appointment it is begun from. */
  appointment: z.catch(z.optional(id), undefined),
});

/** Begins the record of a session in a course, or goes on with the draft there is. */
export const sessionNewRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/courses/$courseId/sessions/new',
  validateSearch: beginSearch,
  component: lazyRouteComponent(() => import('./session-screens.tsx'), 'SessionNewScreen'),
});

/** The record of one session. It takes the whole screen. */
export const sessionRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/sessions/$sessionId',
  staticData: { hideRail: true },
  loader: ({ context, params }) => {
    whenAllowed(context.queryClient, 'sessions.read', () =>
      context.queryClient.query(sessionQuery(params.sessionId)),
    );
  },
  component: lazyRouteComponent(() => import('./session-screens.tsx'), 'SessionScreen'),
});
