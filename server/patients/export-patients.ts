import { and, asc, gt } from 'drizzle-orm';
import { PATIENT_CSV_HEADERS, patientCsvCells } from '#domain/exchange/patient-csv.ts';
import { CSV_START, csvHeader, csvLine, csvStyleOf } from '#domain/exchange/write-csv.ts';
import type { PatientExportQuery } from '#domain/patients/patient-query.ts';
import { transact } from '../audit/transact.ts';
import { clinicToday, fetchClinic } from '../clinic/clinic-view.ts';
import { patients } from '../db/schema/patients.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { csvResponse } from '../http/csv-response.ts';
import { patientFilter } from './list-patients.ts';
import { readSearch } from './search-patients.ts';

const ROWS_AT_ONCE = 1000;

/**
 * The patients that match, as a CSV file that spreadsheets cannot be tricked with and that can be
 * imported again. Who exported what is recorded before the first byte is sent.
 */
export async function exportPatients(ctx: Ctx, query: PatientExportQuery): Promise<Response> {
  authorise(ctx, 'patients.export');
  const { db, now } = ctx.deps;
  const { country, timeZone } = await fetchClinic(db);
  const today = clinicToday(timeZone, now());
  const search = query.q === undefined ? undefined : readSearch(query.q, country, today);
  const matching = and(patientFilter(query, today), search?.exact);
  await transact(ctx, (tx) =>
    tx.record({ act: 'patients.export', entity: 'patient', entityId: null, after: query }),
  );
  const style = csvStyleOf(country);

  async function* parts(): AsyncGenerator<string, void> {
    yield CSV_START + csvHeader(PATIENT_CSV_HEADERS, style);
    let last: string | undefined;
    for (;;) {
      const rows = await db
        .select()
        .from(patients)
        .where(and(matching, last === undefined ? undefined : gt(patients.id, last)))
        .orderBy(asc(patients.id))
        .limit(ROWS_AT_ONCE);
      yield rows.map((row) => csvLine(patientCsvCells(row), style)).join('');
      last = rows.at(-1)?.id;
      if (rows.length < ROWS_AT_ONCE) return;
    }
  }
  return csvResponse(`patients-${today}.csv`, parts());
}
