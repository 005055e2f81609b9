import { and, eq, inArray, sql } from 'drizzle-orm';
import { OPEN_WAITING } from '#domain/waiting-list/waiting-enums.ts';
import type { Tx } from '../audit/transact.ts';
import { waitingEntries } from '../db/schema/waiting-list.ts';
import type { Ctx } from '../http/context.ts';

/**
 * Closes the entry of a parked appointment that was put back on the schedule by itself, in the open
 * transaction; does nothing for one that nobody parked.
 */
export async function settleParked(
  ctx: Ctx,
  tx: Tx,
  { id: parkedId, patientId }: { id: string; patientId: string },
): Promise<void> {
  const now = ctx.deps.now();
  const settled = await tx.db
    .update(waitingEntries)
    .set({
      status: 'booked',
      bookedId: parkedId,
      statusAt: now,
      statusBy: ctx.actor.staffId,
      version: sql`${waitingEntries.version} + 1`,
      updatedAt: now,
    })
    .where(
      and(eq(waitingEntries.parkedId, parkedId), inArray(waitingEntries.status, [...OPEN_WAITING])),
    )
    .returning({ id: waitingEntries.id });
  await tx.recordAll(
    settled.map(({ id }) => ({
      act: 'waiting-list.put-back',
      entity: 'waiting-entry',
      entityId: id,
      patientId,
      after: { status: 'booked', bookedId: parkedId },
    })),
  );
}
