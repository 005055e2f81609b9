import type { AppointmentStatus, StepStatus } from '#domain/appointments/appointment-enums.ts';
import type { ScheduledAppointment } from '#domain/appointments/schedule.ts';
import type { CardLook } from '#src/ui/calendar/calendar-types.ts';
import type { IconName } from '#src/ui/icon.tsx';
import type { Tone } from '#src/ui/status.tsx';

const MINUTE_MS = 60_000;

/** Whoever waits longer than this stands out. The clinic's choice; 20 minutes is the default. */
const WAIT_LIMIT_MINUTES = 20;

type Visit = Pick<
  ScheduledAppointment,
  | 'status'
  | 'startsAt'
  | 'endsAt'
  | 'arrivedAt'
  | 'treatmentStartedAt'
  | 'cancelledBy'
  | 'cancelledAt'
>;

/** How a visit stands now: its look on the grid, its icon, tone and word (DESIGN.md, "Status"). */
export type VisitState = { look: CardLook; icon: IconName; tone: Tone; word: string };

const minutesSince = (instant: string, now: number): number =>
  Math.max(0, Math.floor((now - Date.parse(instant)) / MINUTE_MS));

/** Whole minutes a patient has been waiting; null for whoever does not wait. */
export const waitingMinutes = ({ status, arrivedAt }: Visit, now: number): number | null =>
  status === 'arrived' && arrivedAt !== null ? minutesSince(arrivedAt, now) : null;

/** Whole minutes past its time: to begin for those who wait, to end for those in treatment. */
export function minutesOver({ status, startsAt, endsAt }: Visit, now: number): number {
  if (status === 'arrived') return minutesSince(startsAt, now);
  return status === 'in_treatment' ? minutesSince(endsAt, now) : 0;
}

/** Whether a wait is longer than the clinic finds right. */
export const isLongWait = (minutes: number): boolean => minutes > WAIT_LIMIT_MINUTES;

/** How a visit stands; `time` writes a moment on the clinic's clock. */
export function stateOf(visit: Visit, now: number, time: (instant: string) => string): VisitState {
  switch (visit.status) {
    case 'booked':
      return { look: 'booked', icon: 'ring', tone: 'plain', word: 'Booked' };
    case 'confirmed':
      return { look: 'confirmed', icon: 'ring-check', tone: 'plain', word: 'Confirmed' };
    case 'arrived': {
      const minutes = waitingMinutes(visit, now) ?? 0;
      const isLong = isLongWait(minutes);
      return {
        look: isLong ? 'late' : 'waiting',
        icon: 'arrow-in',
        tone: isLong ? 'stop' : 'review',
        word: `Waiting ${minutes} min`,
      };
    }
    case 'in_treatment': {
      const over = minutesOver(visit, now);
      const since =
        visit.treatmentStartedAt === null ? '' : `, since ${time(visit.treatmentStartedAt)}`;
      return {
        look: 'treating',
        icon: 'needle',
        tone: 'accent',
        word: `In treatment${over > 0 ? `, ${over} min over` : since}`,
      };
    }
    case 'done':
      return { look: 'done', icon: 'check-double', tone: 'plain', word: 'Done' };
    case 'no_show':
      return { look: 'missed', icon: 'ring-slash', tone: 'stop', word: 'No-show' };
    case 'cancelled':
      break;
  }
  const by =
    visit.cancelledBy === null
      ? ''
      : ` by ${visit.cancelledBy === 'patient' ? 'patient' : 'clinic'}`;
  const at = visit.cancelledAt === null ? '' : `, ${time(visit.cancelledAt)}`;
  return { look: 'gap', icon: 'ring-cross', tone: 'plain', word: `Cancelled${by}${at}` };
}

/** What is done to bring a visit to each step: the button's word, and its key. */
export const STEP_WORDS: Record<StepStatus, { label: string; key: string; done: string }> = {
  confirmed: { label: 'Confirm', key: 'c', done: 'is confirmed' },
  arrived: { label: 'Arrived', key: 'a', done: 'has arrived' },
  in_treatment: { label: 'Start treatment', key: 'i', done: 'is in treatment' },
  done: { label: 'Done', key: 'd', done: 'is done' },
  no_show: { label: 'No-show', key: 'n', done: 'is marked as a no-show' },
};

/** The one obvious next step: on the day it is to arrive, before it to confirm. */
export function nextStep(status: AppointmentStatus, isToday: boolean): StepStatus | null {
  switch (status) {
    case 'booked':
      return isToday ? 'arrived' : 'confirmed';
    case 'confirmed':
      return isToday ? 'arrived' : null;
    case 'arrived':
      return 'in_treatment';
    case 'in_treatment':
      return 'done';
    case 'done':
    case 'no_show':
    case 'cancelled':
      break;
  }
  return null;
}
