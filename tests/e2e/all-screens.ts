import { demoId } from '#domain/demo/demo-clinic.ts';
import { DEMO_IDS, DEMO_KINDS } from '#domain/demo/demo-ids.ts';
import type { Role } from '#domain/staff/permissions.ts';

/** The accounts of the demo clinic at its door. */
export const DEMO_ACCOUNTS: Record<Role, string> = {
  receptionist: 'reception@demo.clinic',
  practitioner: 'practitioner@demo.clinic',
  manager: 'manager@demo.clinic',
};

/** A screen: its route as the router knows it, an address of it in the demo clinic, and who uses it. */
export type Screen = { route: string; address: string; as: Role | 'nobody'; name: string };

const { patient, course, session, signedSession, sideEffect, recipe, ingredient } = DEMO_IDS;
/** A protocol of two versions. */
const protocol = demoId(DEMO_KINDS.protocol, 2);
const finishedPatient = demoId(DEMO_KINDS.patient, 2);

const screen = (as: Screen['as'], route: string, name: string, address = route): Screen => ({
  route,
  address,
  as,
  name,
});

/** Every screen of the app that the demo clinic can show without changing anything. */
export const ALL_SCREENS: readonly Screen[] = [
  screen('nobody', '/sign-in', 'sign-in'),
  screen('nobody', '/join/$secret', 'join-spent', '/join/a-link-that-opens-nothing'),
  screen('receptionist', '/', 'home'),
  screen('receptionist', '/today', 'today'),
  screen('receptionist', '/today', 'schedule-week', '/today?view=week'),
  screen('receptionist', '/today', 'schedule-agenda', '/today?view=agenda'),
  screen('receptionist', '/waiting-list', 'waiting-list'),
  screen('receptionist', '/waiting-list', 'waiting-parked', '/waiting-list?view=parked'),
  screen('manager', '/waiting-list', 'waiting-list-read'),
  screen('receptionist', '/patients', 'patients'),
  screen('receptionist', '/patients', 'patients-nobody', '/patients?q=nobody%20of%20this%20name'),
  screen('receptionist', '/patients/new', 'patient-new'),
  screen('receptionist', '/patients/$patientId', 'patient-desk', `/patients/${patient}`),
  screen('receptionist', '/patients/$patientId/edit', 'patient-edit', `/patients/${patient}/edit`),
  screen('receptionist', '/patients/import', 'import'),
  screen('receptionist', '/outcomes', 'outcomes-refused'),
  screen('receptionist', '/account', 'account'),
  screen('receptionist', '$', 'no-such-page', '/no/such/page'),
  screen('receptionist', '/follow-ups', 'follow-ups-desk'),
  screen('receptionist', '/phone-reports/new', 'phone-report-new'),
  screen(
    'receptionist',
    '/phone-reports/$id',
    'phone-report-refused',
    `/phone-reports/${DEMO_IDS.phoneReport}`,
  ),
  screen('practitioner', '/my-day', 'my-day'),
  screen('receptionist', '/my-day', 'my-day-refused'),
  screen('practitioner', '/patients/$patientId/profile', 'profile', `/patients/${patient}/profile`),
  screen(
    'practitioner',
    '/consultations/$consultationId',
    'consultation',
    `/consultations/${DEMO_IDS.consultation}`,
  ),
  screen(
    'practitioner',
    '/sessions/$sessionId/screening',
    'screening-session',
    `/sessions/${session}/screening`,
  ),
  screen(
    'practitioner',
    '/courses/$courseId/screening',
    'screening-course',
    `/courses/${course}/screening`,
  ),
  screen('practitioner', '/courses/$courseId/consent', 'consent', `/courses/${course}/consent`),
  screen('manager', '/settings/screening', 'screening-levels'),
  screen('manager', '/settings/consents', 'consent-texts'),
  screen('practitioner', '/settings/consents/new', 'consent-text-new'),
  screen(
    'manager',
    '/settings/consents/$textId',
    'consent-text-draft',
    `/settings/consents/${DEMO_IDS.consentTemplateDraft}`,
  ),
  screen('manager', '/follow-ups', 'follow-ups-completeness'),
  screen('practitioner', '/follow-ups', 'follow-ups'),
  screen('practitioner', '/follow-ups', 'follow-ups-missed', '/follow-ups?due=missed&whose=mine'),
  screen('practitioner', '/follow-ups/$id', 'follow-up-week', `/follow-ups/${DEMO_IDS.followUp}`),
  screen(
    'practitioner',
    '/follow-ups/$id',
    'follow-up-lapsed',
    `/follow-ups/${DEMO_IDS.lapsedFollowUp}`,
  ),
  screen(
    'practitioner',
    '/phone-reports/$id',
    'phone-report',
    `/phone-reports/${DEMO_IDS.phoneReport}`,
  ),
  screen('practitioner', '/patients/$patientId', 'chart', `/patients/${patient}`),
  screen('practitioner', '/patients/$patientId', 'chart-two', `/patients/${finishedPatient}`),
  screen(
    'practitioner',
    '/patients/$patientId/courses/new',
    'course-new',
    `/patients/${patient}/courses/new`,
  ),
  screen('practitioner', '/courses/$courseId/edit', 'course-edit', `/courses/${course}/edit`),
  screen('practitioner', '/courses/$courseId/assess', 'assess', `/courses/${course}/assess`),
  screen('practitioner', '/sessions/$sessionId', 'session-draft', `/sessions/${session}`),
  screen('practitioner', '/sessions/$sessionId', 'session-signed', `/sessions/${signedSession}`),
  screen(
    'practitioner',
    '/courses/$courseId/side-effects/new',
    'side-effect-new',
    `/courses/${course}/side-effects/new`,
  ),
  screen('practitioner', '/side-effects/$id', 'side-effect', `/side-effects/${sideEffect}`),
  screen('practitioner', '/recipes', 'recipes'),
  screen('practitioner', '/recipes/new', 'recipe-new'),
  screen('practitioner', '/recipes/$recipeId', 'recipe', `/recipes/${recipe}`),
  screen(
    'practitioner',
    '/recipes/$recipeId/details',
    'recipe-details',
    `/recipes/${recipe}/details`,
  ),
  screen('practitioner', '/recipes/$recipeId/change', 'recipe-change', `/recipes/${recipe}/change`),
  screen(
    'practitioner',
    '/recipes/$recipeId/new-version',
    'recipe-new-version',
    `/recipes/${recipe}/new-version`,
  ),
  screen(
    'practitioner',
    '/recipes/$recipeId/compare',
    'recipe-compare',
    `/recipes/${recipe}/compare`,
  ),
  screen('practitioner', '/ingredients/pairs', 'pairs'),
  screen('practitioner', '/ingredients', 'ingredients'),
  screen('practitioner', '/ingredients/new', 'ingredient-new'),
  screen('practitioner', '/ingredients/$ingredientId', 'ingredient', `/ingredients/${ingredient}`),
  screen('manager', '/outcomes', 'outcomes'),
  screen('manager', '/outcomes/responders', 'outcomes-responders'),
  screen(
    'manager',
    '/outcomes/shares',
    'outcomes-shares',
    '/outcomes/shares?report=side_effects&groupBy=indication',
  ),
  screen('manager', '/outcomes/shares', 'outcomes-severity', '/outcomes/shares?report=severity'),
  screen('manager', '/outcomes/shares', 'outcomes-harms', '/outcomes/shares?report=harms'),
  screen('manager', '/outcomes/shares', 'outcomes-intervals', '/outcomes/shares?report=adherence'),
  screen('manager', '/outcomes/times', 'outcomes-times', '/outcomes/times?report=noticing'),
  screen('practitioner', '/outcomes/changes', 'outcomes-changes'),
  screen('manager', '/outcomes/weeks', 'outcomes-weeks', '/outcomes/weeks?report=side_effects'),
  screen('manager', '/outcomes/funnel', 'outcomes-funnel'),
  screen('manager', '/outcomes/monthly', 'outcomes-monthly'),
  screen(
    'manager',
    '/outcomes/periods',
    'outcomes-periods',
    '/outcomes/periods?to=2025-12-31&thenFrom=2026-01-01',
  ),
  screen('practitioner', '/outcomes/unsigned', 'outcomes-unsigned'),
  screen(
    'practitioner',
    '/outcomes/behind',
    'outcomes-behind',
    '/outcomes/behind?behind=asked_people&groupBy=indication',
  ),
  screen('receptionist', '/desk-report', 'desk-report'),
  screen('receptionist', '/desk-report/appointments', 'desk-report-appointments'),
  screen('manager', '/recipes/$recipeId', 'recipe-read-only', `/recipes/${recipe}`),
  screen('manager', '/staff', 'staff'),
  screen('manager', '/settings', 'settings'),
  screen('manager', '/settings/hours', 'settings-hours'),
  screen('manager', '/settings/staff-hours', 'settings-staff-hours'),
  screen('receptionist', '/settings/staff-hours', 'settings-staff-hours-read'),
  screen('manager', '/settings/closures', 'settings-closures'),
  screen('manager', '/settings/appointment-types', 'settings-appointment-types'),
  screen('manager', '/settings/protocols', 'settings-protocols'),
  screen(
    'manager',
    '/settings/protocols/$protocolId',
    'settings-protocol',
    `/settings/protocols/${protocol}`,
  ),
  screen('practitioner', '/settings/protocols/new', 'settings-protocol-new'),
  screen(
    'practitioner',
    '/settings/protocols/$protocolId/change',
    'settings-protocol-change',
    `/settings/protocols/${protocol}/change`,
  ),
  screen('receptionist', '/patients', 'patients-overdue', '/patients?due=overdue'),
  screen('manager', '/audit', 'audit'),
];

/** Routes the spec reaches by acting, or that lead on at once, each with where it is looked at. */
export const SCREENS_ELSEWHERE: Readonly<Record<string, string>> = {
  '/welcome': 'thread.spec.ts: only an empty database shows it',
  '/patients/import/$importId': 'screens.spec.ts uploads a file for it',
  '/outcomes/patients': 'screens.spec.ts opens it from the report',
  '/courses/$courseId/sessions/new': 'begins a session and leads on to it',
  '/intake': 'practitioner-day.spec.ts hands it to a patient',
  '/patients/$patientId/consult':
    'practitioner-day.spec.ts: begins a consultation and leads on to it',
};
