import { and, eq, inArray } from 'drizzle-orm';
import { Problem } from '#domain/shared/problem.ts';
import type { WaitingEntry, WaitingWithdraw } from '#domain/waiting-list/waiting-entry.ts';
import { OPEN_WAITING } from '#domain/waiting-list/waiting-enums.ts';
import { settleCancellation } from '../appointments/park-appointments.ts';
import { transact, type Tx } from '../audit/transact.ts';
import { waitingEntries } from '../db/schema/waiting-list.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { fetchStanding, saveEntry } from './save-entry.ts';

/**
 * Notes that someone who waits was offered a time and thinks about it.
 * @throws Problem `not_found`, `stale`, `conflict` when they do not wait
 */
export async function offerWaiting(ctx: Ctx, id: string, version: number): Promise<WaitingEntry> {
  authorise(ctx, 'appointments.write');
  return await transact(ctx, async (tx) => {
    const before = await fetchStanding(tx, id, version, ['waiting']);
    return await saveEntry(ctx, tx, 'waiting-list.offer', before, { status: 'offered' });
  });
}

/**
 * Takes an entry off the list. A parked appointment is then cancelled for good, by whom and why.
 * @throws Problem `not_found`, `stale`, `invalid` at the reason, `conflict` when it waits no more
 */
export async function withdrawWaiting(
  ctx: Ctx,
  id: string,
  version: number,
  { cancelledBy, reason }: WaitingWithdraw,
): Promise<WaitingEntry> {
  authorise(ctx, 'appointments.write');
  return await transact(ctx, async (tx) => {
    const before = await fetchStanding(tx, id, version, OPEN_WAITING);
    if (before.parkedId !== null) {
      if (reason === null)
        throw new Problem('invalid', undefined, {
          fields: [{ path: 'reason', message: 'Say why.' }],
        });
      const why = { cancelledBy, cancelReason: reason };
      await settleCancellation(ctx, tx, before.parkedId, why);
    }
    return await saveEntry(ctx, tx, 'waiting-list.withdraw', before, { status: 'withdrawn' });
  });
}

/** An appointment waits once: one that came back and was parked anew has another entry. */
async function refuseParkedAnew(tx: Tx, parkedId: string): Promise<void> {
  const open = inArray(waitingEntries.status, [...OPEN_WAITING]);
  const others = await tx.db.$count(
    waitingEntries,
    and(eq(waitingEntries.parkedId, parkedId), open),
  );
  if (others > 0)
    throw new Problem('conflict', 'This appointment was parked anew and has another entry.');
}

/**
 * Lets an entry wait again that was withdrawn or offered a time: the undo of both.
 * @throws Problem `not_found`, `stale`, `conflict` when it is booked, waits already, or its parked
 * appointment is back on the schedule
 */
export async function restoreWaiting(ctx: Ctx, id: string, version: number): Promise<WaitingEntry> {
  authorise(ctx, 'appointments.write');
  return await transact(ctx, async (tx) => {
    const before = await fetchStanding(tx, id, version, ['withdrawn', 'offered']);
    if (before.status === 'withdrawn' && before.parkedId !== null) {
      await refuseParkedAnew(tx, before.parkedId);
      await settleCancellation(ctx, tx, before.parkedId, null);
    }
    return await saveEntry(ctx, tx, 'waiting-list.restore', before, { status: 'waiting' });
  });
}
