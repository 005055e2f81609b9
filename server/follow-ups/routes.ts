import { Hono } from 'hono';
import * as z from 'zod/mini';
import { contactCreate, followUpContact } from '#domain/follow-ups/follow-up-contact.ts';
import {
  completenessQuery,
  contactQuery,
  followUpQuery,
} from '#domain/follow-ups/follow-up-query.ts';
import {
  attemptCreate,
  careFollowUp,
  followUp,
  followUpClose,
  followUpCompleteness,
  followUpReview,
} from '#domain/follow-ups/follow-up.ts';
import { NO_CHANGES_ASKED } from '#domain/outcomes/patient-changes.ts';
import { pageOf } from '#domain/shared/page.ts';
import { type AppEnv, operation } from '../http/operation.ts';
import { closeFollowUp, reopenFollowUp, takeFollowUp } from './close-follow-up.ts';
import { getCompleteness } from './get-completeness.ts';
import { getFollowUp } from './get-follow-up.ts';
import { listContacts } from './list-contacts.ts';
import { listCareFollowUps, listFollowUps } from './list-follow-ups.ts';
import { logAttempt } from './log-attempt.ts';
import { recordContact } from './record-contact.ts';
import { reviewFollowUp } from './review-follow-up.ts';

export const followUpRoutes = new Hono<AppEnv>()
  .get(
    '/',
    operation(
      {
        id: 'listFollowUps',
        summary: 'Whom to call and why, in desk words; the most urgent first',
        access: 'follow-ups.read',
        query: followUpQuery,
        response: pageOf(followUp),
      },
      ({ ctx, query }) => listFollowUps(ctx, query),
    ),
  )
  .get(
    '/care',
    operation(
      {
        id: 'listCareFollowUps',
        summary: 'Follow-ups with the side effect or report behind each; the most urgent first',
        access: 'follow-ups.record',
        query: followUpQuery,
        response: pageOf(careFollowUp),
      },
      ({ ctx, query }) => listCareFollowUps(ctx, query),
    ),
  )
  .get(
    '/completeness',
    operation(
      {
        id: 'getFollowUpCompleteness',
        summary: 'Follow-ups met in their window, of those due',
        access: 'follow-ups.completeness',
        query: completenessQuery,
        response: followUpCompleteness,
      },
      ({ ctx, query }) => getCompleteness(ctx, query),
    ),
  )
  .get(
    '/contacts',
    operation(
      {
        id: 'listFollowUpContacts',
        summary: 'What was asked of a patient at follow-ups, newest first',
        access: 'follow-ups.record',
        query: contactQuery,
        response: z.strictObject({ items: z.array(followUpContact) }),
      },
      async ({ ctx, query }) => ({ items: await listContacts(ctx, query.patientId) }),
    ),
  )
  .get(
    '/:id',
    operation(
      {
        id: 'getFollowUp',
        summary: 'One follow-up',
        access: 'follow-ups.record',
        response: careFollowUp,
      },
      ({ ctx, id }) => getFollowUp(ctx, id),
    ),
  )
  .post(
    '/:id/attempts',
    operation(
      {
        id: 'logFollowUpAttempt',
        summary: 'Log an attempt to reach the patient',
        access: 'follow-ups.write',
        body: attemptCreate,
        example: { result: 'no_answer', callBackOn: null, note: 'Rang out twice.' },
        versioned: true,
        response: followUp,
      },
      ({ ctx, id, ifMatch, body }) => logAttempt(ctx, id, ifMatch, body),
    ),
  )
  .post(
    '/:id/record',
    operation(
      {
        id: 'recordFollowUpContact',
        summary: 'Record what was asked at a contact; it closes the follow-up',
        access: 'follow-ups.record',
        body: contactCreate,
        example: {
          contactedOn: '2026-01-12',
          way: 'phone',
          pain24h: null,
          sideEffects: { asked: 'none' },
          noticedChange: 'no',
          patientGlobalChange: 0,
          changes: { ...NO_CHANGES_ASKED, shedding: 'same' },
          nextStep: 'next_session',
          note: '',
        },
        versioned: true,
        response: followUpContact,
        status: 201,
      },
      ({ ctx, id, ifMatch, body }) => recordContact(ctx, id, ifMatch, body),
    ),
  )
  .post(
    '/:id/review',
    operation(
      {
        id: 'reviewFollowUp',
        summary: 'Close a follow-up of a side effect or lapsed course with what was found',
        access: 'follow-ups.record',
        body: followUpReview,
        example: { note: 'Seen at the clinic, smaller.', lookAgainOn: null },
        versioned: true,
        response: careFollowUp,
      },
      ({ ctx, id, ifMatch, body }) => reviewFollowUp(ctx, id, ifMatch, body),
    ),
  )
  .post(
    '/:id/close',
    operation(
      {
        id: 'closeFollowUp',
        summary: 'Close a follow-up without a contact, with the reason',
        access: 'follow-ups.record',
        body: followUpClose,
        example: { status: 'missed', reason: 'Three calls, no answer.' },
        versioned: true,
        response: careFollowUp,
      },
      ({ ctx, id, ifMatch, body }) => closeFollowUp(ctx, id, ifMatch, body),
    ),
  )
  .post(
    '/:id/reopen',
    operation(
      {
        id: 'reopenFollowUp',
        summary: 'Open a follow-up again that a person closed',
        access: 'follow-ups.record',
        versioned: true,
        response: careFollowUp,
      },
      ({ ctx, id, ifMatch }) => reopenFollowUp(ctx, id, ifMatch),
    ),
  )
  .post(
    '/:id/take',
    operation(
      {
        id: 'takeFollowUp',
        summary: 'Put a follow-up on one’s own list',
        access: 'follow-ups.record',
        versioned: true,
        response: careFollowUp,
      },
      ({ ctx, id, ifMatch }) => takeFollowUp(ctx, id, ifMatch),
    ),
  );
