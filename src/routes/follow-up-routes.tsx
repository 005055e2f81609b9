import { createRoute, lazyRouteComponent, stripSearchParams } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { followUpQuery } from '#domain/follow-ups/follow-up-query.ts';
import { followUpQueryOptions } from '#src/features/follow-ups/follow-ups.queries.ts';
import { phoneReportQuery } from '#src/features/phone-reports/phone-reports.queries.ts';
import { appRoute } from './app-route.tsx';
import { whenAllowed } from './when-allowed.ts';

const { due, whose, rule, needsClinician } = followUpQuery.shape;
const followUpSearch = z.object({
  due: z.catch(due, 'today'),
  whose: z.catch(whose, 'all'),
  rule: z.catch(rule, undefined),
  needsClinician: z.catch(needsClinician, undefined),
});

const screens = () => import('./follow-up-screens.tsx');

/** The shared worklist. Its address holds the filters. */
export const followUpsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/follow-ups',
  validateSearch: followUpSearch,
  search: { middlewares: [stripSearchParams({ due: 'today', whose: 'all' })] },
  component: lazyRouteComponent(screens, 'FollowUpListScreen'),
});

/** One follow-up, to answer it. */
export const followUpRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/follow-ups/$id',
  loader: ({ context: { queryClient }, params }) => {
    whenAllowed(queryClient, 'follow-ups.record', () =>
      queryClient.query(followUpQueryOptions(params.id)),
    );
  },
  component: lazyRouteComponent(screens, 'FollowUpScreen'),
});

/** A patient phoned with a problem. */
export const phoneReportNewRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/phone-reports/new',
  validateSearch: z.object({ patient: z.catch(z.optional(z.string()), undefined) }),
  component: lazyRouteComponent(screens, 'PhoneReportNewScreen'),
});

/** One call with a problem, for the care team. */
export const phoneReportRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/phone-reports/$id',
  loader: ({ context: { queryClient }, params }) => {
    whenAllowed(queryClient, 'phone-reports.read', () =>
      queryClient.query(phoneReportQuery(params.id)),
    );
  },
  component: lazyRouteComponent(screens, 'PhoneReportScreen'),
});
