import type { SideEffect } from '#domain/side-effects/side-effect.ts';
import type { DemoTx } from '../audit/demo-tx.ts';
import { recordDemoFill } from '../audit/record-demo-fill.ts';
import { sideEffects } from '../db/schema/side-effects.ts';
import { stampsOf } from '../db/stamps.ts';

/** Adds the demo clinic's side effects in the open transaction. */
export async function addDemoSideEffects(tx: DemoTx, made: readonly SideEffect[]): Promise<void> {
  await tx.insert(
    sideEffects,
    made.map((one) => ({
      ...one,
      ...stampsOf(one),
      onsetAt: one.onsetAt === null ? null : new Date(one.onsetAt),
    })),
  );
  await recordDemoFill(tx, 'side-effect', made);
}
