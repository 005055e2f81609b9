import type { DemoNotification } from '#domain/demo/demo-notifications.ts';
import type { DemoTx } from '../audit/demo-tx.ts';
import { recordDemoFill } from '../audit/record-demo-fill.ts';
import { notifications } from '../db/schema/notifications.ts';

/** Adds what the demo clinic's staff are told of, in the open transaction. */
export async function addDemoNotifications(
  tx: DemoTx,
  made: readonly DemoNotification[],
): Promise<void> {
  await tx.insert(
    notifications,
    made.map((one) => ({ ...one, createdAt: new Date(one.createdAt), readAt: null })),
  );
  await recordDemoFill(tx, 'notification', made);
}
