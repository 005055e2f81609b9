import { Hono } from 'hono';
import * as z from 'zod/mini';
import { DEMO_IDS } from '#domain/demo/demo-ids.ts';
import {
  intakeAnswers,
  intakeForm,
  intakeOpen,
  intakeStart,
  intakeTicket,
} from '#domain/screening/intake.ts';
import {
  levelChangeCreate,
  levelChangeDecision,
  screeningLevelChange,
  screeningLevelList,
} from '#domain/screening/screening-levels.ts';
import {
  patientAlerts,
  screening,
  screeningCreate,
  screeningPlan,
  screeningReview,
  screeningUpdate,
} from '#domain/screening/screening.ts';
import { clinical } from '#domain/shared/field-tags.ts';
import { done } from '#domain/staff/me.ts';
import { type AppEnv, operation } from '../http/operation.ts';
import { lockDesk } from '../staff/sign-in.ts';
import { getCourseScreening, getSessionScreening, listScreenings } from './get-screening-plan.ts';
import { answerIntake, openIntake, startIntake } from './intake.ts';
import { listPatientAlerts } from './list-patient-alerts.ts';
import { recordScreening } from './record-screening.ts';
import {
  changeScreeningLevel,
  decideScreeningLevel,
  listScreeningLevels,
} from './screening-levels.ts';
import { reviewScreening, updateScreening } from './update-screening.ts';

const FORM_SECRET = 'the-secret-of-a-form-in-this-clinic';

/** Mounted at `/screenings`. */
export const screeningRoutes = new Hono<AppEnv>()
  .post(
    '/',
    operation(
      {
        id: 'recordScreening',
        summary: 'Record what a clinician asked, for a session or a course before it',
        access: 'screening.write',
        body: screeningCreate,
        example: {
          courseId: DEMO_IDS.course,
          sessionId: null,
          answers: {
            pregnancy: { answer: 'no', note: null },
            active_infection: { answer: 'no', note: null },
            previous_reaction: { answer: 'yes', note: 'Itching for a day.' },
          },
        },
        response: screening,
        status: 201,
      },
      ({ ctx, body }) => recordScreening(ctx, body),
    ),
  )
  .patch(
    '/:id',
    operation(
      {
        id: 'updateScreening',
        summary: 'Change answers before their session is signed, or bind them to it',
        access: 'screening.write',
        body: screeningUpdate,
        example: { answers: { cardiac: { answer: 'no', note: null } } },
        versioned: true,
        response: screening,
      },
      ({ ctx, id, ifMatch, body }) => updateScreening(ctx, id, ifMatch, body),
    ),
  )
  .post(
    '/:id/review',
    operation(
      {
        id: 'reviewScreening',
        summary: 'Note that a clinician has looked at the answers',
        access: 'screening.write',
        body: screeningReview,
        example: { note: 'Spoken about; the session goes on.' },
        versioned: true,
        response: screening,
      },
      ({ ctx, id, ifMatch, body }) => reviewScreening(ctx, id, ifMatch, body.note),
    ),
  );

/** Mounted at `/patient-alerts`. */
export const patientAlertRoutes = new Hono<AppEnv>().get(
  '/',
  operation(
    {
      id: 'listPatientAlerts',
      summary: 'Patients at whose answers a clinician should look; never why',
      access: 'patients.read',
      response: patientAlerts,
    },
    ({ ctx }) => listPatientAlerts(ctx),
  ),
);

/** Mounted at `/patients`. */
export const screeningOfPatientRoutes = new Hono<AppEnv>().get(
  '/:id/screenings',
  operation(
    {
      id: 'listScreenings',
      summary: 'A patient’s screenings, the oldest first',
      access: 'screening.read',
      response: z.strictObject({ items: clinical(z.array(screening)) }),
    },
    ({ ctx, id }) => listScreenings(ctx, id),
  ),
);

/** Mounted at `/courses`. */
export const screeningOfCourseRoutes = new Hono<AppEnv>().get(
  '/:id/screening',
  operation(
    {
      id: 'getCourseScreening',
      summary: 'The questions of a course today, before there is a session’s record',
      access: 'screening.read',
      response: screeningPlan,
    },
    ({ ctx, id }) => getCourseScreening(ctx, id),
  ),
);

/** Mounted at `/sessions`. */
export const screeningOfSessionRoutes = new Hono<AppEnv>().get(
  '/:id/screening',
  operation(
    {
      id: 'getSessionScreening',
      summary: 'The questions of a session, its answers, and what they ask for',
      access: 'screening.read',
      response: screeningPlan,
    },
    ({ ctx, id }) => getSessionScreening(ctx, id),
  ),
);

/** Mounted at `/screening-levels`. */
export const screeningLevelRoutes = new Hono<AppEnv>()
  .get(
    '/',
    operation(
      {
        id: 'listScreeningLevels',
        summary: 'What a “yes” to each question means here, with every dated change',
        access: 'screening-levels.read',
        response: screeningLevelList,
      },
      ({ ctx }) => listScreeningLevels(ctx),
    ),
  )
  .post(
    '/',
    operation(
      {
        id: 'changeScreeningLevel',
        summary: 'Change the level of a question; a practitioner’s change is proposed',
        access: 'screening-levels.propose',
        body: levelChangeCreate,
        example: { item: 'blood_tests', level: 'review', reason: 'The laboratory asked for it.' },
        response: screeningLevelChange,
        status: 201,
      },
      ({ ctx, body }) => changeScreeningLevel(ctx, body),
    ),
  )
  .post(
    '/:id/decide',
    operation(
      {
        id: 'decideScreeningLevel',
        summary: 'Approve or decline a proposed change',
        access: 'screening-levels.write',
        body: levelChangeDecision,
        example: { status: 'approved' },
        versioned: true,
        response: screeningLevelChange,
      },
      ({ ctx, id, ifMatch, body }) => decideScreeningLevel(ctx, id, ifMatch, body.status),
    ),
  );

/** Mounted at `/intake`. */
export const intakeRoutes = new Hono<AppEnv>()
  .post(
    '/',
    operation(
      {
        id: 'startIntake',
        summary: 'Hand the questions to a patient; this desk is locked from then on',
        access: 'intake.write',
        body: intakeStart,
        example: { patientId: DEMO_IDS.patient, appointmentId: null },
        response: intakeTicket,
        status: 201,
      },
      async ({ ctx, body, http }) => {
        const ticket = await startIntake(ctx, body);
        await lockDesk({ ...ctx, idempotency: undefined }, http.req.raw.headers);
        return ticket;
      },
    ),
  )
  .post(
    '/open',
    operation(
      {
        id: 'openIntake',
        summary: 'What a form that was handed over asks',
        access: 'anyone',
        body: intakeOpen,
        example: { secret: FORM_SECRET },
        response: intakeForm,
      },
      ({ ctx, body }) => openIntake(ctx, body.secret),
    ),
  )
  .post(
    '/answer',
    operation(
      {
        id: 'answerIntake',
        summary: 'Take what the patient wrote, once',
        access: 'anyone',
        body: intakeAnswers,
        example: {
          secret: FORM_SECRET,
          answers: { pregnancy: { answer: 'no', note: null } },
        },
        response: done,
      },
      ({ ctx, body }) => answerIntake(ctx, body),
    ),
  );
