import { Hono } from 'hono';
import * as z from 'zod/mini';
import { DEMO_IDS } from '#domain/demo/demo-ids.ts';
import { outcomeQuery, patientChangesQuery } from '#domain/outcomes/outcome-query.ts';
import { assessmentCreate, outcome, outcomeVoid } from '#domain/outcomes/outcome.ts';
import { patientChanges } from '#domain/outcomes/patient-changes.ts';
import { pageOf } from '#domain/shared/page.ts';
import { type AppEnv, operation } from '../http/operation.ts';
import { listOutcomes } from './list-outcomes.ts';
import { listPatientChanges } from './list-patient-changes.ts';
import { recordAssessment } from './record-assessment.ts';
import { voidOutcome } from './void-outcome.ts';

export const outcomeRoutes = new Hono<AppEnv>()
  .get(
    '/',
    operation(
      {
        id: 'listOutcomes',
        summary: 'Readings of measures, newest first; those taken back are marked',
        access: 'outcomes.read',
        query: outcomeQuery,
        response: pageOf(outcome),
      },
      ({ ctx, query }) => listOutcomes(ctx, query),
    ),
  )
  .post(
    '/',
    operation(
      {
        id: 'recordAssessment',
        summary: 'Record the readings of one assessment, all or none',
        access: 'outcomes.write',
        body: assessmentCreate,
        example: {
          courseId: DEMO_IDS.course,
          assessedOn: '2026-01-12',
          readings: [
            {
              measure: 'patient_global_change',
              rater: 'patient',
              isBaseline: false,
              isBlinded: false,
              value: 1,
            },
          ],
        },
        response: z.strictObject({ items: z.array(outcome) }),
        status: 201,
      },
      async ({ ctx, body }) => ({ items: await recordAssessment(ctx, body) }),
    ),
  )
  .get(
    '/changes',
    operation(
      {
        id: 'listPatientChanges',
        summary: 'What a patient said changed since before session 1, newest first',
        access: 'outcomes.read',
        query: patientChangesQuery,
        response: z.strictObject({ items: z.array(patientChanges) }),
      },
      async ({ ctx, query }) => ({ items: await listPatientChanges(ctx, query.patientId) }),
    ),
  )
  .post(
    '/:id/void',
    operation(
      {
        id: 'voidOutcome',
        summary: 'Take a reading back; it is kept, marked and not counted',
        access: 'outcomes.write',
        body: outcomeVoid,
        example: { reason: 'Typed for the wrong person.' },
        versioned: true,
        response: outcome,
      },
      ({ ctx, id, ifMatch, body }) => voidOutcome(ctx, id, ifMatch, body),
    ),
  );
