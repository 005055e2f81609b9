import { createRoute, redirect } from '@tanstack/react-router';
import { finishLocking } from '#src/features/sign-in/sign-in.mutations.ts';
import { meQuery } from '#src/lib/me.ts';
import { isProblem } from '#src/lib/problem.ts';
import { setDeskState } from '#src/lib/desk-state.ts';
import { AppLayout } from './app-layout.tsx';
import { rootRoute } from './root-route.tsx';

/** The signed-in part of the app. Its loader runs beside those of the pages inside it. */
export const appRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'app',
  loader: async ({ context, location }) => {
    try {
      await finishLocking();
      const me = await context.queryClient.query({ ...meQuery(), staleTime: 'static' });
      setDeskState(me.isLocked ? 'locked' : 'open');
    } catch (error) {
      if (!isProblem(error, 'not_signed_in')) throw error;
      setDeskState('open');
      throw redirect({ to: '/sign-in', search: { from: location.href } });
    }
  },
  component: AppLayout,
});
