import { isPushable } from '#domain/appointments/appointment-flow.ts';
import { pushRest } from '#domain/appointments/push-rest.ts';
import type { Schedule, ScheduledAppointment } from '#domain/appointments/schedule.ts';
import { dateIn } from '#src/lib/dates.ts';
import { slotProblem } from './drop-check.ts';

/** One appointment that a delay reaches: where it goes, and what stands in its way there. */
export type PushedVisit = {
  visit: ScheduledAppointment;
  startsAt: string;
  endsAt: string;
  problem: string | null;
};

/** Whoever still waits for a practitioner, in order. */
const stillToCome = (schedule: Schedule, practitionerId: string): ScheduledAppointment[] =>
  schedule.appointments
    .filter((visit) => visit.practitionerId === practitionerId && isPushable(visit.status))
    .toSorted(
      (one, other) => one.startsAt.localeCompare(other.startsAt) || one.id.localeCompare(other.id),
    );

/** From when a practitioner's day is pushed: the first who still waits for it; null if nobody does. */
export function pushesFrom(schedule: Schedule, practitionerId: string, now: string): string | null {
  const rest = stillToCome(schedule, practitionerId).filter(
    ({ status, endsAt }) => status === 'arrived' || endsAt > now,
  );
  return rest[0]?.startsAt ?? null;
}

/**
 * Whom a delay would move and to when, and who would then be outside the hours or in another's way.
 * The server decides by the same rule; this shows it first.
 */
export function planPush(
  schedule: Schedule,
  { practitionerId, from, minutes }: { practitionerId: string; from: string; minutes: number },
): PushedVisit[] {
  const dayOf = (instant: string): string => dateIn(schedule.timeZone, instant);
  const rest = stillToCome(schedule, practitionerId).filter(
    ({ startsAt }) => startsAt >= from && dayOf(startsAt) === dayOf(from),
  );
  const pushed = pushRest(rest, minutes);
  const moved = new Map(pushed.map(({ one, startsAt, endsAt }) => [one.id, { startsAt, endsAt }]));
  const after = {
    ...schedule,
    appointments: schedule.appointments.map((one) => ({ ...one, ...moved.get(one.id) })),
  };
  return pushed.map(({ one: visit, startsAt, endsAt }) => ({
    visit,
    startsAt,
    endsAt,
    problem: slotProblem({ ...visit, startsAt, endsAt }, after, visit.id)?.text ?? null,
  }));
}
