import type { Consultation } from '#domain/consultations/consultation.ts';
import { recordDemoFill } from '../audit/record-demo-fill.ts';
import type { Tx } from '../audit/transact.ts';
import { insertAll } from '../db/insert-all.ts';
import { consultations } from '../db/schema/consultations.ts';
import { stampsOf } from '../db/stamps.ts';

/** Adds the demo clinic's consultations, signed ones and a draft, in the open transaction. */
export async function addDemoConsultations(tx: Tx, made: readonly Consultation[]): Promise<void> {
  await insertAll(
    tx.db,
    consultations,
    made.map((one) => ({
      ...one,
      ...stampsOf(one),
      signedAt: one.signedAt === null ? null : new Date(one.signedAt),
    })),
  );
  await recordDemoFill(tx, 'consultation', made);
}
