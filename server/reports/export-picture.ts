import type { DeskReportQuery } from '#domain/reports/desk-report.ts';
import { dayWords } from '#domain/reports/day-words.ts';
import { deskPicture } from '#domain/reports/desk-file.ts';
import { drawPicture } from '#domain/reports/draw-picture.ts';
import type { FunnelQuery } from '#domain/reports/funnel.ts';
import { funnelPicture } from '#domain/reports/funnel-file.ts';
import type {
  ChangesPictureQuery,
  CurvesPictureQuery,
  SharesPictureQuery,
} from '#domain/reports/picture-queries.ts';
import type { Picture } from '#domain/reports/picture.ts';
import {
  changesPicture,
  curvesPicture,
  respondersPicture,
  runsPicture,
  sharesPicture,
} from '#domain/reports/report-pictures.ts';
import type { RespondersQuery } from '#domain/reports/responders.ts';
import type { RunsQuery } from '#domain/reports/runs.ts';
import { transact } from '../audit/transact.ts';
import { clinicToday, fetchClinic } from '../clinic/clinic-view.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { svgResponse } from '../http/csv-response.ts';
import { readChanges } from './get-changes.ts';
import { readCurves } from './get-curves.ts';
import { readDeskReport } from './get-desk-report.ts';
import { readFunnel } from './get-funnel.ts';
import { readResponders } from './get-responders.ts';
import { readRunMarks } from './get-run-marks.ts';
import { readRuns } from './get-runs.ts';
import { readShares } from './get-shares.ts';

/** A picture as an SVG file with whose it is and when it was made. Who took it is recorded first. */
async function exportPicture(
  ctx: Ctx,
  query: Record<string, unknown>,
  name: string,
  picture: Picture,
): Promise<Response> {
  const clinic = await fetchClinic(ctx.deps.db);
  await transact(ctx, (tx) =>
    tx.record({
      act: 'reports.export',
      entity: 'report',
      entityId: null,
      after: { ...query, as: 'picture' },
    }),
  );
  const today = clinicToday(clinic.timeZone, ctx.deps.now());
  const svg = drawPicture(picture, {
    clinicName: clinic.name,
    madeOn: dayWords(today),
    isMadeUp: clinic.isDemo,
  });
  return svgResponse(`${name.replaceAll('_', '-')}-${today}.svg`, svg);
}

/** Responders as a picture with small counts hidden. */
export async function exportRespondersPicture(ctx: Ctx, query: RespondersQuery): Promise<Response> {
  authorise(ctx, 'reports.read');
  const report = await readResponders(ctx, query);
  return await exportPicture(ctx, query, 'responders', respondersPicture(report));
}

/** One figure of a report of shares as a picture with small counts hidden. */
export async function exportSharesPicture(ctx: Ctx, asked: SharesPictureQuery): Promise<Response> {
  authorise(ctx, 'reports.read');
  const { figure, group, ...query } = asked;
  const report = await readShares(ctx, query);
  return await exportPicture(ctx, asked, query.report, sharesPicture(report, { figure, group }));
}

/** One curve as a picture, its steps put together so that none tells of few. */
export async function exportCurvesPicture(ctx: Ctx, asked: CurvesPictureQuery): Promise<Response> {
  authorise(ctx, 'reports.read');
  const { group, ...query } = asked;
  const report = await readCurves(ctx, query);
  return await exportPicture(ctx, asked, query.report, curvesPicture(report, { group }));
}

/** A report by week as a picture, weeks put together so that none tells of few. */
export async function exportRunsPicture(ctx: Ctx, query: RunsQuery): Promise<Response> {
  authorise(ctx, 'reports.read');
  const report = await readRuns(ctx, query);
  const { items } = await readRunMarks(ctx, query);
  return await exportPicture(ctx, query, `${query.report}-by-week`, runsPicture(report, items));
}

/** The mean change of one row as a picture; nobody's line is in it. */
export async function exportChangesPicture(
  ctx: Ctx,
  asked: ChangesPictureQuery,
): Promise<Response> {
  authorise(ctx, 'reports.read');
  const { group, ...query } = asked;
  const report = await readChanges(ctx, query, false);
  const name = `change-${query.measure}-week-${query.week}`;
  return await exportPicture(ctx, asked, name, changesPicture(report, { group }));
}

/** The funnel of one indication as a picture with small counts hidden. */
export async function exportFunnelPicture(ctx: Ctx, query: FunnelQuery): Promise<Response> {
  authorise(ctx, 'reports.read');
  const report = await readFunnel(ctx, query);
  return await exportPicture(ctx, query, 'funnel', funnelPicture(report, query.indication));
}

/** The desk's run of no-shows as a picture. */
export async function exportDeskPicture(ctx: Ctx, query: DeskReportQuery): Promise<Response> {
  authorise(ctx, 'desk-reports.read');
  const report = await readDeskReport(ctx, query);
  return await exportPicture(ctx, query, 'no-shows', deskPicture(report));
}
