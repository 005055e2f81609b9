import type { DemoPhoneReport } from '#domain/demo/demo-phone-reports.ts';
import { recordDemoFill } from '../audit/record-demo-fill.ts';
import type { Tx } from '../audit/transact.ts';
import { insertAll } from '../db/insert-all.ts';
import { phoneReports } from '../db/schema/phone-reports.ts';
import { stampsOf } from '../db/stamps.ts';

const asDate = (at: string | null): Date | null => (at === null ? null : new Date(at));

/** Adds the demo clinic's calls with a problem, in the open transaction. */
export async function addDemoPhoneReports(tx: Tx, made: readonly DemoPhoneReport[]): Promise<void> {
  await insertAll(
    tx.db,
    phoneReports,
    made.map((one) => ({
      ...one,
      ...stampsOf(one),
      takenAt: asDate(one.takenAt),
      closedAt: asDate(one.closedAt),
    })),
  );
  await recordDemoFill(tx, 'phone-report', made);
}
