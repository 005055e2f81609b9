import type { WaitingBook, WaitingBooked } from '#domain/waiting-list/waiting-entry.ts';
import { OPEN_WAITING } from '#domain/waiting-list/waiting-enums.ts';
import { bookInto } from '../appointments/book-appointment.ts';
import { placeParked, takeBookingBack, unplaceParked } from '../appointments/park-appointments.ts';
import { refusingTaken } from '../appointments/refuse-taken.ts';
import { transact } from '../audit/transact.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { fetchStanding, saveEntry } from './save-entry.ts';

/**
 * Books an entry into a slot and closes it, both or neither. A parked appointment is placed: it stays
 * the same appointment. The wishes are the desk's to keep or to leave.
 * @throws Problem `not_found`, `stale`, `invalid` at the field, `conflict` with who or what is taken
 */
export async function bookWaiting(
  ctx: Ctx,
  id: string,
  version: number,
  slot: WaitingBook,
): Promise<WaitingBooked> {
  authorise(ctx, 'appointments.write');
  return await refusingTaken(ctx, (attempt) =>
    transact(ctx, async (tx) => {
      const before = await fetchStanding(tx, id, version, OPEN_WAITING);
      const { patient, typeId, courseId, note, parkedId } = before;
      const appointment =
        parkedId === null
          ? await bookInto(ctx, tx, attempt, {
              ...slot,
              patientId: patient.id,
              typeId,
              courseId,
              note,
            })
          : await placeParked(ctx, tx, attempt, parkedId, slot);
      const change = { status: 'booked' as const, bookedId: appointment.id };
      const entry = await saveEntry(ctx, tx, 'waiting-list.book', before, change);
      return { entry, appointment };
    }),
  );
}

/**
 * Takes a booking from the list back: the slot is free and the entry waits again.
 * @throws Problem `not_found`, `stale`, `conflict` when the appointment has begun or is cancelled
 */
export async function unbookWaiting(ctx: Ctx, id: string, version: number): Promise<WaitingBooked> {
  authorise(ctx, 'appointments.write');
  return await transact(ctx, async (tx) => {
    const before = await fetchStanding(tx, id, version, ['booked']);
    const { bookedId, parkedFrom } = before;
    if (bookedId === null) throw new Error('A booked entry names its appointment.');
    const appointment =
      parkedFrom === null
        ? await takeBookingBack(ctx, tx, bookedId)
        : await unplaceParked(ctx, tx, bookedId, parkedFrom);
    const change = { status: 'waiting' as const, bookedId: null };
    const entry = await saveEntry(ctx, tx, 'waiting-list.unbook', before, change);
    return { entry, appointment };
  });
}
