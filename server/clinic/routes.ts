import { Hono } from 'hono';
import { clinic, clinicUpdate } from '#domain/clinic/clinic.ts';
import { authorise } from '../http/context.ts';
import { type AppEnv, operation } from '../http/operation.ts';
import { fetchClinic } from './clinic-view.ts';
import { updateClinic } from './update-clinic.ts';

export const clinicRoutes = new Hono<AppEnv>()
  .get(
    '/',
    operation(
      {
        id: 'getClinic',
        summary: 'The clinic and its settings',
        access: 'clinic.read',
        response: clinic,
      },
      async ({ ctx }) => {
        authorise(ctx, 'clinic.read');
        return await fetchClinic(ctx.deps.db);
      },
    ),
  )
  .patch(
    '/',
    operation(
      {
        id: 'updateClinic',
        summary: 'Change the clinic’s settings',
        access: 'clinic.write',
        body: clinicUpdate,
        example: { idleLockMinutes: 15 },
        versioned: true,
        response: clinic,
      },
      ({ ctx, body, ifMatch }) => updateClinic(ctx, ifMatch, body),
    ),
  );
