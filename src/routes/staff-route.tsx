import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { staffListQuery } from '#src/features/staff/staff.queries.ts';
import { appRoute } from './app-route.tsx';

/** Everyone who works here. */
export const staffRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/staff',
  loader: ({ context }) => {
    void context.queryClient.prefetchQuery(staffListQuery());
  },
  component: lazyRouteComponent(() => import('./staff-screen.tsx'), 'StaffScreen'),
});
