import type { Consultation } from '#domain/consultations/consultation.ts';
import type { DemoTx } from '../audit/demo-tx.ts';
import { recordDemoFill } from '../audit/record-demo-fill.ts';
import { consultations } from '../db/schema/consultations.ts';
import { stampsOf } from '../db/stamps.ts';

/** Adds the demo clinic's consultations, signed ones and a draft, in the open transaction. */
export async function addDemoConsultations(
  tx: DemoTx,
  made: readonly Consultation[],
): Promise<void> {
  await tx.insert(
    consultations,
    made.map((one) => ({
      ...one,
      ...stampsOf(one),
      signedAt: one.signedAt === null ? null : new Date(one.signedAt),
    })),
  );
  await recordDemoFill(tx, 'consultation', made);
}
