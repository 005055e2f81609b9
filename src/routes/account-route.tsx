import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute } from './app-route.tsx';

/** One's own password, sign-ins and looks. */
export const accountRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/account',
  component: lazyRouteComponent(() => import('./account-screen.tsx'), 'AccountScreen'),
});
