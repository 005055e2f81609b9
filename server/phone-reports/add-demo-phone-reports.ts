import type { DemoPhoneReport } from '#domain/demo/demo-phone-reports.ts';
import type { DemoTx } from '../audit/demo-tx.ts';
import { recordDemoFill } from '../audit/record-demo-fill.ts';
import { phoneReports } from '../db/schema/phone-reports.ts';
import { stampsOf } from '../db/stamps.ts';

const asDate = (at: string | null): Date | null => (at === null ? null : new Date(at));

/** Adds the demo clinic's calls with a problem, in the open transaction. */
export async function addDemoPhoneReports(
  tx: DemoTx,
  made: readonly DemoPhoneReport[],
): Promise<void> {
  await tx.insert(
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
