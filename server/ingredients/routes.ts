import { Hono } from 'hono';
import { ingredientQuery } from '#domain/ingredients/ingredient-query.ts';
import { ingredient, ingredientCreate, ingredientUpdate } from '#domain/ingredients/ingredient.ts';
import { pageOf } from '#domain/shared/page.ts';
import { type AppEnv, operation } from '../http/operation.ts';
import { addStarterCatalogue, starterCounts } from './add-starter-catalogue.ts';
import { createIngredient } from './create-ingredient.ts';
import { getIngredient } from './get-ingredient.ts';
import { listIngredients } from './list-ingredients.ts';
import { archiveIngredient, updateIngredient } from './update-ingredient.ts';

export const ingredientRoutes = new Hono<AppEnv>()
  .get(
    '/',
    operation(
      {
        id: 'listIngredients',
        summary: 'The catalogue of ingredients, by name',
        access: 'ingredients.read',
        query: ingredientQuery,
        response: pageOf(ingredient),
      },
      ({ ctx, query }) => listIngredients(ctx, query),
    ),
  )
  .post(
    '/',
    operation(
      {
        id: 'createIngredient',
        summary: 'Add an ingredient to the catalogue',
        access: 'ingredients.write',
        body: ingredientCreate,
        example: {
          name: 'Dexpanthenol of the hospital pharmacy',
          class: 'vitamin',
          tier: 'complementary',
          vehicle: 'water',
          regulatoryStatus: 'compounded',
          concentrationValue: null,
          concentrationUnit: 'as_supplied',
          statedPurpose: null,
          anaestheticFamily: 'none',
          anaestheticMaxMgPerKg: null,
          anaestheticMaxMg: null,
          isFiveAri: false,
          isAutologous: false,
          isSuspended: false,
          isSingleDose: true,
          openDaysMax: null,
          cautions: 'May irritate at the site.',
          source: null,
        },
        response: ingredient,
        status: 201,
      },
      ({ ctx, body }) => createIngredient(ctx, body),
    ),
  )
  .post(
    '/starter-catalogue',
    operation(
      {
        id: 'addStarterCatalogue',
        summary: 'Take over the starter catalogue’s entries that are not here yet',
        access: 'ingredients.write',
        response: starterCounts,
      },
      ({ ctx }) => addStarterCatalogue(ctx),
    ),
  )
  .get(
    '/:id',
    operation(
      {
        id: 'getIngredient',
        summary: 'One ingredient',
        access: 'ingredients.read',
        response: ingredient,
      },
      ({ ctx, id }) => getIngredient(ctx, id),
    ),
  )
  .patch(
    '/:id',
    operation(
      {
        id: 'updateIngredient',
        summary: 'Change an ingredient; recipes keep their own strengths and volumes',
        access: 'ingredients.write',
        body: ingredientUpdate,
        example: { cautions: 'May sting at the site.' },
        versioned: true,
        response: ingredient,
      },
      ({ ctx, id, ifMatch, body }) => updateIngredient(ctx, id, ifMatch, body),
    ),
  )
  .post(
    '/:id/archive',
    operation(
      {
        id: 'archiveIngredient',
        summary: 'Take an ingredient out of use',
        access: 'ingredients.write',
        versioned: true,
        response: ingredient,
      },
      ({ ctx, id, ifMatch }) => archiveIngredient(ctx, id, ifMatch, true),
    ),
  )
  .post(
    '/:id/restore',
    operation(
      {
        id: 'restoreIngredient',
        summary: 'Bring an archived ingredient back into use',
        access: 'ingredients.write',
        versioned: true,
        response: ingredient,
      },
      ({ ctx, id, ifMatch }) => archiveIngredient(ctx, id, ifMatch, false),
    ),
  );
