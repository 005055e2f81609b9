import { holdsSlot } from '#domain/appointments/appointment-flow.ts';
import type { HeldResource } from '#domain/appointments/appointment-enums.ts';
import type { Schedule, ScheduledAppointment } from '#domain/appointments/schedule.ts';
import { conflictWords, type SlotConflict } from '#domain/appointments/slot-conflict.ts';
import { clinicClock } from '#domain/shared/clinic-time.ts';
import type { DropProblem, Place } from '#src/ui/calendar/calendar-types.ts';
import { NO_ROOM, type ColumnsBy } from './schedule-cards.ts';
import { placeNames } from './visit-words.ts';

const STEP_MS = 15 * 60_000;

/** Who and what an appointment takes up, and when. */
export type Slot = Pick<
  ScheduledAppointment,
  'practitionerId' | 'roomId' | 'startsAt' | 'endsAt'
> & {
  patientId: string | null;
};

/** The slot an appointment has after it is dropped on a place of the grid. */
export function slotAt(visit: ScheduledAppointment, by: ColumnsBy, to: Place): Slot {
  const room = to.columnId === NO_ROOM ? null : to.columnId;
  return {
    patientId: visit.patientId,
    practitionerId: by === 'practitioners' ? to.columnId : visit.practitionerId,
    roomId: by === 'rooms' ? room : visit.roomId,
    startsAt: new Date(to.startMs).toISOString(),
    endsAt: new Date(to.endMs).toISOString(),
  };
}

/** What stands in the way of a slot on this schedule. The server decides; this only warns sooner. */
function conflictsOf(slot: Slot, schedule: Schedule, exceptId: string): SlotConflict[] {
  return schedule.appointments
    .filter(
      (other) =>
        other.id !== exceptId &&
        holdsSlot(other.status) &&
        other.startsAt < slot.endsAt &&
        other.endsAt > slot.startsAt,
    )
    .flatMap((other) => {
      const names = placeNames(other, schedule);
      const held: [HeldResource, string | null, string][] = [
        [
          'practitioner',
          other.practitionerId === slot.practitionerId ? other.practitionerId : null,
          names.practitioner,
        ],
        ['room', other.roomId === slot.roomId ? other.roomId : null, names.room ?? ''],
        ['patient', other.patientId === slot.patientId ? other.patientId : null, ''],
      ];
      return held.flatMap(([resource, resourceId, name]) =>
        resourceId === null
          ? []
          : [
              {
                index: 0,
                appointmentId: other.id,
                resource,
                resourceId,
                name,
                startsAt: other.startsAt,
                endsAt: other.endsAt,
              },
            ],
      );
    });
}

/** Whether a slot lies within its practitioner's hours. */
function isOpen(slot: Slot, schedule: Schedule): boolean {
  const who = schedule.practitioners.find(({ id }) => id === slot.practitionerId);
  return (who?.open ?? []).some(
    ({ startsAt, endsAt }) => startsAt <= slot.startsAt && slot.endsAt <= endsAt,
  );
}

/** Why an appointment cannot be dropped here, who holds the place, and when it would next fit. */
export function dropProblem(
  visit: ScheduledAppointment,
  by: ColumnsBy,
  to: Place,
  schedule: Schedule,
): DropProblem | null {
  const slot = slotAt(visit, by, to);
  const isSameTime = slot.startsAt === visit.startsAt && slot.endsAt === visit.endsAt;
  const isUnmoved =
    isSameTime && slot.practitionerId === visit.practitionerId && slot.roomId === visit.roomId;
  if (isUnmoved) return null;
  const problem = slotProblem(slot, schedule, visit.id);
  return problem && { ...problem, nextFree: nextFreeAfter(visit, by, to, schedule) };
}

/** What keeps an appointment from a slot of this schedule, in words; null when it would fit. */
export function slotProblem(
  slot: Slot,
  schedule: Schedule,
  exceptId: string,
): Omit<DropProblem, 'nextFree'> | null {
  const conflicts = conflictsOf(slot, schedule, exceptId);
  if (conflicts.length === 0 && isOpen(slot, schedule)) return null;
  const clock = clinicClock(schedule.timeZone);
  const { practitioner } = placeNames(slot, schedule);
  const text =
    conflicts.length > 0
      ? conflictWords({ conflicts, nextFree: null }, clock, clock.wallTimeOf(slot.startsAt).date)
      : `This is outside the hours of ${practitioner}.`;
  return { text, cardIds: [...new Set(conflicts.map(({ appointmentId }) => appointmentId))] };
}

function nextFreeAfter(
  visit: ScheduledAppointment,
  by: ColumnsBy,
  to: Place,
  schedule: Schedule,
): Place | null {
  const date = clinicClock(schedule.timeZone).wallTimeOf(new Date(to.startMs).toISOString()).date;
  const day = schedule.days.find((one) => one.date === date);
  if (!day) return null;
  const last = Date.parse(day.endsAt);
  for (let startMs = to.startMs + STEP_MS; startMs < last; startMs += STEP_MS) {
    const place = { ...to, startMs, endMs: startMs + (to.endMs - to.startMs) };
    const slot = slotAt(visit, by, place);
    if (isOpen(slot, schedule) && conflictsOf(slot, schedule, visit.id).length === 0) return place;
  }
  return null;
}
