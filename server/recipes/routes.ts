import { Hono } from 'hono';
import { demoId } from '#domain/demo/demo-clinic.ts';
import { DEMO_IDS, DEMO_KINDS } from '#domain/demo/demo-ids.ts';
import { recipeQuery } from '#domain/recipes/recipe-query.ts';
import { recipeDetail, recipeListItem, recipeVersionView } from '#domain/recipes/recipe-view.ts';
import {
  recipeCreate,
  recipeUpdate,
  recipeVersionCreate,
  recipeVersionUpdate,
  versionApprove,
} from '#domain/recipes/recipe.ts';
import { pageOf } from '#domain/shared/page.ts';
import { type AppEnv, operation } from '../http/operation.ts';
import { approveVersion } from './approve-version.ts';
import { createRecipe } from './create-recipe.ts';
import { createVersion } from './create-version.ts';
import { getRecipe, getVersion } from './get-recipe.ts';
import { listRecipes } from './list-recipes.ts';
import { retireVersion } from './retire-version.ts';
import { archiveRecipe, updateRecipe } from './update-recipe.ts';
import { updateVersion } from './update-version.ts';

const line = {
  ingredientId: DEMO_IDS.ingredient,
  concentrationValue: null,
  concentrationUnit: 'as_supplied' as const,
  volumeMl: 1.5,
  statedPurpose: null,
  order: 1,
};

export const recipeRoutes = new Hono<AppEnv>()
  .get(
    '/',
    operation(
      {
        id: 'listRecipes',
        summary: 'The clinic’s recipes, with their newest version in brief',
        access: 'recipes.read',
        query: recipeQuery,
        response: pageOf(recipeListItem),
      },
      ({ ctx, query }) => listRecipes(ctx, query),
    ),
  )
  .post(
    '/',
    operation(
      {
        id: 'createRecipe',
        summary: 'Add a recipe with its first version',
        access: 'recipes.write',
        body: recipeCreate,
        example: {
          name: 'Postpartum trial mix',
          intendedIndications: ['postpartum_effluvium'],
          intendedArea: null,
          notes: '',
          ingredients: [line],
        },
        response: recipeDetail,
        status: 201,
      },
      ({ ctx, body }) => createRecipe(ctx, body),
    ),
  )
  .get(
    '/versions/:id',
    operation(
      {
        id: 'getRecipeVersion',
        summary: 'One version of a recipe, with totals and findings',
        access: 'recipes.read',
        response: recipeVersionView,
      },
      ({ ctx, id }) => getVersion(ctx, id),
    ),
  )
  .patch(
    '/versions/:id',
    operation(
      {
        id: 'updateRecipeVersion',
        summary: 'Change a draft version',
        access: 'recipes.write',
        body: recipeVersionUpdate,
        example: { changeNote: 'Less zinc: it stung.' },
        versioned: true,
        response: recipeVersionView,
      },
      ({ ctx, id, ifMatch, body }) => updateVersion(ctx, id, ifMatch, body),
    ),
  )
  .post(
    '/versions/:id/approve',
    operation(
      {
        id: 'approveRecipeVersion',
        summary: 'Approve a draft version as the second person, with a reason for each review',
        access: 'recipes.approve',
        body: versionApprove,
        example: {
          reasons: [
            [2, 3],
            [3, 4],
          ].map(([one = 0, other = 0]) => ({
            key: `pair_unknown:${demoId(DEMO_KINDS.ingredient, one)}:${demoId(DEMO_KINDS.ingredient, other)}`,
            reason: 'Looked at in the syringe: clear.',
          })),
        },
        versioned: true,
        response: recipeVersionView,
      },
      ({ ctx, id, ifMatch, body }) => approveVersion(ctx, id, ifMatch, body),
    ),
  )
  .post(
    '/versions/:id/retire',
    operation(
      {
        id: 'retireRecipeVersion',
        summary: 'Take an approved version out of use; sessions keep it',
        access: 'recipes.write',
        versioned: true,
        response: recipeVersionView,
      },
      ({ ctx, id, ifMatch }) => retireVersion(ctx, id, ifMatch),
    ),
  )
  .get(
    '/:id',
    operation(
      {
        id: 'getRecipe',
        summary: 'A recipe with all its versions, newest first',
        access: 'recipes.read',
        response: recipeDetail,
      },
      ({ ctx, id }) => getRecipe(ctx, id),
    ),
  )
  .patch(
    '/:id',
    operation(
      {
        id: 'updateRecipe',
        summary: 'Change a recipe’s name or what it is intended for',
        access: 'recipes.write',
        body: recipeUpdate,
        example: { notes: 'Reviewed in January.' },
        versioned: true,
        response: recipeDetail,
      },
      ({ ctx, id, ifMatch, body }) => updateRecipe(ctx, id, ifMatch, body),
    ),
  )
  .post(
    '/:id/versions',
    operation(
      {
        id: 'createRecipeVersion',
        summary: 'Add a next version of a recipe',
        access: 'recipes.write',
        body: recipeVersionCreate,
        example: {
          basedOnVersionId: DEMO_IDS.recipeVersion,
          changeNote: 'One ingredient only.',
          ingredients: [line],
        },
        response: recipeVersionView,
        status: 201,
      },
      ({ ctx, id, body }) => createVersion(ctx, id, body),
    ),
  )
  .post(
    '/:id/archive',
    operation(
      {
        id: 'archiveRecipe',
        summary: 'Take a recipe out of use',
        access: 'recipes.write',
        versioned: true,
        response: recipeDetail,
      },
      ({ ctx, id, ifMatch }) => archiveRecipe(ctx, id, ifMatch, true),
    ),
  )
  .post(
    '/:id/restore',
    operation(
      {
        id: 'restoreRecipe',
        summary: 'Bring an archived recipe back into use',
        access: 'recipes.write',
        versioned: true,
        response: recipeDetail,
      },
      ({ ctx, id, ifMatch }) => archiveRecipe(ctx, id, ifMatch, false),
    ),
  );
