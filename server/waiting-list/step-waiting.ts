import { Problem } from '#domain/shared/problem.ts';
import type { WaitingEntry, WaitingWithdraw } from '#domain/waiting-list/waiting-entry.ts';
import { OPEN_WAITING } from '#domain/waiting-list/waiting-enums.ts';
import { settleCancellation } from '../appointments/park-appointments.ts';
import { transact } from '../audit/transact.ts';
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

/**
 * Lets an entry wait again that was withdrawn or offered a time: the undo of both.
 * @throws Problem `not_found`, `stale`, `conflict` when it is booked, waits already, or its parked
 * appointment is back on the schedule
 */
export async function restoreWaiting(ctx: Ctx, id: string, version: number): Promise<WaitingEntry> {
  authorise(ctx, 'appointments.write');
  return await transact(ctx, async (tx) => {
    const before = await fetchStanding(tx, id, version, ['withdrawn', 'offered']);
    if (before.status === 'withdrawn' && before.parkedId !== null)
      await settleCancellation(ctx, tx, before.parkedId, null);
    return await saveEntry(ctx, tx, 'waiting-list.restore', before, { status: 'waiting' });
  });
}
