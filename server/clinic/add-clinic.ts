import { sql } from 'drizzle-orm';
import type { Clinic } from '#domain/clinic/clinic.ts';
import { Problem } from '#domain/shared/problem.ts';
import type { Tx } from '../audit/transact.ts';
import { clinic } from '../db/schema/clinic.ts';
import type { Ctx } from '../http/context.ts';
import { findClinic, toClinic } from './clinic-view.ts';

const IDLE_LOCK_MINUTES = 10;
/** Held by a first run until it is written, so that of two at once the later finds the earlier. */
const FIRST_RUN_LOCK = 7214002;

/**
 * Makes the clinic of an empty database, in the open transaction.
 * @throws Problem `already_set_up`
 */
export async function addClinic(
  ctx: Ctx,
  tx: Tx,
  settings: Pick<Clinic, 'name' | 'timeZone' | 'country' | 'hours' | 'rooms' | 'isDemo'>,
): Promise<Clinic> {
  await tx.db.execute(sql`SELECT pg_advisory_xact_lock(${FIRST_RUN_LOCK})`);
  if (await findClinic(tx.db)) throw new Problem('already_set_up');
  const now = ctx.deps.now();
  const [row] = await tx.db
    .insert(clinic)
    .values({
      ...settings,
      id: ctx.deps.newId(),
      idleLockMinutes: IDLE_LOCK_MINUTES,
      createdAt: now,
      updatedAt: now,
    })
    .returning();
  if (!row) throw new Error('The clinic was not inserted.');
  const made = toClinic(row);
  await tx.record({ act: 'clinic.create', entity: 'clinic', entityId: made.id, after: made });
  return made;
}
