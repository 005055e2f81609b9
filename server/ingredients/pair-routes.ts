import { Hono } from 'hono';
import { demoId } from '#domain/demo/demo-clinic.ts';
import { DEMO_IDS, DEMO_KINDS } from '#domain/demo/demo-ids.ts';
import { ingredientPair, pairCreate, pairQuery, pairUpdate } from '#domain/ingredients/pair.ts';
import { pageOf } from '#domain/shared/page.ts';
import { type AppEnv, operation } from '../http/operation.ts';
import { fetchPair } from './pair-view.ts';
import { listPairs } from './list-pairs.ts';
import { createPair, updatePair } from './write-pair.ts';

/** What the clinic knows of mixing its ingredients. Mounted before `/ingredients/:id`. */
export const pairRoutes = new Hono<AppEnv>()
  .get(
    '/',
    operation(
      {
        id: 'listIngredientPairs',
        summary: 'What the clinic knows of mixing two ingredients, the newest change first',
        access: 'ingredients.read',
        query: pairQuery,
        response: pageOf(ingredientPair),
      },
      ({ ctx, query }) => listPairs(ctx, query),
    ),
  )
  .post(
    '/',
    operation(
      {
        id: 'createIngredientPair',
        summary: 'Write down what is known of mixing two ingredients',
        access: 'ingredients.write',
        body: pairCreate,
        example: {
          firstId: DEMO_IDS.ingredient,
          secondId: demoId(DEMO_KINDS.ingredient, 8),
          verdict: 'unknown',
          source: 'The leaflets say nothing of it.',
          note: null,
        },
        response: ingredientPair,
        status: 201,
      },
      ({ ctx, body }) => createPair(ctx, body),
    ),
  )
  .get(
    '/:id',
    operation(
      {
        id: 'getIngredientPair',
        summary: 'What is known of one pair',
        access: 'ingredients.read',
        response: ingredientPair,
      },
      ({ ctx, id }) => fetchPair(ctx.deps.db, id),
    ),
  )
  .patch(
    '/:id',
    operation(
      {
        id: 'updateIngredientPair',
        summary: 'Change what is known of a pair',
        access: 'ingredients.write',
        body: pairUpdate,
        example: { verdict: 'avoid', source: 'Pharmacist, by telephone.' },
        versioned: true,
        response: ingredientPair,
      },
      ({ ctx, id, ifMatch, body }) => updatePair(ctx, id, ifMatch, body),
    ),
  );
