import { createRoute, lazyRouteComponent, stripSearchParams } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { changeFilters } from '#domain/reports/changes.ts';
import { CURVE_REPORTS, curveFilters } from '#domain/reports/curves.ts';
import { FUNNEL_FIGURES, FUNNEL_GROUPINGS } from '#domain/reports/funnel.ts';
import { MONTH_PATTERN } from '#domain/reports/monthly.ts';
import { REPORT_COURSES, reportFilters } from '#domain/reports/report-filters.ts';
import { BEHIND, BEHIND_STATES } from '#domain/reports/report-patients.ts';
import { RESPONDER_STATES } from '#domain/reports/responder-patients.ts';
import { responderFilters } from '#domain/reports/responders.ts';
import { RUN_REPORTS } from '#domain/reports/runs.ts';
import { SHARE_FIGURES, SHARE_REPORTS } from '#domain/reports/share-figures.ts';
import {
  changesQuery,
  curvesQuery,
  funnelQuery,
  overviewQuery,
  respondersQuery,
  runsQuery,
  sharesQuery,
} from '#src/features/reports/reports.queries.ts';
import { appRoute } from './app-route.tsx';
import { whenAllowed } from './when-allowed.ts';

const { groupBy, from, to, indication, technique, practitionerId, recipeId } = reportFilters;

/** Who is counted; what an address holds wrongly is left out. */
const counted = {
  from: z.catch(from, undefined),
  to: z.catch(to, undefined),
  indication: z.catch(indication, undefined),
  technique: z.catch(technique, undefined),
  practitionerId: z.catch(practitionerId, undefined),
  recipeId: z.catch(recipeId, undefined),
};
const filters = { ...counted, groupBy: z.catch(z.optional(groupBy), undefined) };
const courses = z.catch(z.optional(z.enum(REPORT_COURSES)), undefined);

const { week, measure, threshold, session } = responderFilters;
const question = {
  ...filters,
  week: z.catch(z.optional(week), undefined),
  session: z.catch(session, undefined),
  measure: z.catch(z.optional(measure), undefined),
  threshold: z.catch(z.optional(threshold), undefined),
};

const USUAL_ROWS = { groupBy: 'recipe' } as const;
const USUAL_QUESTION = {
  week: 12,
  measure: 'photo_global_assessment',
  threshold: 1,
  groupBy: 'recipe',
} as const;

const getParentRoute = () => appRoute;

/** The manager's first page: completeness, the reports, and what is missing. */
export const outcomesRoute = createRoute({
  getParentRoute,
  path: '/outcomes',
  loader: ({ context: { queryClient } }) =>
    whenAllowed(queryClient, 'reports.read', () => queryClient.query(overviewQuery())),
  component: lazyRouteComponent(() => import('./outcomes-screens.tsx'), 'OutcomesScreen'),
});

/** Responders. The address holds the whole question, here and in every report. */
export const respondersRoute = createRoute({
  getParentRoute,
  path: '/outcomes/responders',
  validateSearch: z.object(question),
  search: { middlewares: [stripSearchParams(USUAL_QUESTION)] },
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps }) =>
    whenAllowed(queryClient, 'reports.read', () => queryClient.query(respondersQuery(deps))),
  component: lazyRouteComponent(() => import('./outcomes-screens.tsx'), 'RespondersScreen'),
});

/** The patients behind one group of the responders. */
export const outcomesGroupRoute = createRoute({
  getParentRoute,
  path: '/outcomes/patients',
  validateSearch: z.object({
    ...question,
    group: z.catch(z.string(), ''),
    state: z.catch(z.optional(z.enum(RESPONDER_STATES)), undefined),
  }),
  component: lazyRouteComponent(() => import('./outcomes-screens.tsx'), 'OutcomesGroupScreen'),
});

/** How many of how many: side effects, completion, adherence, follow-up, records. */
export const sharesRoute = createRoute({
  getParentRoute,
  path: '/outcomes/shares',
  validateSearch: z.object({
    ...filters,
    report: z.catch(z.enum(SHARE_REPORTS), 'side_effects'),
    figure: z.catch(z.optional(z.enum(SHARE_FIGURES)), undefined),
    courses,
  }),
  search: { middlewares: [stripSearchParams({ ...USUAL_ROWS, courses: 'first' })] },
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps }) =>
    whenAllowed(queryClient, 'reports.read', () => queryClient.query(sharesQuery(deps))),
  component: lazyRouteComponent(() => import('./report-screens.tsx'), 'SharesScreen'),
});

/** Times until something: noticing, resolution, dropping out. */
export const curvesRoute = createRoute({
  getParentRoute,
  path: '/outcomes/times',
  validateSearch: z.object({
    ...filters,
    report: z.catch(z.enum(CURVE_REPORTS), 'noticing'),
    axis: z.catch(z.optional(curveFilters.axis), undefined),
    code: z.catch(curveFilters.code, undefined),
  }),
  search: { middlewares: [stripSearchParams({ ...USUAL_ROWS, axis: 'weeks' })] },
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps }) =>
    whenAllowed(queryClient, 'reports.read', () => queryClient.query(curvesQuery(deps))),
  component: lazyRouteComponent(() => import('./report-screens.tsx'), 'CurvesScreen'),
});

/** Change from the baseline. */
export const changesRoute = createRoute({
  getParentRoute,
  path: '/outcomes/changes',
  validateSearch: z.object({
    ...filters,
    week: z.catch(z.optional(week), undefined),
    measure: z.catch(z.optional(changeFilters.measure), undefined),
  }),
  search: { middlewares: [stripSearchParams({ ...USUAL_ROWS, week: 12 })] },
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps }) =>
    whenAllowed(queryClient, 'reports.read', () => queryClient.query(changesQuery(deps))),
  component: lazyRouteComponent(() => import('./report-screens.tsx'), 'ChangesScreen'),
});

/** Counts by week with average and limits. */
export const runsRoute = createRoute({
  getParentRoute,
  path: '/outcomes/weeks',
  validateSearch: z.object({
    ...counted,
    report: z.catch(z.enum(RUN_REPORTS), 'side_effects'),
  }),
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps }) =>
    whenAllowed(queryClient, 'reports.read', () => queryClient.query(runsQuery(deps))),
  component: lazyRouteComponent(() => import('./report-screens.tsx'), 'RunsScreen'),
});

/** Shares against how many they are of, between the limits of chance. */
export const funnelRoute = createRoute({
  getParentRoute,
  path: '/outcomes/funnel',
  validateSearch: z.object({
    figure: z.catch(z.optional(z.enum(FUNNEL_FIGURES)), undefined),
    groupBy: z.catch(z.optional(z.enum(FUNNEL_GROUPINGS)), undefined),
    from: counted.from,
    to: counted.to,
    indication: counted.indication,
    technique: counted.technique,
  }),
  search: {
    middlewares: [stripSearchParams({ figure: 'asked_people', groupBy: 'practitioner' })],
  },
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps }) =>
    whenAllowed(queryClient, 'reports.read', () => queryClient.query(funnelQuery(deps))),
  component: lazyRouteComponent(() => import('./report-screens.tsx'), 'FunnelScreen'),
});

/** One figure in two periods. */
export const periodsRoute = createRoute({
  getParentRoute,
  path: '/outcomes/periods',
  validateSearch: z.object({
    figure: z.catch(z.optional(z.enum(SHARE_FIGURES)), undefined),
    indication: counted.indication,
    from: counted.from,
    to: counted.to,
    thenFrom: counted.from,
    thenTo: counted.to,
  }),
  search: { middlewares: [stripSearchParams({ figure: 'asked_people' })] },
  component: lazyRouteComponent(() => import('./report-screens.tsx'), 'PeriodsScreen'),
});

/** The review of a month on paper. */
export const monthlyRoute = createRoute({
  getParentRoute,
  path: '/outcomes/monthly',
  validateSearch: z.object({
    month: z.catch(z.optional(z.string().check(z.regex(MONTH_PATTERN))), undefined),
  }),
  component: lazyRouteComponent(() => import('./outcomes-screens.tsx'), 'MonthlyScreen'),
});

/** Sessions of earlier days that nobody signed. */
export const unsignedRoute = createRoute({
  getParentRoute,
  path: '/outcomes/unsigned',
  validateSearch: z.object({ whose: z.catch(z.optional(z.enum(['all', 'mine'])), undefined) }),
  search: { middlewares: [stripSearchParams({ whose: 'all' })] },
  component: lazyRouteComponent(() => import('./outcomes-screens.tsx'), 'UnsignedScreen'),
});

/** The patients behind a point or row of any other report. */
export const behindRoute = createRoute({
  getParentRoute,
  path: '/outcomes/behind',
  validateSearch: z.object({
    ...filters,
    courses,
    behind: z.catch(z.enum(BEHIND), 'row'),
    group: z.catch(z.optional(z.string().check(z.minLength(1))), undefined),
    state: z.catch(z.optional(z.enum(BEHIND_STATES)), undefined),
    week: z.catch(z.optional(week), undefined),
    measure: z.catch(z.optional(changeFilters.measure), undefined),
  }),
  component: lazyRouteComponent(() => import('./report-screens.tsx'), 'BehindScreen'),
});
