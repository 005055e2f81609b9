import type { DemoProfile } from '#domain/demo/demo-profiles.ts';
import { EMPTY_PROFILE, profileValuesOf } from '#domain/profiles/profile.ts';
import type { DemoTx } from '../audit/demo-tx.ts';
import { recordDemoFill } from '../audit/record-demo-fill.ts';
import { patientProfiles, profileChanges } from '../db/schema/profiles.ts';

/** Adds the demo clinic's profiles, each with its first change, in the open transaction. */
export async function addDemoProfiles(tx: DemoTx, made: readonly DemoProfile[]): Promise<void> {
  await tx.insert(
    patientProfiles,
    made.map((one) => ({ ...one, changedAt: new Date(one.changedAt) })),
  );
  await tx.insert(
    profileChanges,
    made.map((one) => ({
      id: one.id,
      patientId: one.patientId,
      changedAt: new Date(one.changedAt),
      changedBy: one.changedBy,
      before: EMPTY_PROFILE,
      after: profileValuesOf(one),
    })),
  );
  await recordDemoFill(tx, 'profile', made);
}
