import { CSV_START, csvHeader, csvLine, csvStyleOf } from '#domain/exchange/write-csv.ts';
import type { CaseMixQuery } from '#domain/reports/case-mix.ts';
import type { ChangesQuery } from '#domain/reports/changes.ts';
import type { CurvesQuery } from '#domain/reports/curves.ts';
import {
  caseMixCsv,
  changesCsv,
  type CsvTable,
  curvesCsv,
  runsCsv,
  sharesCsv,
} from '#domain/reports/report-csv.ts';
import { RESPONDER_CSV_HEADERS, responderCsvRows } from '#domain/reports/responder-csv.ts';
import type { DeskReportQuery } from '#domain/reports/desk-report.ts';
import { deskCsv } from '#domain/reports/desk-file.ts';
import type { FunnelQuery } from '#domain/reports/funnel.ts';
import { funnelCsv } from '#domain/reports/funnel-file.ts';
import type { RespondersQuery } from '#domain/reports/responders.ts';
import type { RunsQuery } from '#domain/reports/runs.ts';
import { gapBinsCsv, gradesCsv } from '#domain/reports/share-details-csv.ts';
import type { SharesQuery } from '#domain/reports/shares.ts';
import { Problem } from '#domain/shared/problem.ts';
import { GRADES } from '#domain/side-effects/side-effect-enums.ts';
import { transact } from '../audit/transact.ts';
import { fetchClinic } from '../clinic/clinic-view.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { csvResponse } from '../http/csv-response.ts';
import { readCaseMix } from './get-case-mix.ts';
import { readChanges } from './get-changes.ts';
import { readCurves } from './get-curves.ts';
import { readDeskReport } from './get-desk-report.ts';
import { readFunnel } from './get-funnel.ts';
import { readResponders } from './get-responders.ts';
import { readRuns } from './get-runs.ts';
import { readShares } from './get-shares.ts';

/** A table as a CSV file in the style of the clinic's country. Who took it is recorded first. */
async function exportTable(
  ctx: Ctx,
  query: Record<string, unknown>,
  name: string,
  table: CsvTable,
): Promise<Response> {
  const { country } = await fetchClinic(ctx.deps.db);
  await transact(ctx, (tx) =>
    tx.record({ act: 'reports.export', entity: 'report', entityId: null, after: query }),
  );
  const style = csvStyleOf(country);
  async function* parts(): AsyncGenerator<string, void> {
    yield CSV_START + csvHeader(table.headers, style);
    yield table.rows.map((cells) => csvLine(cells, style)).join('');
  }
  return csvResponse(`${name}.csv`, parts());
}

const dashed = (text: string): string => text.replaceAll('_', '-');

/** Responders as a file with small counts hidden. */
export async function exportResponders(ctx: Ctx, query: RespondersQuery): Promise<Response> {
  authorise(ctx, 'reports.read');
  const report = await readResponders(ctx, query);
  const point = report.session === null ? `week-${report.week}` : `session-${report.session}`;
  const table = { headers: RESPONDER_CSV_HEADERS, rows: responderCsvRows(report) };
  return await exportTable(ctx, query, `responders-${point}-${report.asOf}`, table);
}

/** A report of shares as a file with small counts hidden. */
export async function exportShares(ctx: Ctx, query: SharesQuery): Promise<Response> {
  authorise(ctx, 'reports.read');
  const report = await readShares(ctx, query);
  return await exportTable(ctx, query, `${dashed(query.report)}-${report.asOf}`, sharesCsv(report));
}

/** A report of times as a file, its steps put together so that none tells of few. */
export async function exportCurves(ctx: Ctx, query: CurvesQuery): Promise<Response> {
  authorise(ctx, 'reports.read');
  const report = await readCurves(ctx, query);
  return await exportTable(ctx, query, `${dashed(query.report)}-${report.asOf}`, curvesCsv(report));
}

/** A report by week as a file, weeks put together so that none tells of few. */
export async function exportRuns(ctx: Ctx, query: RunsQuery): Promise<Response> {
  authorise(ctx, 'reports.read');
  const report = await readRuns(ctx, query);
  const name = `${dashed(query.report)}-by-week-${report.asOf}`;
  return await exportTable(ctx, query, name, runsCsv(report));
}

/** Changes from baseline as a file with small counts hidden; nobody's line is in it. */
export async function exportChanges(ctx: Ctx, query: ChangesQuery): Promise<Response> {
  authorise(ctx, 'reports.read');
  const report = await readChanges(ctx, query, false);
  const name = `change-${dashed(query.measure)}-week-${query.week}-${report.asOf}`;
  return await exportTable(ctx, query, name, changesCsv(report));
}

/** Who was in each row as a file with small counts hidden. */
export async function exportCaseMix(ctx: Ctx, query: CaseMixQuery): Promise<Response> {
  authorise(ctx, 'reports.read');
  const report = await readCaseMix(ctx, query);
  return await exportTable(ctx, query, `who-was-in-each-group-${report.asOf}`, caseMixCsv(report));
}

/**
 * What belongs to one report of shares only: gaps by days early or late, or worst grades.
 * @throws Problem `invalid` at `report` for a report that has no such table
 */
export async function exportShareDetails(ctx: Ctx, query: SharesQuery): Promise<Response> {
  authorise(ctx, 'reports.read');
  if (query.report !== 'adherence' && query.report !== 'severity')
    throw new Problem('invalid', 'Some fields need another look.', {
      fields: [{ path: 'report', message: 'Only intervals and severity have such a table.' }],
    });
  const report = await readShares(ctx, query);
  const table = query.report === 'adherence' ? gapBinsCsv(report) : gradesCsv(report, GRADES);
  const name = query.report === 'adherence' ? 'days-early-or-late' : 'worst-grades';
  return await exportTable(ctx, query, `${name}-${report.asOf}`, table);
}

/** Shares against volume as a file with small counts hidden. */
export async function exportFunnel(ctx: Ctx, query: FunnelQuery): Promise<Response> {
  authorise(ctx, 'reports.read');
  const report = await readFunnel(ctx, query);
  return await exportTable(ctx, query, `funnel-${report.asOf}`, funnelCsv(report));
}

/** The desk's report as a file, weeks put together so that none tells of few. */
export async function exportDeskReport(ctx: Ctx, query: DeskReportQuery): Promise<Response> {
  authorise(ctx, 'desk-reports.read');
  const report = await readDeskReport(ctx, query);
  return await exportTable(ctx, query, `desk-report-${report.asOf}`, deskCsv(report));
}
