import { personKey } from '#domain/patients/patient-identity.ts';
import type { Patient } from '#domain/patients/patient.ts';
import type { DemoTx } from '../audit/demo-tx.ts';
import { recordDemoFill } from '../audit/record-demo-fill.ts';
import { patients } from '../db/schema/patients.ts';
import { stampsOf } from '../db/stamps.ts';

/** Adds the demo clinic's made-up patients in the open transaction. */
export async function addDemoPatients(tx: DemoTx, made: readonly Patient[]): Promise<void> {
  await tx.insert(
    patients,
    made.map((one) => ({ ...one, ...stampsOf(one), identity: personKey(one) })),
  );
  await recordDemoFill(tx, 'patient', made);
}
