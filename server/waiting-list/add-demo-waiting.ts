import type { DemoWaitingEntry } from '#domain/demo/demo-waiting-list.ts';
import { recordDemoFill } from '../audit/record-demo-fill.ts';
import type { Tx } from '../audit/transact.ts';
import { insertAll } from '../db/insert-all.ts';
import { waitingEntries } from '../db/schema/waiting-list.ts';
import { stampsOf } from '../db/stamps.ts';

/** Adds those who wait in the demo clinic, in the open transaction. */
export async function addDemoWaiting(tx: Tx, made: readonly DemoWaitingEntry[]): Promise<void> {
  await insertAll(
    tx.db,
    waitingEntries,
    made.map((one) => ({
      ...one,
      ...stampsOf(one),
      statusAt: new Date(one.statusAt),
      bookedId: null,
    })),
  );
  await recordDemoFill(tx, 'waiting-entry', made);
}
