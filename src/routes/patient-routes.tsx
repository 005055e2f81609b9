import { createRoute, lazyRouteComponent, stripSearchParams } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { patientFilters } from '#domain/patients/patient-query.ts';
import { patientListQuery, patientQueryOptions } from '#src/features/patients/patients.queries.ts';
import { startLoading } from '#src/lib/start-loading.ts';
import { appRoute } from './app-route.tsx';
import { PatientListScreen } from './patient-list-screen.tsx';

const patientSearch = z.object({
  q: z.catch(patientFilters.q, undefined),
  sort: z.catch(patientFilters.sort, 'name'),
  archived: z.catch(patientFilters.archived, 'no'),
  sexAtBirth: z.catch(patientFilters.sexAtBirth, undefined),
  contactPreference: z.catch(patientFilters.contactPreference, undefined),
  due: z.catch(patientFilters.due, undefined),
});

/** The list of patients. Its address holds the search, filters and order. */
export const patientsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/patients',
  validateSearch: patientSearch,
  search: { middlewares: [stripSearchParams({ sort: 'name', archived: 'no' })] },
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => {
    // Not awaited: the frame of the page stands while its rows come.
    startLoading(context.queryClient.infiniteQuery(patientListQuery(deps)));
  },
  component: PatientListScreen,
});

/** Registers a patient. */
export const patientNewRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/patients/new',
  validateSearch: z.object({ name: z.catch(z.optional(z.string()), undefined) }),
  component: lazyRouteComponent(() => import('./patient-form-screens.tsx'), 'PatientNewScreen'),
});

/** One patient. */
export const patientRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/patients/$patientId',
  loader: ({ context, params }) => {
    startLoading(context.queryClient.query(patientQueryOptions(params.patientId)));
  },
  component: lazyRouteComponent(() => import('./patient-screen.tsx'), 'PatientScreen'),
});

/** Changes a patient's desk fields. */
export const patientEditRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/patients/$patientId/edit',
  component: lazyRouteComponent(() => import('./patient-form-screens.tsx'), 'PatientEditScreen'),
});
