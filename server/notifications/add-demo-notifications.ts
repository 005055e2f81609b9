import type { DemoNotification } from '#domain/demo/demo-notifications.ts';
import { recordDemoFill } from '../audit/record-demo-fill.ts';
import type { Tx } from '../audit/transact.ts';
import { insertAll } from '../db/insert-all.ts';
import { notifications } from '../db/schema/notifications.ts';

/** Adds what the demo clinic's staff are told of, in the open transaction. */
export async function addDemoNotifications(
  tx: Tx,
  made: readonly DemoNotification[],
): Promise<void> {
  await insertAll(
    tx.db,
    notifications,
    made.map((one) => ({ ...one, createdAt: new Date(one.createdAt), readAt: null })),
  );
  await recordDemoFill(tx, 'notification', made);
}
