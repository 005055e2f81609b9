import { Hono } from 'hono';
import { caseMixQuery, caseMixReport } from '#domain/reports/case-mix.ts';
import { changesQuery, changesReport } from '#domain/reports/changes.ts';
import { curvesQuery, curvesReport } from '#domain/reports/curves.ts';
import { outcomesOverview } from '#domain/reports/overview.ts';
import { reportPatient, reportPatientsQuery } from '#domain/reports/report-patients.ts';
import { responderPatient, responderPatientsQuery } from '#domain/reports/responder-patients.ts';
import { respondersQuery, respondersReport } from '#domain/reports/responders.ts';
import { runsQuery, runsReport } from '#domain/reports/runs.ts';
import { sharesQuery, sharesReport } from '#domain/reports/shares.ts';
import { pageOf } from '#domain/shared/page.ts';
import { fileOperation } from '../http/file-operation.ts';
import { type AppEnv, operation } from '../http/operation.ts';
import {
  exportCaseMix,
  exportChanges,
  exportCurves,
  exportResponders,
  exportRuns,
  exportShares,
} from './export-report.ts';
import { getCaseMix } from './get-case-mix.ts';
import { getChanges } from './get-changes.ts';
import { getCurves } from './get-curves.ts';
import { getOutcomesOverview } from './get-overview.ts';
import { getResponders } from './get-responders.ts';
import { getRuns } from './get-runs.ts';
import { getShares } from './get-shares.ts';
import { listReportPatients } from './list-report-patients.ts';
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
  )
  .get(
    '/overview',
    operation(
      {
        id: 'getOutcomesOverview',
        summary: 'The first page of outcomes: completeness, small figures, what is missing',
        access: 'reports.read',
        response: outcomesOverview,
      },
      ({ ctx }) => getOutcomesOverview(ctx),
    ),
  )
  .get(
    '/shares',
    operation(
      {
        id: 'getShares',
        summary:
          'How many of how many by group: side effects, completion, adherence, follow-up, records',
        access: 'reports.read',
        query: sharesQuery,
        response: sharesReport,
      },
      ({ ctx, query }) => getShares(ctx, query),
    ),
  )
  .get(
    '/shares/export',
    fileOperation(
      {
        id: 'exportShares',
        summary: 'The same as a CSV file, small counts hidden',
        access: 'reports.read',
        query: sharesQuery,
        answers: 'text/csv',
      },
      ({ ctx, query }) => exportShares(ctx, query),
    ),
  )
  .get(
    '/curves',
    operation(
      {
        id: 'getCurves',
        summary: 'Times until something by group: noticing, resolution, dropping out',
        access: 'reports.read',
        query: curvesQuery,
        response: curvesReport,
      },
      ({ ctx, query }) => getCurves(ctx, query),
    ),
  )
  .get(
    '/curves/export',
    fileOperation(
      {
        id: 'exportCurves',
        summary: 'The same as a CSV file, steps put together so that none tells of few',
        access: 'reports.read',
        query: curvesQuery,
        answers: 'text/csv',
      },
      ({ ctx, query }) => exportCurves(ctx, query),
    ),
  )
  .get(
    '/runs',
    operation(
      {
        id: 'getRuns',
        summary: 'Counts by week with average, limits and signals',
        access: 'reports.read',
        query: runsQuery,
        response: runsReport,
      },
      ({ ctx, query }) => getRuns(ctx, query),
    ),
  )
  .get(
    '/runs/export',
    fileOperation(
      {
        id: 'exportRuns',
        summary: 'The same as a CSV file, weeks put together so that none tells of few',
        access: 'reports.read',
        query: runsQuery,
        answers: 'text/csv',
      },
      ({ ctx, query }) => exportRuns(ctx, query),
    ),
  )
  .get(
    '/changes',
    operation(
      {
        id: 'getChanges',
        summary: 'Change from baseline by group; lines of patients for the care team only',
        access: 'reports.read',
        query: changesQuery,
        response: changesReport,
      },
      ({ ctx, query }) => getChanges(ctx, query),
    ),
  )
  .get(
    '/changes/export',
    fileOperation(
      {
        id: 'exportChanges',
        summary: 'The same as a CSV file, small counts hidden, without lines',
        access: 'reports.read',
        query: changesQuery,
        answers: 'text/csv',
      },
      ({ ctx, query }) => exportChanges(ctx, query),
    ),
  )
  .get(
    '/case-mix',
    operation(
      {
        id: 'getCaseMix',
        summary: 'Who was in each group: age, sex, severity, duration, other treatment',
        access: 'reports.read',
        query: caseMixQuery,
        response: caseMixReport,
      },
      ({ ctx, query }) => getCaseMix(ctx, query),
    ),
  )
  .get(
    '/case-mix/export',
    fileOperation(
      {
        id: 'exportCaseMix',
        summary: 'The same as a CSV file, small counts hidden',
        access: 'reports.read',
        query: caseMixQuery,
        answers: 'text/csv',
      },
      ({ ctx, query }) => exportCaseMix(ctx, query),
    ),
  )
  .get(
    '/patients',
    operation(
      {
        id: 'listReportPatients',
        summary: 'The patients behind a point or row, as far as the role may see them',
        access: 'reports.read',
        query: reportPatientsQuery,
        response: pageOf(reportPatient),
      },
      ({ ctx, query }) => listReportPatients(ctx, query),
    ),
  );
