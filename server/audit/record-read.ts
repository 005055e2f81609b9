import { transact } from './transact.ts';
import type { Ctx } from '../http/context.ts';

/** Records that someone read a patient's chart. */
export async function recordRead(ctx: Ctx, act: string, patientId: string): Promise<void> {
  await transact({ ...ctx, idempotency: undefined }, (tx) =>
    tx.record({ act, entity: 'patient', entityId: patientId, patientId }),
  );
}
