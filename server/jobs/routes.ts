import { Hono } from 'hono';
import { job } from '#domain/jobs/job.ts';
import { type AppEnv, operation } from '../http/operation.ts';
import { getJob } from './get-job.ts';

export const jobRoutes = new Hono<AppEnv>().get(
  '/:id',
  operation(
    { id: 'getJob', summary: 'How far a background job is', access: 'signed-in', response: job },
    ({ ctx, id }) => getJob(ctx, id),
  ),
);
