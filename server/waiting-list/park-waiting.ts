import type { WaitingBooked, WaitingPark } from '#domain/waiting-list/waiting-entry.ts';
import { readFrame } from '../appointments/clinic-frame.ts';
import { takeOffSchedule } from '../appointments/park-appointments.ts';
import { transact } from '../audit/transact.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { insertEntry } from './save-entry.ts';

/**
 * Parks appointments: each leaves its slot and waits on the list with all it had, until it is placed
 * or withdrawn. All of them, or none.
 * @throws Problem `not_found`, `stale`, `conflict` when one has begun or is over
 */
export async function parkAppointments(
  ctx: Ctx,
  { appointments: wanted }: WaitingPark,
): Promise<{ items: WaitingBooked[] }> {
  authorise(ctx, 'appointments.write');
  return await transact(ctx, async (tx) => {
    const { today } = await readFrame(ctx, tx.db);
    const items: WaitingBooked[] = [];
    for (const { before, after } of await takeOffSchedule(ctx, tx, wanted)) {
      const { startsAt, endsAt, practitionerId, roomId } = before;
      const entry = await insertEntry(ctx, tx, 'waiting-list.park', {
        patientId: before.patientId,
        typeId: before.typeId,
        courseId: before.courseId,
        practitionerId,
        fromDay: today,
        toDay: null,
        weekdays: [],
        part: 'any',
        urgency: 'normal',
        note: before.note,
        parkedId: before.id,
        parkedFrom: { startsAt, endsAt, practitionerId, roomId },
      });
      items.push({ entry, appointment: after });
    }
    return { items };
  });
}
