import type { SideEffect } from '#domain/side-effects/side-effect.ts';
import { recordDemoFill } from '../audit/record-demo-fill.ts';
import type { Tx } from '../audit/transact.ts';
import { sideEffects } from '../db/schema/side-effects.ts';
import { stampsOf } from '../db/stamps.ts';

/** Adds the demo clinic's side effects in the open transaction. */
export async function addDemoSideEffects(tx: Tx, made: readonly SideEffect[]): Promise<void> {
  await tx.db.insert(sideEffects).values(
    made.map((one) => ({
      ...one,
      ...stampsOf(one),
      onsetAt: one.onsetAt === null ? null : new Date(one.onsetAt),
    })),
  );
  await recordDemoFill(tx, 'side-effect', made);
}
