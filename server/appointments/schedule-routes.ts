import { Hono } from 'hono';
import { deskTasks } from '#domain/appointments/desk-tasks.ts';
import { schedule, scheduleQuery } from '#domain/appointments/schedule.ts';
import { type AppEnv, operation } from '../http/operation.ts';
import { getSchedule } from './get-schedule.ts';
import { listDeskTasks } from './list-desk-tasks.ts';

export const scheduleRoutes = new Hono<AppEnv>()
  .get(
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
  )
  .get(
    '/tasks',
    operation(
      {
        id: 'listDeskTasks',
        summary: 'Visits that were never closed, and courses that are due and not booked',
        access: 'appointments.read',
        response: deskTasks,
      },
      ({ ctx }) => listDeskTasks(ctx),
    ),
  );
