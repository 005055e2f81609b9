import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { staffListQuery } from '#src/features/staff/staff.queries.ts';
import { startLoading } from '#src/lib/start-loading.ts';
import { appRoute } from './app-route.tsx';

/** Everyone who works here. */
export const staffRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/staff',
  loader: ({ context }) => {
    startLoading(context.queryClient.query(staffListQuery()));
  },
  component: lazyRouteComponent(() => import('./staff-screen.tsx'), 'StaffScreen'),
});
