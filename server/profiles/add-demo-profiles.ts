import type { DemoProfile } from '#domain/demo/demo-profiles.ts';
import { EMPTY_PROFILE, profileValuesOf } from '#domain/profiles/profile.ts';
import { recordDemoFill } from '../audit/record-demo-fill.ts';
import type { Tx } from '../audit/transact.ts';
import { insertAll } from '../db/insert-all.ts';
import { patientProfiles, profileChanges } from '../db/schema/profiles.ts';

/** Adds the demo clinic's profiles, each with its first change, in the open transaction. */
export async function addDemoProfiles(tx: Tx, made: readonly DemoProfile[]): Promise<void> {
  await insertAll(
    tx.db,
    patientProfiles,
    made.map((one) => ({ ...one, changedAt: new Date(one.changedAt) })),
  );
  await insertAll(
    tx.db,
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
