import type { Outcome } from '#domain/outcomes/outcome.ts';
import type { PatientChanges } from '#domain/outcomes/patient-changes.ts';
import type { DemoTx } from '../audit/demo-tx.ts';
import { recordDemoFill } from '../audit/record-demo-fill.ts';
import { outcomes, patientChangeLists } from '../db/schema/outcomes.ts';
import { stampsOf } from '../db/stamps.ts';

/** Adds the demo clinic's readings in the open transaction. */
export async function addDemoOutcomes(tx: DemoTx, made: readonly Outcome[]): Promise<void> {
  await tx.insert(
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

/** Adds what the demo clinic's patients said changed, in the open transaction. */
export async function addDemoPatientChanges(
  tx: DemoTx,
  made: readonly PatientChanges[],
): Promise<void> {
  await tx.insert(
    patientChangeLists,
    made.map((one) => ({ ...one, createdAt: new Date(one.createdAt) })),
  );
  await recordDemoFill(tx, 'patient-changes', made);
}
