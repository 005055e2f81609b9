import { Hono } from 'hono';
import * as z from 'zod/mini';
import { patientProfile, profileChange, profileUpdate } from '#domain/profiles/profile.ts';
import { clinical } from '#domain/shared/field-tags.ts';
import { type AppEnv, operation } from '../http/operation.ts';
import { getProfile, listProfileChanges } from './get-profile.ts';
import { updateProfile } from './update-profile.ts';

export const profileRoutes = new Hono<AppEnv>()
  .get(
    '/:id/profile',
    operation(
      {
        id: 'getPatientProfile',
        summary: 'A patient’s allergies, medication, conditions and measures',
        access: 'profiles.read',
        response: patientProfile,
      },
      ({ ctx, id }) => getProfile(ctx, id),
    ),
  )
  .patch(
    '/:id/profile',
    operation(
      {
        id: 'updatePatientProfile',
        summary: 'Change a patient’s profile; what it said before stays in its history',
        access: 'profiles.write',
        body: profileUpdate,
        example: {
          allergyState: 'recorded',
          allergies: [
            {
              substance: 'latex',
              ingredientId: null,
              detail: null,
              reaction: 'Itching of the hands',
              severity: 'mild',
            },
          ],
        },
        versioned: true,
        response: patientProfile,
      },
      ({ ctx, id, ifMatch, body }) => updateProfile(ctx, id, ifMatch, body),
    ),
  )
  .get(
    '/:id/profile/changes',
    operation(
      {
        id: 'listProfileChanges',
        summary: 'The dated changes of a patient’s profile, the oldest first',
        access: 'profiles.read',
        response: z.strictObject({ items: clinical(z.array(profileChange)) }),
      },
      ({ ctx, id }) => listProfileChanges(ctx, id),
    ),
  );
