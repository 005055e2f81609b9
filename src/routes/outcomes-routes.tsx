import { createRoute, lazyRouteComponent, stripSearchParams } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { RESPONDER_STATES } from '#domain/reports/responder-patients.ts';
import { responderFilters } from '#domain/reports/responders.ts';
import { respondersQuery } from '#src/features/reports/reports.queries.ts';
import { appRoute } from './app-route.tsx';
import { whenAllowed } from './when-allowed.ts';

const { week, measure, threshold, groupBy, from, to, indication } = responderFilters;

const question = {
  week: z.catch(z.optional(week), undefined),
  measure: z.catch(z.optional(measure), undefined),
  threshold: z.catch(z.optional(threshold), undefined),
  groupBy: z.catch(z.optional(groupBy), undefined),
  from: z.catch(from, undefined),
  to: z.catch(to, undefined),
  indication: z.catch(indication, undefined),
};

const USUAL = {
  week: 12,
  measure: 'photo_global_assessment',
  threshold: 1,
  groupBy: 'recipe',
} as const;

/** What patients reported. The address holds the whole question. */
export const outcomesRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/outcomes',
  validateSearch: z.object(question),
  search: { middlewares: [stripSearchParams(USUAL)] },
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps }) =>
    whenAllowed(queryClient, 'reports.read', () => queryClient.query(respondersQuery(deps))),
  component: lazyRouteComponent(() => import('./outcomes-screens.tsx'), 'OutcomesScreen'),
});

/** The patients behind one group of the report. */
export const outcomesGroupRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/outcomes/patients',
  validateSearch: z.object({
    ...question,
    group: z.catch(z.string(), ''),
    state: z.catch(z.optional(z.enum(RESPONDER_STATES)), undefined),
  }),
  component: lazyRouteComponent(() => import('./outcomes-screens.tsx'), 'OutcomesGroupScreen'),
});
