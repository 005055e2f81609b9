import { Hono } from 'hono';
import { funnelQuery, funnelReport } from '#domain/reports/funnel.ts';
import {
  changesPictureQuery,
  curvesPictureQuery,
  sharesPictureQuery,
} from '#domain/reports/picture-queries.ts';
import { respondersQuery } from '#domain/reports/responders.ts';
import { runMarks } from '#domain/reports/run-marks.ts';
import { runsQuery } from '#domain/reports/runs.ts';
import { sharesQuery } from '#domain/reports/shares.ts';
import { unsignedQuery, unsignedSession } from '#domain/reports/unsigned-sessions.ts';
import { pageOf } from '#domain/shared/page.ts';
import { fileOperation } from '../http/file-operation.ts';
import { type AppEnv, operation } from '../http/operation.ts';
import {
  exportChangesPicture,
  exportCurvesPicture,
  exportFunnelPicture,
  exportRespondersPicture,
  exportRunsPicture,
  exportSharesPicture,
} from './export-picture.ts';
import { exportFunnel, exportShareDetails } from './export-report.ts';
import { getFunnel } from './get-funnel.ts';
import { getRunMarks } from './get-run-marks.ts';
import { listUnsignedSessions } from './list-unsigned-sessions.ts';

/** What the review adds to the reports: pictures to keep, funnels, and what began when. */
export const reviewRoutes = new Hono<AppEnv>()
  .get(
    '/funnel',
    operation(
      {
        id: 'getFunnel',
        summary: 'Shares against how many they are of, between the exact limits of chance',
        access: 'reports.read',
        query: funnelQuery,
        response: funnelReport,
      },
      ({ ctx, query }) => getFunnel(ctx, query),
    ),
  )
  .get(
    '/unsigned',
    operation(
      {
        id: 'listUnsignedSessions',
        summary: 'Sessions of earlier days that nobody signed, as far as the role may see them',
        access: 'reports.read',
        query: unsignedQuery,
        response: pageOf(unsignedSession),
      },
      ({ ctx, query }) => listUnsignedSessions(ctx, query),
    ),
  )
  .get(
    '/runs/marks',
    operation(
      {
        id: 'listRunMarks',
        summary: 'Weeks in which a recipe’s version or a lot was first used',
        access: 'reports.read',
        query: runsQuery,
        response: runMarks,
      },
      ({ ctx, query }) => getRunMarks(ctx, query),
    ),
  )
  .get(
    '/funnel/export',
    fileOperation(
      {
        id: 'exportFunnel',
        summary: 'The same as a CSV file, small counts hidden',
        access: 'reports.read',
        query: funnelQuery,
        answers: 'text/csv',
      },
      ({ ctx, query }) => exportFunnel(ctx, query),
    ),
  )
  .get(
    '/shares/details',
    fileOperation(
      {
        id: 'exportShareDetails',
        summary: 'Gaps by days early or late, or worst grades, as a CSV file',
        access: 'reports.read',
        query: sharesQuery,
        answers: 'text/csv',
      },
      ({ ctx, query }) => exportShareDetails(ctx, query),
    ),
  )
  .get(
    '/funnel/picture',
    fileOperation(
      {
        id: 'drawFunnel',
        summary: 'The funnel of one indication as a picture, small counts hidden',
        access: 'reports.read',
        query: funnelQuery,
        answers: 'image/svg+xml',
      },
      ({ ctx, query }) => exportFunnelPicture(ctx, query),
    ),
  )
  .get(
    '/responders/picture',
    fileOperation(
      {
        id: 'drawResponders',
        summary: 'Responders as a picture, small counts hidden',
        access: 'reports.read',
        query: respondersQuery,
        answers: 'image/svg+xml',
      },
      ({ ctx, query }) => exportRespondersPicture(ctx, query),
    ),
  )
  .get(
    '/shares/picture',
    fileOperation(
      {
        id: 'drawShares',
        summary: 'One figure by group as a picture, small counts hidden',
        access: 'reports.read',
        query: sharesPictureQuery,
        answers: 'image/svg+xml',
      },
      ({ ctx, query }) => exportSharesPicture(ctx, query),
    ),
  )
  .get(
    '/curves/picture',
    fileOperation(
      {
        id: 'drawCurve',
        summary: 'One curve as a picture, steps put together so that none tells of few',
        access: 'reports.read',
        query: curvesPictureQuery,
        answers: 'image/svg+xml',
      },
      ({ ctx, query }) => exportCurvesPicture(ctx, query),
    ),
  )
  .get(
    '/runs/picture',
    fileOperation(
      {
        id: 'drawRuns',
        summary: 'Counts by week as a picture, weeks put together so that none tells of few',
        access: 'reports.read',
        query: runsQuery,
        answers: 'image/svg+xml',
      },
      ({ ctx, query }) => exportRunsPicture(ctx, query),
    ),
  )
  .get(
    '/changes/picture',
    fileOperation(
      {
        id: 'drawChange',
        summary: 'The mean change of one row as a picture, without lines',
        access: 'reports.read',
        query: changesPictureQuery,
        answers: 'image/svg+xml',
      },
      ({ ctx, query }) => exportChangesPicture(ctx, query),
    ),
  );
