import { holdsSlot } from '#domain/appointments/appointment-flow.ts';
import type { Schedule } from '#domain/appointments/schedule.ts';

type Busy = Pick<Schedule, 'appointments' | 'rooms'>;
type Wanted = { practitionerId: string; startsAt: string; endsAt: string };

/** The room in which a practitioner has most appointments of these days. */
export function usualRoom({ appointments, rooms }: Busy, practitionerId: string): string | null {
  const counts = new Map<string, number>();
  for (const visit of appointments)
    if (visit.practitionerId === practitionerId && visit.roomId !== null)
      counts.set(visit.roomId, (counts.get(visit.roomId) ?? 0) + 1);
  const [most] = rooms.toSorted(
    (one, other) => (counts.get(other.id) ?? 0) - (counts.get(one.id) ?? 0),
  );
  return most && counts.has(most.id) ? most.id : null;
}

/** A room that nobody holds at the time, the practitioner's usual one first; null when none is free. */
export function freeRoom(busy: Busy, wanted: Wanted, exceptId?: string): string | null {
  const taken = new Set(
    busy.appointments
      .filter(
        ({ id, status, startsAt, endsAt }) =>
          id !== exceptId &&
          holdsSlot(status) &&
          startsAt < wanted.endsAt &&
          endsAt > wanted.startsAt,
      )
      .map(({ roomId }) => roomId),
  );
  const usual = usualRoom(busy, wanted.practitionerId);
  if (usual !== null && !taken.has(usual)) return usual;
  return busy.rooms.find(({ id }) => !taken.has(id))?.id ?? null;
}
