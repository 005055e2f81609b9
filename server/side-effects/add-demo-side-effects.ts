import type { SideEffect } from '#domain/side-effects/side-effect.ts';
import { recordDemoFill } from '../audit/record-demo-fill.ts';
import type { Tx } from '../audit/transact.ts';
import { insertAll } from '../db/insert-all.ts';
import { sideEffects } from '../db/schema/side-effects.ts';
import { stampsOf } from '../db/stamps.ts';

/** Adds the demo clinic's side effects in the open transaction. */
export async function addDemoSideEffects(tx: Tx, made: readonly SideEffect[]): Promise<void> {
  await insertAll(
    tx.db,
    sideEffects,
    made.map((one) => ({
      ...one,
      ...stampsOf(one),
      onsetAt: one.onsetAt === null ? null : new Date(one.onsetAt),
    })),
  );
  await recordDemoFill(tx, 'side-effect', made);
}
