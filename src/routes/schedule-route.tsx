import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { daysBeside, daysShown } from '#src/features/appointments/days-shown.ts';
import { scheduleOf } from '#src/features/appointments/appointments.queries.ts';
import { scheduleSearch } from '#src/features/appointments/schedule-search.ts';
import { todayIn } from '#src/lib/dates.ts';
import { meQuery } from '#src/lib/me.ts';
import { startLoading } from '#src/lib/start-loading.ts';
import { appRoute } from './app-route.tsx';
import { whenAllowed } from './when-allowed.ts';

/** The schedule, on today unless its address says another day. */
export const scheduleRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/today',
  validateSearch: scheduleSearch,
  loaderDeps: ({ search: { date, view } }) => ({ date, view }),
  loader: ({ context: { queryClient }, deps }) => {
    whenAllowed(queryClient, 'appointments.read', async () => {
      const { clinic } = await queryClient.query({ ...meQuery(), staleTime: 'static' });
      const shown = daysShown(deps, todayIn(clinic.timeZone));
      await queryClient.query(scheduleOf(shown));
      // One step back or on is there at once.
      for (const days of daysBeside(shown)) startLoading(queryClient.query(scheduleOf(days)));
    });
  },
  component: lazyRouteComponent(() => import('./schedule-screen.tsx'), 'ScheduleScreen'),
});
