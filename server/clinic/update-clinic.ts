import { and, eq, sql } from 'drizzle-orm';
import type * as z from 'zod/mini';
import type { Clinic, clinicUpdate } from '#domain/clinic/clinic.ts';
import { transact } from '../audit/transact.ts';
import { holdHoursToChange } from '../availability/hold-hours.ts';
import { refuseStale, updatedOrStale } from '../db/fetch.ts';
import { clinic } from '../db/schema/clinic.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { fetchClinic, toClinic } from './clinic-view.ts';
import { refuseRoomsInUse } from './refuse-rooms-in-use.ts';

/**
 * Changes the clinic's settings.
 * @throws Problem `stale`, `not_set_up`, `invalid` at `rooms` when one that is booked is left out
 */
export async function updateClinic(
  ctx: Ctx,
  version: number,
  change: z.output<typeof clinicUpdate>,
): Promise<Clinic> {
  authorise(ctx, 'clinic.write');
  return await transact(ctx, async (tx) => {
    await holdHoursToChange(tx.db);
    const before = await fetchClinic(tx.db);
    refuseStale(before, version);
    if (change.rooms) await refuseRoomsInUse(ctx, tx.db, before.rooms, change.rooms);
    const row = await updatedOrStale(
      await tx.db
        .update(clinic)
        .set({ ...change, version: sql`${clinic.version} + 1`, updatedAt: ctx.deps.now() })
        .where(and(eq(clinic.id, before.id), eq(clinic.version, version)))
        .returning(),
      () => fetchClinic(tx.db),
    );
    const after = toClinic(row);
    await tx.record({ act: 'clinic.update', entity: 'clinic', entityId: after.id, before, after });
    return after;
  });
}
