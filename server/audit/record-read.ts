import { transact } from './transact.ts';
import type { Ctx } from '../http/context.ts';

/** Records that someone read a patient's chart. */
export async function recordRead(ctx: Ctx, act: string, patientId: string): Promise<void> {
  await transact({ ...ctx, idempotency: undefined }, (tx) =>
    tx.record({ act, entity: 'patient', entityId: patientId, patientId }),
  );
}

/**
 * Records that someone read parts of patients' charts by themselves: sessions, courses, readings
 * or side effects. Each patient is named once.
 */
export async function recordPartsRead(
  ctx: Ctx,
  parts: readonly { patientId: string }[],
): Promise<void> {
  const read = [...new Set(parts.map(({ patientId }) => patientId))];
  if (read.length === 0) return;
  await transact({ ...ctx, idempotency: undefined }, (tx) =>
    tx.recordAll(
      read.map((patientId) => ({
        act: 'patients.read-chart',
        entity: 'patient',
        entityId: patientId,
        patientId,
      })),
    ),
  );
}
