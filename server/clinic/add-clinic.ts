import type { Clinic } from '#domain/clinic/clinic.ts';
import type { Tx } from '../audit/transact.ts';
import { clinic } from '../db/schema/clinic.ts';
import type { Ctx } from '../http/context.ts';
import { toClinic } from './clinic-view.ts';

const IDLE_LOCK_MINUTES = 10;

/** Makes the clinic of an empty database, in the open transaction. */
export async function addClinic(
  ctx: Ctx,
  tx: Tx,
  settings: Pick<Clinic, 'name' | 'timeZone' | 'country' | 'hours' | 'rooms' | 'isDemo'>,
): Promise<Clinic> {
  const now = ctx.deps.now();
  const [row] = await tx.db
    .insert(clinic)
    .values({ ...settings, id: ctx.deps.newId(), idleLockMinutes: IDLE_LOCK_MINUTES, createdAt: now, updatedAt: now })
    .returning();
  if (!row) throw new Error('The clinic was not inserted.');
  const made = toClinic(row);
  await tx.record({ act: 'clinic.create', entity: 'clinic', entityId: made.id, after: made });
  return made;
}
