import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '#src/routes/root-route.tsx';

/** The page of all primitives: in development and the demo only. */
export const galleryRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/gallery',
    component: lazyRouteComponent(() => import('./gallery-page.tsx'), 'GalleryPage'),
  }),
];
