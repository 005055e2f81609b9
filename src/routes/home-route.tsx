import { createRoute, redirect } from '@tanstack/react-router';
import { meQuery } from '#src/lib/me.ts';
import { appRoute } from './app-route.tsx';
import { homeOf } from './navigation.ts';

/** The first page: where this person's role begins. */
export const homeRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/',
  loader: async ({ context, parentMatchPromise }) => {
    await parentMatchPromise;
    const me = context.queryClient.getQueryData(meQuery().queryKey);
    if (me) throw redirect({ to: homeOf(me), replace: true });
  },
});
