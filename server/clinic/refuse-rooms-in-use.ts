import { and, gte, inArray, notInArray } from 'drizzle-orm';
import { FREEING_STATUSES } from '#domain/appointments/appointment-enums.ts';
import type { Room } from '#domain/clinic/clinic.ts';
import { invalidField } from '#domain/shared/problem.ts';
import type { Database } from '../db/database.ts';
import { appointments } from '../db/schema/appointments.ts';
import type { Ctx } from '../http/context.ts';

/**
 * Refuses to leave out a room that appointments to come are booked in.
 * @throws Problem `invalid` at `rooms`, naming each such room and how many
 */
export async function refuseRoomsInUse(
  ctx: Ctx,
  db: Database,
  before: readonly Room[],
  after: readonly Room[],
): Promise<void> {
  const gone = before.filter(({ id }) => !after.some((room) => room.id === id));
  if (gone.length === 0) return;
  const booked = await db
    .select({ roomId: appointments.roomId })
    .from(appointments)
    .where(
      and(
        inArray(
          appointments.roomId,
          gone.map(({ id }) => id),
        ),
        gte(appointments.endsAt, ctx.deps.now()),
        notInArray(appointments.status, [...FREEING_STATUSES]),
      ),
    );
  const used = gone.flatMap(({ id, name }) => {
    const count = booked.filter(({ roomId }) => roomId === id).length;
    return count === 0
      ? []
      : `${name} has ${count} ${count === 1 ? 'appointment' : 'appointments'}`;
  });
  if (used.length > 0)
    throw invalidField('rooms', `${used.join(', ')} to come. Move them to another room first.`);
}
