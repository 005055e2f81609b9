import { type AppointmentType, STARTER_TYPES } from '#domain/availability/appointment-type.ts';
import type { Closure } from '#domain/availability/closure.ts';
import type { StaffHours } from '#domain/availability/staff-hours.ts';
import type { TimeOff } from '#domain/availability/time-off.ts';
import { addDays } from '#domain/shared/calendar-date.ts';
import { DEMO_CLINIC, DEMO_STAFF, DEMO_STAFF_HOURS, demoId } from './demo-clinic.ts';
import { momentAt } from './demo-days.ts';
import { DEMO_KINDS } from './demo-ids.ts';
import { DEMO_ANCHOR, moveByWeeks, shiftWeeks } from './demo-weeks.ts';

/** When the demo clinic can be booked. Time off and closures lie around the anchor week. */
export type DemoAvailability = {
  appointmentTypes: AppointmentType[];
  staffHours: StaffHours[];
  timeOff: (TimeOff & { reason: string | null })[];
  closures: Closure[];
};

/** The types in the order of `STARTER_TYPES`, by their place from 1. */
export const demoTypeId = (place: number): string => demoId(DEMO_KINDS.appointmentType, place);

const [, , , PIOTR, JOANA] = DEMO_STAFF.map(({ id }) => id);

const away = (
  number: number,
  practitionerId: string | undefined,
  [fromDay, from]: readonly [days: number, hour: number],
  [toDay, to]: readonly [days: number, hour: number],
  reason: string,
): DemoAvailability['timeOff'][number] => ({
  id: demoId(DEMO_KINDS.timeOff, number),
  version: 1,
  practitionerId: practitionerId ?? '',
  startsAt: momentAt(addDays(DEMO_ANCHOR, fromDay), from * 60),
  endsAt: momentAt(addDays(DEMO_ANCHOR, toDay), to * 60),
  reason,
});

const closed = (number: number, from: number, to: number, name: string): Closure => ({
  id: demoId(DEMO_KINDS.closure, number),
  version: 1,
  fromDate: addDays(DEMO_ANCHOR, from),
  toDate: addDays(DEMO_ANCHOR, to),
  name,
});

function demoAvailability(): DemoAvailability {
  return {
    appointmentTypes: STARTER_TYPES.map((type, index) => ({
      ...type,
      id: demoTypeId(index + 1),
      version: 1,
      position: index + 1,
      isArchived: false,
    })),
    staffHours: DEMO_STAFF.filter(({ roles }) => roles.includes('practitioner')).map(
      ({ id }, index) => ({
        id: demoId(DEMO_KINDS.staffHours, index + 1),
        version: 1,
        practitionerId: id,
        validFrom: null,
        hours: DEMO_STAFF_HOURS[id] ?? null,
      }),
    ),
    timeOff: [
      away(1, PIOTR, [38, 14], [38, 19], 'Congress'),
      away(2, JOANA, [42, 0], [49, 0], 'Holiday'),
    ],
    closures: [
      closed(1, 37, 37, 'Feast of the made-up saint'),
      closed(2, 63, 70, 'Painting and repairs'),
    ],
  };
}

/** When the demo clinic can be booked, moved so that the anchor week is the one of `today`. */
export const demoAvailabilityAt = (today: string): DemoAvailability =>
  moveByWeeks(demoAvailability(), shiftWeeks(DEMO_ANCHOR, today), DEMO_CLINIC.timeZone);
