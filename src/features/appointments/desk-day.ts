import { holdsSlot } from '#domain/appointments/appointment-flow.ts';
import type { Schedule, ScheduledAppointment } from '#domain/appointments/schedule.ts';

const MINUTE_MS = 60_000;

/** A shorter stretch is no gap: nothing is booked into it. */
const LEAST_GAP_MINUTES = 30;

/** Whoever should be here and is not, the longest awaited first, with whole minutes since the start. */
export function lateVisits(
  visits: readonly ScheduledAppointment[],
  now: number,
): { visit: ScheduledAppointment; minutes: number }[] {
  return visits
    .filter(({ status }) => status === 'booked' || status === 'confirmed')
    .map((visit) => ({
      visit,
      minutes: Math.floor((now - Date.parse(visit.startsAt)) / MINUTE_MS),
    }))
    .filter(({ minutes }) => minutes > 0)
    .toSorted((one, other) => other.minutes - one.minutes);
}

/** A stretch in which a practitioner is in and has nobody. */
type Gap = { practitionerId: string; name: string; startsAt: string; endsAt: string };

/** What is free for at least half an hour from a moment on, in the order of time. */
export function gapsOf(schedule: Schedule, now: string): Gap[] {
  const gaps = schedule.practitioners.flatMap(({ id, name, open }) => {
    const taken = schedule.appointments
      .filter(({ practitionerId, status }) => practitionerId === id && holdsSlot(status))
      .toSorted((one, other) => one.startsAt.localeCompare(other.startsAt));
    return open.flatMap((span) => {
      const free: Gap[] = [];
      let from = span.startsAt > now ? span.startsAt : now;
      for (const visit of [...taken, { startsAt: span.endsAt, endsAt: span.endsAt }]) {
        const until = visit.startsAt < span.endsAt ? visit.startsAt : span.endsAt;
        if (lengthOf(from, until) >= LEAST_GAP_MINUTES)
          free.push({ practitionerId: id, name, startsAt: from, endsAt: until });
        if (visit.endsAt > from) from = visit.endsAt;
      }
      return free;
    });
  });
  return gaps.toSorted((one, other) => one.startsAt.localeCompare(other.startsAt));
}

const lengthOf = (from: string, until: string): number =>
  (Date.parse(until) - Date.parse(from)) / MINUTE_MS;
