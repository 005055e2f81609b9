import { Hono } from 'hono';
import { DEMO_IDS } from '#domain/demo/demo-ids.ts';
import { handedOverQuery, phoneReportQuery } from '#domain/phone-reports/phone-report-query.ts';
import {
  handedOver,
  NO_FLAGS_ASKED,
  phoneReport,
  phoneReportClose,
  phoneReportCreate,
} from '#domain/phone-reports/phone-report.ts';
import { pageOf } from '#domain/shared/page.ts';
import { type AppEnv, operation } from '../http/operation.ts';
import { closePhoneReport, takePhoneReport } from './close-phone-report.ts';
import { filePhoneReport } from './file-phone-report.ts';
import { getPhoneReport, listHandedOver, listPhoneReports } from './list-phone-reports.ts';

export const phoneReportRoutes = new Hono<AppEnv>()
  .get(
    '/',
    operation(
      {
        id: 'listPhoneReports',
        summary: 'What patients phoned about, for the care team; newest first',
        access: 'phone-reports.read',
        query: phoneReportQuery,
        response: pageOf(phoneReport),
      },
      ({ ctx, query }) => listPhoneReports(ctx, query),
    ),
  )
  .post(
    '/',
    operation(
      {
        id: 'filePhoneReport',
        summary:
          'Hand a call with a problem over to the care team; the answer repeats nothing of it',
        access: 'phone-reports.write',
        body: phoneReportCreate,
        example: {
          patientId: DEMO_IDS.patient,
          words: 'The crown has been hot and sore since last night.',
          since: 'last night',
          callBackPhone: '+351 912 000 111',
          redFlags: { ...NO_FLAGS_ASKED, fever: 'no', spreading_redness: 'yes' },
        },
        response: handedOver,
        status: 201,
      },
      ({ ctx, body }) => filePhoneReport(ctx, body),
    ),
  )
  .get(
    '/handed-over',
    operation(
      {
        id: 'listHandedOver',
        summary: 'The calls one handed over, and whether someone has them; newest first',
        access: 'phone-reports.write',
        query: handedOverQuery,
        response: pageOf(handedOver),
      },
      ({ ctx, query }) => listHandedOver(ctx, query),
    ),
  )
  .get(
    '/:id',
    operation(
      {
        id: 'getPhoneReport',
        summary: 'One report, for the care team',
        access: 'phone-reports.read',
        response: phoneReport,
      },
      ({ ctx, id }) => getPhoneReport(ctx, id),
    ),
  )
  .post(
    '/:id/take',
    operation(
      {
        id: 'takePhoneReport',
        summary: 'Take a report over',
        access: 'phone-reports.read',
        versioned: true,
        response: phoneReport,
      },
      ({ ctx, id, ifMatch }) => takePhoneReport(ctx, id, ifMatch),
    ),
  )
  .post(
    '/:id/close',
    operation(
      {
        id: 'closePhoneReport',
        summary: 'Close a report with what it turned into',
        access: 'phone-reports.read',
        body: phoneReportClose,
        example: {
          closing: 'advice',
          note: 'Cool compresses; looks at it tomorrow at 10.',
          sideEffectId: null,
        },
        versioned: true,
        response: phoneReport,
      },
      ({ ctx, id, ifMatch, body }) => closePhoneReport(ctx, id, ifMatch, body),
    ),
  );
