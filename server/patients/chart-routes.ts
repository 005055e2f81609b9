import { Hono } from 'hono';
import { patientChart } from '#domain/patients/chart.ts';
import { type AppEnv, operation } from '../http/operation.ts';
import { getChart } from './get-chart.ts';

export const chartRoutes = new Hono<AppEnv>().get(
  '/:id/chart',
  operation(
    {
      id: 'getPatientChart',
      summary: 'All of one patient; that it was read is recorded',
      access: 'chart.read',
      response: patientChart,
    },
    ({ ctx, id }) => getChart(ctx, id),
  ),
);
