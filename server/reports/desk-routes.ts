import { Hono } from 'hono';
import {
  deskAppointment,
  deskAppointmentsQuery,
  deskReport,
  deskReportQuery,
} from '#domain/reports/desk-report.ts';
import { pageOf } from '#domain/shared/page.ts';
import { fileOperation } from '../http/file-operation.ts';
import { type AppEnv, operation } from '../http/operation.ts';
import { exportDeskPicture } from './export-picture.ts';
import { exportDeskReport } from './export-report.ts';
import { getDeskReport } from './get-desk-report.ts';
import { listDeskAppointments } from './list-desk-appointments.ts';

export const deskReportRoutes = new Hono<AppEnv>()
  .get(
    '/',
    operation(
      {
        id: 'getDeskReport',
        summary: 'No-shows, late cancellations and waiting by week; nothing clinical',
        access: 'desk-reports.read',
        query: deskReportQuery,
        response: deskReport,
      },
      ({ ctx, query }) => getDeskReport(ctx, query),
    ),
  )
  .get(
    '/export',
    fileOperation(
      {
        id: 'exportDeskReport',
        summary: 'The same as a CSV file, weeks put together so that none tells of few',
        access: 'desk-reports.read',
        query: deskReportQuery,
        answers: 'text/csv',
      },
      ({ ctx, query }) => exportDeskReport(ctx, query),
    ),
  )
  .get(
    '/picture',
    fileOperation(
      {
        id: 'drawDeskReport',
        summary: 'No-shows by week as a picture',
        access: 'desk-reports.read',
        query: deskReportQuery,
        answers: 'image/svg+xml',
      },
      ({ ctx, query }) => exportDeskPicture(ctx, query),
    ),
  )
  .get(
    '/appointments',
    operation(
      {
        id: 'listDeskAppointments',
        summary: 'The appointments behind the desk’s report',
        access: 'desk-reports.read',
        query: deskAppointmentsQuery,
        response: pageOf(deskAppointment),
      },
      ({ ctx, query }) => listDeskAppointments(ctx, query),
    ),
  );
