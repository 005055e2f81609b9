import { PART_OF_DAY_HOURS, type PartOfDay } from '#domain/appointments/appointment-enums.ts';
import { lastBookableDay } from '#domain/appointments/booking-hours.ts';
import type { Stretch } from '#domain/appointments/find-free.ts';
import type { FreeSlot, FreeSlotQuery } from '#domain/appointments/free-slots.ts';
import { addDays } from '#domain/shared/calendar-date.ts';
import type { Database } from '../db/database.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { requirePractitioners, requireRooms, requireType } from './check-booking.ts';
import { type ClinicFrame, findPractitioners, readFrame } from './clinic-frame.ts';
import { firstFree } from './search-free.ts';

/** How far on is looked unless asked otherwise, and at most. */
const HORIZON_DAYS = 120;

/** The moments of a date in a part of the day, from now on. */
export function startsIn(frame: ClinicFrame, part: PartOfDay): (date: string) => Stretch {
  const { from, to } = PART_OF_DAY_HOURS[part];
  const { clock, now } = frame;
  return (date) => ({
    from: Math.max(Date.parse(clock.instantAt(date, from)), Date.parse(now)),
    to: Date.parse(clock.instantAt(date, to)),
  });
}

/** Rooms that will do: the one asked for, or any of the clinic's. */
export function roomsFor(frame: ClinicFrame, roomId: string | null | undefined): string[] {
  if (roomId) requireRooms(frame, [{ path: 'roomId', roomId }]);
  return roomId ? [roomId] : frame.clinic.rooms.map(({ id }) => id);
}

async function peopleFor(db: Database, practitionerId: string | undefined) {
  if (practitionerId === undefined) return await findPractitioners(db);
  const known = await requirePractitioners(db, [{ path: 'practitionerId', practitionerId }]);
  return [...known.values()].filter(({ id }) => id === practitionerId);
}

/**
 * The first free slots for a type of appointment: within the hours, clear of other appointments and
 * their buffers, in a room that is free. The earliest first, not overlapping for one practitioner.
 * @throws Problem `invalid` at what is not there
 */
export async function findFreeSlots(
  ctx: Ctx,
  query: FreeSlotQuery,
): Promise<{ items: FreeSlot[] }> {
  authorise(ctx, 'appointments.read');
  const { db } = ctx.deps;
  const frame = await readFrame(ctx, db);
  const type = await requireType(db, query.typeId);
  const practitioners = await peopleFor(db, query.practitionerId);
  const from = query.from !== undefined && query.from > frame.today ? query.from : frame.today;
  const [to = from] = [
    addDays(from, HORIZON_DAYS),
    lastBookableDay(frame.today),
    ...(query.to === undefined ? [] : [query.to]),
  ].toSorted();
  const items = await firstFree(
    db,
    frame,
    { from, to },
    {
      practitioners,
      roomIds: roomsFor(frame, query.roomId),
      patientId: query.patientId ?? null,
      minutes: query.durationMinutes ?? type.durationMinutes,
      bufferMinutes: type.bufferMinutes,
    },
    startsIn(frame, query.part),
    query.limit,
  );
  return { items };
}
