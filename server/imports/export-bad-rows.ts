import { and, asc, eq, gt } from 'drizzle-orm';
import { reasonsOf, rejectedHeader, rejectedLine } from '#domain/exchange/rejected-rows-csv.ts';
import { CSV_START, csvStyleOf } from '#domain/exchange/write-csv.ts';
import { fetchClinic } from '../clinic/clinic-view.ts';
import { importRows } from '../db/schema/imports.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { csvResponse } from '../http/csv-response.ts';
import { fetchImportRow } from './import-view.ts';

const ROWS_AT_ONCE = 500;

/**
 * The rows that were not imported, as they stood, each with its row number and its reasons: to be
 * mended in a spreadsheet and imported again.
 * @throws Problem `not_found`
 */
export async function exportBadRows(ctx: Ctx, id: string): Promise<Response> {
  authorise(ctx, 'patients.import');
  const { db } = ctx.deps;
  const { country } = await fetchClinic(db);
  const { columns, mapping, fileName } = await fetchImportRow(db, id);
  const style = csvStyleOf(country);
  const header = columns.map(({ header, column }) =>
    mapping?.hasHeader === false ? `Column ${column + 1}` : header,
  );

  async function* parts(): AsyncGenerator<string, void> {
    yield CSV_START + rejectedHeader(header, style);
    let last = 0;
    for (;;) {
      const rows = await db
        .select({ row: importRows.row, cells: importRows.cells, findings: importRows.findings })
        .from(importRows)
        .where(
          and(eq(importRows.importId, id), eq(importRows.outcome, 'bad'), gt(importRows.row, last)),
        )
        .orderBy(asc(importRows.row))
        .limit(ROWS_AT_ONCE);
      yield rows
        .map(({ row, cells, findings }) =>
          rejectedLine({ row, cells: cells ?? [], reasons: reasonsOf(findings, header) }, style),
        )
        .join('');
      last = rows.at(-1)?.row ?? last;
      if (rows.length < ROWS_AT_ONCE) return;
    }
  }
  return csvResponse(`to mend ${fileName.replace(/\.\w{1,4}$/, '')}.csv`, parts());
}
