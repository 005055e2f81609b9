import { Hono } from 'hono';
import * as z from 'zod/mini';
import { demoId } from '#domain/demo/demo-clinic.ts';
import { DEMO_IDS, DEMO_KINDS } from '#domain/demo/demo-ids.ts';
import { sessionQuery } from '#domain/sessions/session-query.ts';
import {
  addendumCreate,
  laterPainCreate,
  session,
  sessionCreate,
  sessionSign,
  sessionUpdate,
} from '#domain/sessions/session.ts';
import { clinical } from '#domain/shared/field-tags.ts';
import { id as recordId } from '#domain/shared/ids.ts';
import { pageOf } from '#domain/shared/page.ts';
import { type AppEnv, operation } from '../http/operation.ts';
import { sessionCheck } from '#domain/sessions/session-check.ts';
import { overrideCreate, overrideWithdraw } from '#domain/sessions/override.ts';
import { addAddendum } from './add-addendum.ts';
import { createSession } from './create-session.ts';
import { discardSession } from './discard-session.ts';
import { getSession } from './get-session.ts';
import { listSessionChecks } from './list-session-checks.ts';
import { listSessions } from './list-sessions.ts';
import { overrideChecks, withdrawOverride } from './override-check.ts';
import { recordLaterPain } from './record-later-pain.ts';
import { signSession } from './sign-session.ts';
import { updateSession } from './update-session.ts';

/** A finding to review of the draft that examples name: two ingredients of its recipe. */
const EXAMPLE_REVIEW = `pair_unknown:${demoId(DEMO_KINDS.ingredient, 2)}:${demoId(DEMO_KINDS.ingredient, 3)}`;

export const sessionRoutes = new Hono<AppEnv>()
  .get(
    '/',
    operation(
      {
        id: 'listSessions',
        summary: 'Treatment sessions, drafts included, newest first',
        access: 'sessions.read',
        query: sessionQuery,
        response: pageOf(session),
      },
      ({ ctx, query }) => listSessions(ctx, query),
    ),
  )
  .post(
    '/',
    operation(
      {
        id: 'createSession',
        summary: 'Begin the record of a session, as a draft',
        access: 'sessions.write',
        body: sessionCreate,
        example: {
          courseId: DEMO_IDS.course,
          sessionOn: '2026-01-12',
          performedBy: DEMO_IDS.practitioner,
          technique: 'point_by_point',
          depthMm: 2,
        },
        response: session,
        status: 201,
      },
      ({ ctx, body }) => createSession(ctx, body),
    ),
  )
  .get(
    '/:id',
    operation(
      {
        id: 'getSession',
        summary: 'One session with its notes',
        access: 'sessions.read',
        response: session,
      },
      ({ ctx, id }) => getSession(ctx, id),
    ),
  )
  .patch(
    '/:id',
    operation(
      {
        id: 'updateSession',
        summary: 'Change one’s own draft: only the fields named',
        access: 'sessions.write',
        body: sessionUpdate,
        example: { painDuring: 3, reactions: { asked: 'none' } },
        versioned: true,
        response: session,
      },
      ({ ctx, id, ifMatch, body }) => updateSession(ctx, id, ifMatch, body),
    ),
  )
  .get(
    '/:id/checks',
    operation(
      {
        id: 'listSessionChecks',
        summary: 'What stands against a session as it is saved, each with what it needs',
        access: 'sessions.read',
        response: z.strictObject({ items: clinical(z.array(sessionCheck)) }),
      },
      ({ ctx, id }) => listSessionChecks(ctx, id),
    ),
  )
  .post(
    '/:id/overrides',
    operation(
      {
        id: 'overrideSessionChecks',
        summary: 'Go on in spite of findings of a draft, with a reason that stays on the record',
        access: 'sessions.write',
        body: overrideCreate,
        example: {
          keys: [EXAMPLE_REVIEW],
          reason: 'Looked at in the syringe: clear.',
        },
        versioned: true,
        response: session,
      },
      ({ ctx, id, ifMatch, body }) => overrideChecks(ctx, id, ifMatch, body),
    ),
  )
  .post(
    '/:id/overrides/withdraw',
    operation(
      {
        id: 'withdrawSessionOverride',
        summary: 'Take back one’s own reason to go on, while the session is a draft',
        access: 'sessions.write',
        body: overrideWithdraw,
        example: { keys: [EXAMPLE_REVIEW] },
        versioned: true,
        response: session,
      },
      ({ ctx, id, ifMatch, body }) => withdrawOverride(ctx, id, ifMatch, body),
    ),
  )
  .post(
    '/:id/later-pain',
    operation(
      {
        id: 'recordLaterPain',
        summary: 'Record pain 24 hours after a signed session, as an answer of its own',
        access: 'sessions.write',
        body: laterPainCreate,
        example: { answer: 1, askedOn: '2026-01-13' },
        response: session,
        status: 201,
      },
      ({ ctx, id, body }) => recordLaterPain(ctx, id, body),
    ),
  )
  .post(
    '/:id/sign',
    operation(
      {
        id: 'signSession',
        summary: 'Sign one’s own draft; it is locked for good',
        access: 'sessions.write',
        body: sessionSign,
        example: { confirmedFindings: [] },
        versioned: true,
        response: session,
      },
      ({ ctx, id, ifMatch, body }) => signSession(ctx, id, ifMatch, body),
    ),
  )
  .post(
    '/:id/addenda',
    operation(
      {
        id: 'addSessionNote',
        summary: 'Add a dated note to a signed session',
        access: 'sessions.write',
        body: addendumCreate,
        example: { text: 'The patient rang: the redness was gone the next morning.' },
        response: session,
        status: 201,
      },
      ({ ctx, id, body }) => addAddendum(ctx, id, body),
    ),
  )
  .post(
    '/:id/discard',
    operation(
      {
        id: 'discardSession',
        summary: 'Discard one’s own unsigned draft; the audit trail keeps it',
        access: 'sessions.write',
        versioned: true,
        response: z.strictObject({ id: clinical(recordId) }),
      },
      ({ ctx, id, ifMatch }) => discardSession(ctx, id, ifMatch),
    ),
  );
