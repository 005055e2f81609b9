import { Hono } from 'hono';
import { schedule, scheduleQuery } from '#domain/appointments/schedule.ts';
import { type AppEnv, operation } from '../http/operation.ts';
import { getSchedule } from './get-schedule.ts';

export const scheduleRoutes = new Hono<AppEnv>().get(
  '/',
  operation(
    {
      id: 'getSchedule',
      summary: 'All that a schedule of some days shows, in one answer',
      access: 'appointments.read',
      query: scheduleQuery,
      response: schedule,
    },
    ({ ctx, query }) => getSchedule(ctx, query),
  ),
);
