import { createRouter } from '@tanstack/react-router';
import { galleryRoutes } from '#gallery';
import { queryClient } from '#src/lib/query-client.ts';
import { LoadingPage } from '#src/ui/states.tsx';
import { accountRoute } from './account-route.tsx';
import { appRoute } from './app-route.tsx';
import { auditRoute } from './audit-route.tsx';
import {
  consentSignRoute,
  consultationRoute,
  consultRoute,
  courseScreeningRoute,
  intakeRoute,
  myDayRoute,
  profileRoute,
  sessionScreeningRoute,
} from './care-routes.tsx';
import { assessmentNewRoute, courseEditRoute, courseNewRoute } from './course-routes.tsx';
import {
  followUpRoute,
  followUpsRoute,
  phoneReportNewRoute,
  phoneReportRoute,
} from './follow-up-routes.tsx';
import { homeRoute } from './home-route.tsx';
import {
  ingredientNewRoute,
  ingredientRoute,
  ingredientsRoute,
  pairsRoute,
} from './ingredient-routes.tsx';
import { joinRoute, signInRoute, welcomeRoute } from './door-routes.tsx';
import {
  patientEditRoute,
  patientNewRoute,
  patientRoute,
  patientsRoute,
} from './patient-routes.tsx';
import { deskAppointmentsRoute, deskReportRoute } from './desk-report-routes.tsx';
import {
  behindRoute,
  changesRoute,
  curvesRoute,
  funnelRoute,
  monthlyRoute,
  outcomesGroupRoute,
  outcomesRoute,
  periodsRoute,
  respondersRoute,
  runsRoute,
  sharesRoute,
  unsignedRoute,
} from './outcomes-routes.tsx';
import {
  recipeChangeRoute,
  recipeCompareRoute,
  recipeDetailsRoute,
  recipeNewRoute,
  recipeNewVersionRoute,
  recipeRoute,
  recipesRoute,
} from './recipe-routes.tsx';
import { lostRoute } from './lost-route.ts';
import { importRoute, importStartRoute } from './patients-import-routes.tsx';
import { rootRoute } from './root-route.tsx';
import { scheduleRoute } from './schedule-route.tsx';
import { sessionNewRoute, sessionRoute } from './session-routes.tsx';
import { settingsRoute } from './settings-route.tsx';
import { sideEffectNewRoute, sideEffectRoute } from './side-effect-routes.tsx';
import { staffRoute } from './staff-route.tsx';
import { waitingListRoute } from './waiting-list-routes.tsx';

const routeTree = rootRoute.addChildren([
  signInRoute,
  welcomeRoute,
  joinRoute,
  intakeRoute,
  ...galleryRoutes,
  appRoute.addChildren([
    homeRoute,
    myDayRoute,
    scheduleRoute,
    waitingListRoute,
    patientsRoute,
    patientNewRoute,
    importStartRoute,
    importRoute,
    patientRoute,
    patientEditRoute,
    profileRoute,
    consultRoute,
    consultationRoute,
    sessionScreeningRoute,
    courseScreeningRoute,
    consentSignRoute,
    courseNewRoute,
    assessmentNewRoute,
    courseEditRoute,
    sessionNewRoute,
    sessionRoute,
    sideEffectNewRoute,
    sideEffectRoute,
    followUpsRoute,
    followUpRoute,
    phoneReportNewRoute,
    phoneReportRoute,
    recipesRoute,
    recipeNewRoute,
    recipeRoute,
    recipeDetailsRoute,
    recipeCompareRoute,
    recipeChangeRoute,
    recipeNewVersionRoute,
    ingredientsRoute,
    ingredientNewRoute,
    pairsRoute,
    ingredientRoute,
    outcomesRoute,
    outcomesGroupRoute,
    respondersRoute,
    sharesRoute,
    curvesRoute,
    changesRoute,
    runsRoute,
    behindRoute,
    funnelRoute,
    monthlyRoute,
    periodsRoute,
    unsignedRoute,
    deskReportRoute,
    deskAppointmentsRoute,
    staffRoute,
    settingsRoute,
    auditRoute,
    accountRoute,
    lostRoute,
  ]),
]);

/** All pages of the app by their addresses. */
export const router = createRouter({
  routeTree,
  context: { queryClient },
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultPendingMs: 300,
  defaultPendingComponent: LoadingPage,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
