import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { DESK_KINDS } from '#domain/reports/desk-report.ts';
import { reportFilters } from '#domain/reports/report-filters.ts';
import { deskReportQuery } from '#src/features/reports/desk-reports.queries.ts';
import { appRoute } from './app-route.tsx';
import { whenAllowed } from './when-allowed.ts';

const { from, to, practitionerId } = reportFilters;
const question = {
  from: z.catch(from, undefined),
  to: z.catch(to, undefined),
  practitionerId: z.catch(practitionerId, undefined),
};

/** No-shows, late cancellations and waiting: what the desk works with. */
export const deskReportRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/desk-report',
  validateSearch: z.object(question),
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps }) =>
    whenAllowed(queryClient, 'desk-reports.read', () => queryClient.query(deskReportQuery(deps))),
  component: lazyRouteComponent(() => import('./desk-report-screens.tsx'), 'DeskReportScreen'),
});

/** The appointments behind it. */
export const deskAppointmentsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/desk-report/appointments',
  validateSearch: z.object({ ...question, kind: z.catch(z.enum(DESK_KINDS), 'no_show') }),
  component: lazyRouteComponent(
    () => import('./desk-report-screens.tsx'),
    'DeskAppointmentsScreen',
  ),
});
