import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { clinicQuery } from '#src/features/settings/settings.queries.ts';
import { startLoading } from '#src/lib/start-loading.ts';
import { appRoute } from './app-route.tsx';

/** The clinic's settings. */
export const settingsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/settings',
  loader: ({ context }) => {
    startLoading(context.queryClient.query(clinicQuery()));
  },
  component: lazyRouteComponent(() => import('./settings-screen.tsx'), 'SettingsScreen'),
});
