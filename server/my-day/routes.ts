import { Hono } from 'hono';
import { myDay } from '#domain/my-day/my-day.ts';
import { type AppEnv, operation } from '../http/operation.ts';
import { getMyDay } from './get-my-day.ts';

/** Mounted at `/my-day`. */
export const myDayRoutes = new Hono<AppEnv>().get(
  '/',
  operation(
    {
      id: 'getMyDay',
      summary: 'The day of whoever is signed in: visits, what they lack, what changed',
      access: 'chart.read',
      response: myDay,
    },
    ({ ctx }) => getMyDay(ctx),
  ),
);
