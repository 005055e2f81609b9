import { createRoute } from '@tanstack/react-router';
import { appRoute } from './app-route.tsx';
import { NotFoundPage } from './page-errors.tsx';

/** Every other address: said within the shell, so that the way on is at hand. */
export const lostRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '$',
  component: NotFoundPage,
});
