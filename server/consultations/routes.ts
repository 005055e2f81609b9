import { Hono } from 'hono';
import * as z from 'zod/mini';
import {
  consultation,
  consultationCreate,
  consultationUpdate,
  consultationView,
} from '#domain/consultations/consultation.ts';
import { DEMO_IDS } from '#domain/demo/demo-ids.ts';
import { clinical } from '#domain/shared/field-tags.ts';
import { id as recordId } from '#domain/shared/ids.ts';
import { type AppEnv, operation } from '../http/operation.ts';
import { beginConsultation } from './begin-consultation.ts';
import { getConsultation, listConsultations } from './get-consultation.ts';
import {
  discardConsultation,
  signConsultation,
  updateConsultation,
} from './update-consultation.ts';

/** Mounted at `/patients`. */
export const consultationsOfPatientRoutes = new Hono<AppEnv>().get(
  '/:id/consultations',
  operation(
    {
      id: 'listConsultations',
      summary: 'A patient’s consultations, drafts included, the oldest first',
      access: 'profiles.read',
      response: z.strictObject({ items: clinical(z.array(consultation)) }),
    },
    ({ ctx, id }) => listConsultations(ctx, id),
  ),
);

/** Mounted at `/consultations`. */
export const consultationRoutes = new Hono<AppEnv>()
  .post(
    '/',
    operation(
      {
        id: 'beginConsultation',
        summary: 'Begin the record of a consultation; an appointment has one',
        access: 'profiles.write',
        body: consultationCreate,
        example: { patientId: DEMO_IDS.patient, courseId: DEMO_IDS.course, appointmentId: null },
        response: consultation,
        status: 201,
      },
      ({ ctx, body }) => beginConsultation(ctx, body),
    ),
  )
  .get(
    '/:id',
    operation(
      {
        id: 'getConsultation',
        summary: 'One consultation, and what differs from the one before',
        access: 'profiles.read',
        response: consultationView,
      },
      ({ ctx, id }) => getConsultation(ctx, id),
    ),
  )
  .patch(
    '/:id',
    operation(
      {
        id: 'updateConsultation',
        summary: 'Change one’s own draft: only the fields named',
        access: 'profiles.write',
        body: consultationUpdate,
        example: { onset: 'gradual', adviceSought: ['gp'], transplant: 'no' },
        versioned: true,
        response: consultation,
      },
      ({ ctx, id, ifMatch, body }) => updateConsultation(ctx, id, ifMatch, body),
    ),
  )
  .post(
    '/:id/sign',
    operation(
      {
        id: 'signConsultation',
        summary: 'Sign one’s own draft; it is dated and kept',
        access: 'profiles.write',
        versioned: true,
        response: consultation,
      },
      ({ ctx, id, ifMatch }) => signConsultation(ctx, id, ifMatch),
    ),
  )
  .post(
    '/:id/discard',
    operation(
      {
        id: 'discardConsultation',
        summary: 'Discard one’s own draft; the audit trail keeps it',
        access: 'profiles.write',
        versioned: true,
        response: z.strictObject({ id: clinical(recordId) }),
      },
      ({ ctx, id, ifMatch }) => discardConsultation(ctx, id, ifMatch),
    ),
  );
