import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { id } from '#domain/shared/ids.ts';
import { courseQuery } from '#src/features/courses/courses.queries.ts';
import { startLoading } from '#src/lib/start-loading.ts';
import { appRoute } from './app-route.tsx';

/** Opens a course of treatment for a patient. */
export const courseNewRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/patients/$patientId/courses/new',
  validateSearch: z.object({
    /** The signed consultation it begins from. */
    consultation: z.catch(z.optional(id), undefined),
  }),
  component: lazyRouteComponent(() => import('./course-screens.tsx'), 'CourseNewScreen'),
});

/** Records an assessment of a course. */
export const assessmentNewRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/courses/$courseId/assess',
  loader: ({ context, params }) =>
    startLoading(context.queryClient.query(courseQuery(params.courseId))),
  component: lazyRouteComponent(() => import('./course-screens.tsx'), 'AssessmentNewScreen'),
});

/** Changes a course. */
export const courseEditRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/courses/$courseId/edit',
  loader: ({ context, params }) =>
    startLoading(context.queryClient.query(courseQuery(params.courseId))),
  component: lazyRouteComponent(() => import('./course-screens.tsx'), 'CourseEditScreen'),
});
