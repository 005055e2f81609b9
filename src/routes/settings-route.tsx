import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { clinicQuery } from '#src/features/settings/settings.queries.ts';
import { appRoute } from './app-route.tsx';

/** The clinic's settings. */
export const settingsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/settings',
  loader: ({ context }) => {
    void context.queryClient.prefetchQuery(clinicQuery());
  },
  component: lazyRouteComponent(() => import('./settings-screen.tsx'), 'SettingsScreen'),
});
