import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { id } from '#domain/shared/ids.ts';
import { consultationQuery } from '#src/features/consultations/consultations.queries.ts';
import { myDayQuery } from '#src/features/my-day/my-day.queries.ts';
import { profileQuery } from '#src/features/profiles/profiles.queries.ts';
import {
  courseScreeningQuery,
  sessionScreeningQuery,
} from '#src/features/screening/screening.queries.ts';
import { appRoute } from './app-route.tsx';
import { rootRoute } from './root-route.tsx';
import { whenAllowed } from './when-allowed.ts';

const screens = () => import('./care-screens.tsx');

/** A practitioner's home. */
export const myDayRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/my-day',
  loader: ({ context: { queryClient } }) =>
    whenAllowed(queryClient, 'chart.read', () => queryClient.query(myDayQuery())),
  component: lazyRouteComponent(() => import('./my-day-screen.tsx'), 'MyDayScreen'),
});

/** A patient's allergies, medication and measures. */
export const profileRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/patients/$patientId/profile',
  loader: ({ context: { queryClient }, params: { patientId } }) =>
    whenAllowed(queryClient, 'profiles.read', () => queryClient.query(profileQuery(patientId))),
  component: lazyRouteComponent(screens, 'ProfileScreen'),
});

const beginSearch = z.object({
  /** The course and the appointment it belongs to. */
  course: z.catch(z.optional(id), undefined),
  appointment: z.catch(z.optional(id), undefined),
});

/** Begins a consultation, or goes on with the one its appointment has. */
export const consultRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/patients/$patientId/consult',
  validateSearch: beginSearch,
  component: lazyRouteComponent(screens, 'ConsultScreen'),
});

/** One consultation. */
export const consultationRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/consultations/$consultationId',
  loader: ({ context: { queryClient }, params: { consultationId } }) =>
    whenAllowed(queryClient, 'profiles.read', () =>
      queryClient.query(consultationQuery(consultationId)),
    ),
  component: lazyRouteComponent(screens, 'ConsultationScreen'),
});

/** The questions before a session. */
export const sessionScreeningRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/sessions/$sessionId/screening',
  loader: ({ context: { queryClient }, params: { sessionId } }) =>
    whenAllowed(queryClient, 'screening.read', () =>
      queryClient.query(sessionScreeningQuery(sessionId)),
    ),
  component: lazyRouteComponent(screens, 'SessionScreeningScreen'),
});

/** The questions of a course, before there is a session's record. */
export const courseScreeningRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/courses/$courseId/screening',
  loader: ({ context: { queryClient }, params: { courseId } }) =>
    whenAllowed(queryClient, 'screening.read', () =>
      queryClient.query(courseScreeningQuery(courseId)),
    ),
  component: lazyRouteComponent(screens, 'CourseScreeningScreen'),
});

/** Signs a consent for a course. */
export const consentSignRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/courses/$courseId/consent',
  component: lazyRouteComponent(screens, 'ConsentSignScreen'),
});

/** The form a patient answers alone: outside the app, so that nothing of it stands behind. */
export const intakeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/intake',
  component: lazyRouteComponent(() => import('./intake-screen.tsx'), 'IntakeScreen'),
});
