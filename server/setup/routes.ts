import { Hono } from 'hono';
import { done } from '#domain/staff/me.ts';
import { setupAnswer, setupRequest, setupState } from '#domain/clinic/clinic.ts';
import { findClinic } from '../clinic/clinic-view.ts';
import { type AppEnv, operation } from '../http/operation.ts';
import { openDemo } from './open-demo.ts';
import { setUpClinic } from './set-up-clinic.ts';

const WEEKDAY = [{ from: '09:00', to: '18:00' }];

export const setupRoutes = new Hono<AppEnv>()
  .get(
    '/',
    operation(
      {
        id: 'getSetup',
        summary: 'Whether this clinic is set up',
        access: 'anyone',
        response: setupState,
      },
      async ({ ctx }) => {
        const found = await findClinic(ctx.deps.db);
        return { isSetUp: found !== undefined, isDemo: found?.isDemo ?? false };
      },
    ),
  )
  .post(
    '/',
    operation(
      {
        id: 'setUpClinic',
        summary: 'First run: make the clinic, its owner and the first practitioner',
        access: 'anyone',
        body: setupRequest,
        example: {
          owner: {
            name: 'Inês Carvalho',
            email: 'ines@clinic.example',
            password: 'a long password',
          },
          clinic: {
            name: 'Clínica do Chiado',
            timeZone: 'Europe/Lisbon',
            country: 'PT',
            hours: {
              monday: WEEKDAY,
              tuesday: WEEKDAY,
              wednesday: WEEKDAY,
              thursday: WEEKDAY,
              friday: WEEKDAY,
              saturday: [],
              sunday: [],
            },
            rooms: ['Room 1'],
          },
          practitioner: { who: 'owner', isPrescriber: true },
        },
        response: setupAnswer,
        status: 201,
      },
      ({ ctx, body }) => setUpClinic(ctx, body),
    ),
  )
  .post(
    '/demo',
    operation(
      {
        id: 'openDemo',
        summary: 'First run: fill the empty database with the made-up demo clinic',
        access: 'anyone',
        response: done,
        status: 201,
      },
      async ({ ctx }) => {
        await openDemo(ctx);
        return { done: true as const };
      },
    ),
  );
