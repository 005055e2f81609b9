import { holdsSlot } from '#domain/appointments/appointment-flow.ts';
import type { Schedule, ScheduledAppointment } from '#domain/appointments/schedule.ts';
import { placeNames, type Places } from './visit-words.ts';

/** One practitioner's day on paper. */
type Sheet = { id: string; name: string; visits: ScheduledAppointment[] };

/**
 * The lists of a day sheet: of one practitioner or of all who have anyone booked, each in the order
 * of time, without cancelled visits and no-shows.
 */
export function sheetsOf(
  schedule: Places & Pick<Schedule, 'appointments'>,
  practitionerId: string | null,
): Sheet[] {
  const held = schedule.appointments
    .filter(({ status }) => holdsSlot(status))
    .toSorted(
      (one, other) => one.startsAt.localeCompare(other.startsAt) || one.id.localeCompare(other.id),
    );
  const people = practitionerId === null ? held.map((one) => one.practitionerId) : [practitionerId];
  return [...new Set(people)]
    .map((id) => ({
      id,
      name: placeNames({ practitionerId: id, roomId: null }, schedule).practitioner,
      visits: held.filter((one) => one.practitionerId === id),
    }))
    .filter(({ visits }) => visits.length > 0)
    .toSorted((one, other) => one.name.localeCompare(other.name));
}
