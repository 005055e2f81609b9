import { Hono } from 'hono';
import * as z from 'zod/mini';
import { installMessages } from '#domain/shared/messages.ts';
import { instant } from '#domain/shared/calendar-date.ts';
import { admin } from '#domain/shared/field-tags.ts';
import { Problem } from '#domain/shared/problem.ts';
import { me } from '#domain/staff/me.ts';
import { sql } from 'drizzle-orm';
import { appointmentRoutes } from './appointments/routes.ts';
import { scheduleRoutes } from './appointments/schedule-routes.ts';
import { auditRoutes } from './audit/routes.ts';
import { availabilityRoutes } from './availability/routes.ts';
import { clinicRoutes } from './clinic/routes.ts';
import {
  consentRoutes,
  consentsOfCourseRoutes,
  consentsOfPatientRoutes,
  consentTemplateRoutes,
} from './consents/routes.ts';
import { consultationRoutes, consultationsOfPatientRoutes } from './consultations/routes.ts';
import { courseRoutes } from './courses/routes.ts';
import type { Deps } from './deps.ts';
import { docsPage } from './http/docs-page.ts';
import { openApiDocument, operationsOf } from './http/openapi.ts';
import { type AppEnv, operation } from './http/operation.ts';
import { problemFrom, problemResponse } from './http/problem-response.ts';
import { refuseCrossSite, requestFrame } from './http/request-frame.ts';
import { docsHeaders } from './http/security-headers.ts';
import { pairRoutes } from './ingredients/pair-routes.ts';
import { followUpRoutes } from './follow-ups/routes.ts';
import { phoneReportRoutes } from './phone-reports/routes.ts';
import { ingredientRoutes } from './ingredients/routes.ts';
import { liveRoutes } from './live/routes.ts';
import { notificationRoutes } from './notifications/routes.ts';
import { myDayRoutes } from './my-day/routes.ts';
import { outcomeRoutes } from './outcomes/routes.ts';
import { chartRoutes } from './patients/chart-routes.ts';
import { importRoutes } from './imports/routes.ts';
import { jobRoutes } from './jobs/routes.ts';
import { patientRoutes } from './patients/routes.ts';
import { profileRoutes } from './profiles/routes.ts';
import { protocolRoutes } from './protocols/routes.ts';
import { recipeRoutes } from './recipes/routes.ts';
import { deskReportRoutes } from './reports/desk-routes.ts';
import { reviewRoutes } from './reports/review-routes.ts';
import { reportRoutes } from './reports/routes.ts';
import {
  intakeRoutes,
  patientAlertRoutes,
  screeningLevelRoutes,
  screeningOfCourseRoutes,
  screeningOfPatientRoutes,
  screeningOfSessionRoutes,
  screeningRoutes,
} from './screening/routes.ts';
import { searchRoutes } from './search/routes.ts';
import { sessionRoutes } from './sessions/routes.ts';
import { setupRoutes } from './setup/routes.ts';
import { sideEffectRoutes } from './side-effects/routes.ts';
import { authRoutes } from './staff/auth-routes.ts';
import { getMe } from './staff/get-me.ts';
import { staffRoutes } from './staff/routes.ts';
import { waitingListRoutes } from './waiting-list/routes.ts';

const health = z.strictObject({
  status: admin(z.literal('ok')),
  build: admin(z.string()),
  now: admin(instant),
});

const routes = new Hono<AppEnv>()
  .get(
    '/health',
    operation(
      {
        id: 'getHealth',
        summary: 'Whether the server and its database answer',
        access: 'anyone',
        response: health,
      },
      async ({ ctx: { deps } }) => {
        await deps.db.execute(sql`SELECT 1`);
        return { status: 'ok' as const, build: deps.build, now: deps.now().toISOString() };
      },
    ),
  )
  .get(
    '/me',
    operation(
      { id: 'getMe', summary: 'Who is signed in', access: 'locked', response: me },
      ({ ctx }) => getMe(ctx),
    ),
  )
  .route('/setup', setupRoutes)
  .route('/auth', authRoutes)
  .route('/clinic', clinicRoutes)
  .route('/staff', staffRoutes)
  .route('/patients/imports', importRoutes)
  .route('/patients', patientRoutes)
  .route('/jobs', jobRoutes)
  .route('/patients', chartRoutes)
  .route('/ingredients/pairs', pairRoutes)
  .route('/ingredients', ingredientRoutes)
  .route('/recipes', recipeRoutes)
  .route('/courses', courseRoutes)
  .route('/outcomes', outcomeRoutes)
  .route('/sessions', sessionRoutes)
  .route('/side-effects', sideEffectRoutes)
  .route('/patients', profileRoutes)
  .route('/patients', screeningOfPatientRoutes)
  .route('/courses', screeningOfCourseRoutes)
  .route('/sessions', screeningOfSessionRoutes)
  .route('/screenings', screeningRoutes)
  .route('/screening-levels', screeningLevelRoutes)
  .route('/intake', intakeRoutes)
  .route('/my-day', myDayRoutes)
  .route('/patient-alerts', patientAlertRoutes)
  .route('/courses', consentsOfCourseRoutes)
  .route('/patients', consentsOfPatientRoutes)
  .route('/consents', consentRoutes)
  .route('/consent-templates', consentTemplateRoutes)
  .route('/patients', consultationsOfPatientRoutes)
  .route('/consultations', consultationRoutes)
  .route('/follow-ups', followUpRoutes)
  .route('/phone-reports', phoneReportRoutes)
  .route('/reports', reportRoutes)
  .route('/reports', reviewRoutes)
  .route('/desk-reports', deskReportRoutes)
  .route('/search', searchRoutes)
  .route('/events', liveRoutes)
  .route('/notifications', notificationRoutes)
  .route('/appointments', appointmentRoutes)
  .route('/schedule', scheduleRoutes)
  .route('/waiting-list', waitingListRoutes)
  .route('/audit', auditRoutes)
  .route('/availability', availabilityRoutes)
  .route('/protocols', protocolRoutes);

/** The API's routes and their types, for the typed client. */
export type Api = typeof routes;

/** A path another method would be answered on. */
function isKnownPath(app: Hono<AppEnv>, path: string): boolean {
  return operationsOf(app).some((one) =>
    new RegExp(`^${one.path.replace(/:\w+/g, '[^/]+')}$`).test(path),
  );
}

/**
 * The clinic API: one Hono app, the same on Node, in tests and in the browser.
 * It reads nothing but its Deps; requests come in by `app.fetch`.
 */
export function createApp(deps: Deps): Hono<AppEnv> {
  installMessages();
  const app = new Hono<AppEnv>();
  app.use('/api/*', requestFrame(deps), refuseCrossSite);
  app.route('/api', routes);
  let document: string | undefined;
  app.get('/api/openapi.json', (http) => {
    document ??= JSON.stringify(openApiDocument(app, deps.build));
    return http.body(document, 200, { 'content-type': 'application/json' });
  });
  app.get('/api/docs', (http) => http.html(docsPage(operationsOf(app)), 200, docsHeaders));
  app.notFound((http) => {
    const code = isKnownPath(app, http.req.path) ? 'method_not_allowed' : 'no_such_operation';
    return problemResponse(new Problem(code), http.var.requestId ?? '');
  });
  app.onError((error, http) => {
    const problem = problemFrom(error);
    if (!problem)
      deps.log('error', 'unexpected error', {
        requestId: http.var.requestId,
        name: error.name,
        // A database error's message can hold the values of a row: only the places are logged.
        stack: (error.stack ?? '')
          .split('\n')
          .filter((line) => line.startsWith('    at '))
          .slice(0, 8)
          .join('\n'),
      });
    return problemResponse(problem ?? new Problem('unexpected'), http.var.requestId);
  });
  return app;
}
