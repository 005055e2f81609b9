import { Hono } from 'hono';
import { DEMO_IDS } from '#domain/demo/demo-ids.ts';
import { pageOf } from '#domain/shared/page.ts';
import { sideEffectQuery } from '#domain/side-effects/side-effect-query.ts';
import {
  sideEffect,
  sideEffectCreate,
  sideEffectUpdate,
} from '#domain/side-effects/side-effect.ts';
import { type AppEnv, operation } from '../http/operation.ts';
import { createSideEffect } from './create-side-effect.ts';
import { getSideEffect } from './get-side-effect.ts';
import { listSideEffects } from './list-side-effects.ts';
import { updateSideEffect } from './update-side-effect.ts';

export const sideEffectRoutes = new Hono<AppEnv>()
  .get(
    '/',
    operation(
      {
        id: 'listSideEffects',
        summary: 'Side effects, newest first',
        access: 'side-effects.read',
        query: sideEffectQuery,
        response: pageOf(sideEffect),
      },
      ({ ctx, query }) => listSideEffects(ctx, query),
    ),
  )
  .post(
    '/',
    operation(
      {
        id: 'createSideEffect',
        summary: 'Record a side effect',
        access: 'side-effects.write',
        body: sideEffectCreate,
        example: {
          courseId: DEMO_IDS.course,
          sessionId: null,
          code: 'bruise',
          description: 'Left temple, 2 cm.',
          onsetOn: '2026-01-12',
          onsetAt: null,
          onsetPrecision: 'day',
          firstReportedOn: '2026-01-14',
          reportSource: 'asked',
          grade: 1,
          isOngoing: false,
          resolvedOn: '2026-01-18',
          lastKnownOn: null,
          outcome: 'recovered',
          actions: ['advice'],
          seriousness: [],
          relatednessToProduct: 'unlikely',
          relatednessToProcedure: 'probable',
          relatednessToAnaesthetic: null,
          warningSigns: [],
          lot: null,
          reporting: null,
        },
        response: sideEffect,
        status: 201,
      },
      ({ ctx, body }) => createSideEffect(ctx, body),
    ),
  )
  .get(
    '/:id',
    operation(
      {
        id: 'getSideEffect',
        summary: 'One side effect',
        access: 'side-effects.read',
        response: sideEffect,
      },
      ({ ctx, id }) => getSideEffect(ctx, id),
    ),
  )
  .patch(
    '/:id',
    operation(
      {
        id: 'updateSideEffect',
        summary: 'Change how a side effect goes on, ends or is judged',
        access: 'side-effects.write',
        body: sideEffectUpdate,
        example: { actions: ['advice', 'topical'] },
        versioned: true,
        response: sideEffect,
      },
      ({ ctx, id, ifMatch, body }) => updateSideEffect(ctx, id, ifMatch, body),
    ),
  );
