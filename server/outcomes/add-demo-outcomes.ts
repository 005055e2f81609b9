import type { Outcome } from '#domain/outcomes/outcome.ts';
import { recordDemoFill } from '../audit/record-demo-fill.ts';
import type { Tx } from '../audit/transact.ts';
import { insertAll } from '../db/insert-all.ts';
import { outcomes } from '../db/schema/outcomes.ts';
import { stampsOf } from '../db/stamps.ts';

/** Adds the demo clinic's readings in the open transaction. */
export async function addDemoOutcomes(tx: Tx, made: readonly Outcome[]): Promise<void> {
  await insertAll(
    tx.db,
    outcomes,
    made.map(({ voided, ...one }) => ({
      ...one,
      ...stampsOf(one),
      voidedAt: voided === null ? null : new Date(voided.at),
      voidedBy: voided?.by ?? null,
      voidReason: voided?.reason ?? null,
    })),
  );
  await recordDemoFill(tx, 'outcome', made);
}
