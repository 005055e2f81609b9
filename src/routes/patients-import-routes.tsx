import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { FINDING_KINDS } from '#domain/imports/patient-import.ts';
import { importListQuery, importQueryOptions } from '#src/features/imports/imports.queries.ts';
import { appRoute } from './app-route.tsx';
import { whenAllowed } from './when-allowed.ts';

/** What did not load is asked for again by the screen, which shows why not. */
const ignored = () => undefined;

const screens = () => import('./patients-import-screens.tsx');

/** Picks a file to import patients from. */
export const importStartRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/patients/import',
  loader: ({ context: { queryClient } }) =>
    whenAllowed(queryClient, 'patients.import', async () => {
      await queryClient.infiniteQuery(importListQuery()).catch(ignored);
    }),
  component: lazyRouteComponent(screens, 'ImportStartScreen'),
});

/** One import. Its address holds which, and what of it is shown. */
export const importRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/patients/import/$importId',
  validateSearch: z.object({
    step: z.catch(z.optional(z.literal('columns')), undefined),
    kind: z.catch(z.optional(z.enum(FINDING_KINDS)), undefined),
  }),
  loader: ({ context: { queryClient }, params }) =>
    whenAllowed(queryClient, 'patients.import', async () => {
      await queryClient.query(importQueryOptions(params.importId)).catch(ignored);
    }),
  component: lazyRouteComponent(screens, 'ImportScreen'),
});
