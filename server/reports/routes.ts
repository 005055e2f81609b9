import { Hono } from 'hono';
import { responderPatient, responderPatientsQuery } from '#domain/reports/responder-patients.ts';
import { respondersQuery, respondersReport } from '#domain/reports/responders.ts';
import { pageOf } from '#domain/shared/page.ts';
import { fileOperation } from '../http/file-operation.ts';
import { type AppEnv, operation } from '../http/operation.ts';
import { exportResponders } from './export-responders.ts';
import { getResponders } from './get-responders.ts';
import { listResponderPatients } from './list-responder-patients.ts';

export const reportRoutes = new Hono<AppEnv>()
  .get(
    '/responders',
    operation(
      {
        id: 'getResponders',
        summary: 'Responders by recipe, indication or technique, with both denominators',
        access: 'reports.read',
        query: respondersQuery,
        response: respondersReport,
      },
      ({ ctx, query }) => getResponders(ctx, query),
    ),
  )
  .get(
    '/responders/patients',
    operation(
      {
        id: 'listResponderPatients',
        summary: 'The patients behind one row of responders, as far as the role may see them',
        access: 'reports.read',
        query: responderPatientsQuery,
        response: pageOf(responderPatient),
      },
      ({ ctx, query }) => listResponderPatients(ctx, query),
    ),
  )
  .get(
    '/responders/export',
    fileOperation(
      {
        id: 'exportResponders',
        summary: 'Responders as a CSV file, small counts hidden',
        access: 'reports.read',
        query: respondersQuery,
        answers: 'text/csv',
      },
      ({ ctx, query }) => exportResponders(ctx, query),
    ),
  );
