import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { id } from '#domain/shared/ids.ts';
import {
  appointmentTypesQuery,
  closuresQuery,
  practitionersQuery,
  staffHoursQuery,
} from '#src/features/availability/availability.queries.ts';
import { consentTextsQuery } from '#src/features/consents/consents.queries.ts';
import { screeningLevelsQuery } from '#src/features/screening/screening.queries.ts';
import { clinicQuery } from '#src/features/settings/settings.queries.ts';
import { startLoading } from '#src/lib/start-loading.ts';
import { protocolsQuery } from '#src/ui/clinic/protocols.queries.ts';
import { appRoute } from './app-route.tsx';
import { SettingsLayout } from './settings-layout.tsx';
import { whenAllowed } from './when-allowed.ts';

/** Has no address of its own: each page says its whole one. */
const layout = createRoute({
  getParentRoute: () => appRoute,
  id: 'settings-pages',
  component: SettingsLayout,
});

const screens = () => import('./settings-screens.tsx');

const clinicRoute = createRoute({
  getParentRoute: () => layout,
  path: '/settings',
  loader: ({ context }) => startLoading(context.queryClient.query(clinicQuery())),
  component: lazyRouteComponent(screens, 'ClinicScreen'),
});

const hoursRoute = createRoute({
  getParentRoute: () => layout,
  path: '/settings/hours',
  loader: ({ context }) => startLoading(context.queryClient.query(clinicQuery())),
  component: lazyRouteComponent(screens, 'HoursScreen'),
});

const staffHoursRoute = createRoute({
  getParentRoute: () => layout,
  path: '/settings/staff-hours',
  loader: ({ context: { queryClient } }) => {
    startLoading(queryClient.query(practitionersQuery()));
    startLoading(queryClient.query(staffHoursQuery()));
  },
  component: lazyRouteComponent(screens, 'StaffHoursScreen'),
});

const closuresRoute = createRoute({
  getParentRoute: () => layout,
  path: '/settings/closures',
  loader: ({ context }) => startLoading(context.queryClient.query(closuresQuery())),
  component: lazyRouteComponent(screens, 'ClosuresScreen'),
});

const typesRoute = createRoute({
  getParentRoute: () => layout,
  path: '/settings/appointment-types',
  loader: ({ context }) => startLoading(context.queryClient.query(appointmentTypesQuery())),
  component: lazyRouteComponent(screens, 'AppointmentTypesScreen'),
});

const protocolScreens = () => import('./protocol-screens.tsx');

const protocolsRoute = createRoute({
  getParentRoute: () => layout,
  path: '/settings/protocols',
  loader: ({ context: { queryClient } }) =>
    whenAllowed(queryClient, 'protocols.read', () => queryClient.query(protocolsQuery())),
  component: lazyRouteComponent(protocolScreens, 'ProtocolsScreen'),
});

const protocolNewRoute = createRoute({
  getParentRoute: () => layout,
  path: '/settings/protocols/new',
  component: lazyRouteComponent(protocolScreens, 'ProtocolNewScreen'),
});

const protocolRoute = createRoute({
  getParentRoute: () => layout,
  path: '/settings/protocols/$protocolId',
  component: lazyRouteComponent(protocolScreens, 'ProtocolScreen'),
});

const protocolChangeRoute = createRoute({
  getParentRoute: () => layout,
  path: '/settings/protocols/$protocolId/change',
  component: lazyRouteComponent(protocolScreens, 'ProtocolChangeScreen'),
});

const careScreens = () => import('./care-settings-screens.tsx');

const screeningLevelsRoute = createRoute({
  getParentRoute: () => layout,
  path: '/settings/screening',
  loader: ({ context: { queryClient } }) =>
    whenAllowed(queryClient, 'screening-levels.read', () =>
      queryClient.query(screeningLevelsQuery()),
    ),
  component: lazyRouteComponent(careScreens, 'ScreeningLevelsScreen'),
});

const consentTextsRoute = createRoute({
  getParentRoute: () => layout,
  path: '/settings/consents',
  loader: ({ context: { queryClient } }) =>
    whenAllowed(queryClient, 'consent-templates.read', () =>
      queryClient.query(consentTextsQuery()),
    ),
  component: lazyRouteComponent(careScreens, 'ConsentTextsScreen'),
});

const consentTextNewRoute = createRoute({
  getParentRoute: () => layout,
  path: '/settings/consents/new',
  validateSearch: z.object({
    /** The edition that the next one begins from. */
    from: z.catch(z.optional(id), undefined),
  }),
  component: lazyRouteComponent(careScreens, 'ConsentTextNewScreen'),
});

const consentTextRoute = createRoute({
  getParentRoute: () => layout,
  path: '/settings/consents/$textId',
  component: lazyRouteComponent(careScreens, 'ConsentTextScreen'),
});

/** The clinic's settings, each page beside the names of the others. */
export const settingsRoute = layout.addChildren([
  clinicRoute,
  hoursRoute,
  staffHoursRoute,
  closuresRoute,
  typesRoute,
  protocolsRoute,
  protocolNewRoute,
  protocolRoute,
  protocolChangeRoute,
  screeningLevelsRoute,
  consentTextsRoute,
  consentTextNewRoute,
  consentTextRoute,
]);
