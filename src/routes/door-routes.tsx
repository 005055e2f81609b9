import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { LoadingDoor } from '#src/features/sign-in/door.tsx';
import { setupQuery } from '#src/features/sign-in/sign-in.queries.ts';
import { rootRoute } from './root-route.tsx';

const signInSearch = z.object({
  /** Where to go once signed in: a path of this app, never another host. */
  from: z.catch(z.optional(z.string().check(z.regex(/^\/(?!\/)/))), undefined),
  email: z.catch(z.optional(z.string()), undefined),
});

/** Where people sign in; an empty clinic is sent to its first run. */
export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: signInSearch,
  loader: async ({ context }) => {
    const setup = await context.queryClient.query(setupQuery());
    if (!setup.isSetUp) throw redirect({ to: '/welcome', replace: true });
    return setup;
  },
  pendingComponent: LoadingDoor,
  component: lazyRouteComponent(() => import('./sign-in-screen.tsx'), 'SignInScreen'),
});

/** The first run of an empty clinic. */
export const welcomeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/welcome',
  loader: async ({ context }) => {
    const setup = await context.queryClient.query(setupQuery());
    if (setup.isSetUp) throw redirect({ to: '/sign-in', replace: true });
  },
  pendingComponent: LoadingDoor,
  component: lazyRouteComponent(() => import('./welcome-screen.tsx'), 'WelcomeScreen'),
});

/** Where an invitation or reset link leads. */
export const joinRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/join/$secret',
  pendingComponent: LoadingDoor,
  component: lazyRouteComponent(() => import('./join-screen.tsx'), 'JoinScreen'),
});
