import { CSV_START, csvHeader, csvLine, csvStyleOf } from '#domain/exchange/write-csv.ts';
import { RESPONDER_CSV_HEADERS, responderCsvRows } from '#domain/reports/responder-csv.ts';
import type { RespondersQuery } from '#domain/reports/responders.ts';
import { transact } from '../audit/transact.ts';
import { fetchClinic } from '../clinic/clinic-view.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { csvResponse } from '../http/csv-response.ts';
import { readResponders } from './get-responders.ts';

/** The report as a CSV file with small counts hidden. Who took it is recorded first. */
export async function exportResponders(ctx: Ctx, query: RespondersQuery): Promise<Response> {
  authorise(ctx, 'reports.read');
  const { country } = await fetchClinic(ctx.deps.db);
  const report = await readResponders(ctx, query);
  await transact(ctx, (tx) =>
    tx.record({ act: 'reports.export', entity: 'report', entityId: null, after: query }),
  );
  const style = csvStyleOf(country);
  async function* parts(): AsyncGenerator<string, void> {
    yield CSV_START + csvHeader(RESPONDER_CSV_HEADERS, style);
    yield responderCsvRows(report)
      .map((cells) => csvLine(cells, style))
      .join('');
  }
  return csvResponse(`responders-week-${report.week}-${report.asOf}.csv`, parts());
}
