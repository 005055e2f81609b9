import { createRoute, lazyRouteComponent, stripSearchParams } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { waitingQuery } from '#domain/waiting-list/waiting-query.ts';
import { WAITING_VIEWS } from '#src/features/waiting-list/waiting.queries.ts';
import { appRoute } from './app-route.tsx';

const { urgency, practitionerId } = waitingQuery.shape;

/** Who waits for a time. Its address holds the filters. */
export const waitingListRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/waiting-list',
  validateSearch: z.object({
    view: z.catch(z._default(z.enum(WAITING_VIEWS), 'open'), 'open'),
    urgency: z.catch(urgency, undefined),
    practitionerId: z.catch(practitionerId, undefined),
  }),
  search: { middlewares: [stripSearchParams({ view: 'open' })] },
  component: lazyRouteComponent(() => import('./waiting-list-screen.tsx'), 'WaitingListScreen'),
});
