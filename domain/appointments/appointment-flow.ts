import { minutesBetween } from '#domain/shared/clinic-time.ts';
import {
  APPOINTMENT_STATUS_LABELS,
  type AppointmentStatus,
  FREEING_STATUSES,
  type StepStatus,
} from './appointment-enums.ts';
import type { Appointment } from './appointment.ts';

/** The steps that may follow each status; a step may be left out, as when nobody pressed "arrived". */
export const NEXT_STEPS: Record<AppointmentStatus, readonly StepStatus[]> = {
  booked: ['confirmed', 'arrived', 'in_treatment', 'done', 'no_show'],
  confirmed: ['arrived', 'in_treatment', 'done', 'no_show'],
  arrived: ['in_treatment', 'done'],
  in_treatment: ['done'],
  done: [],
  no_show: [],
  cancelled: [],
};

const CANCELLABLE: readonly AppointmentStatus[] = ['booked', 'confirmed', 'arrived'];
const CALLED: readonly AppointmentStatus[] = ['booked', 'confirmed'];
const MOVABLE: readonly AppointmentStatus[] = ['booked', 'confirmed', 'arrived', 'in_treatment'];

/** Whether an appointment that stands so may be taken off its slot until it is placed anew. */
export const isParkable = (status: AppointmentStatus): boolean =>
  status === 'booked' || status === 'confirmed';

/** A cancellation with less notice than this is late. The clinic's choice; a day is the default. */
export const LATE_CANCEL_HOURS = 24;

/** Whether a status keeps others out of the slot. */
export const holdsSlot = (status: AppointmentStatus): boolean =>
  !FREEING_STATUSES.some((freeing) => freeing === status);

/** Whether an appointment that stands so may be moved or made longer. */
export const isMovable = (status: AppointmentStatus): boolean => MOVABLE.includes(status);

/** Whether an appointment that stands so still waits for its practitioner, and moves when they are late. */
export const isPushable = (status: AppointmentStatus): boolean =>
  status === 'booked' || status === 'confirmed' || status === 'arrived';

/** Whether an appointment that stands so may be cancelled. */
export const isCancellable = (status: AppointmentStatus): boolean => CANCELLABLE.includes(status);

/**
 * Why an appointment can't take a step at a moment; null when it can. Whoever arrives does so on
 * the day (`startsOn` and `today` are clinic dates), nobody has missed what has not begun, and who
 * was never seen to arrive is called done only once the day is over.
 */
export function stepProblem(
  { status, startsAt }: Pick<Appointment, 'status' | 'startsAt'>,
  step: StepStatus,
  at: { now: string; today: string; startsOn: string },
): string | null {
  if (!NEXT_STEPS[status].includes(step)) {
    const [is, asked] = [APPOINTMENT_STATUS_LABELS[status], APPOINTMENT_STATUS_LABELS[step]];
    return `“${asked}” does not follow “${is}”.`;
  }
  if (step === 'no_show' && at.now < startsAt) return 'This appointment has not begun yet.';
  if (step !== 'confirmed' && step !== 'no_show' && at.today < at.startsOn)
    return 'This appointment is on a later day.';
  if (step === 'done' && CALLED.includes(status) && at.today === at.startsOn)
    return 'Say first that the patient has arrived.';
  return null;
}

type Stamps = Pick<
  Appointment,
  'confirmedAt' | 'arrivedAt' | 'treatmentStartedAt' | 'doneAt' | 'cancelledAt'
>;

const STAMPS: Record<StepStatus, keyof Stamps | null> = {
  confirmed: 'confirmedAt',
  arrived: 'arrivedAt',
  in_treatment: 'treatmentStartedAt',
  done: 'doneAt',
  no_show: null,
};

/** The moment a step leaves behind; a no-show leaves none. */
export function stampOf(step: StepStatus, now: string): Partial<Stamps> {
  const stamp = STAMPS[step];
  return stamp === null ? {} : { [stamp]: now };
}

/** What the last step changes when it is undone: the status before it, and its stamps. */
export type Undone = Partial<
  Pick<Appointment, 'cancelledBy' | 'cancelReason' | 'isLateCancel'> & Stamps
> & { status: AppointmentStatus };

function statusOf(stamps: Stamps): AppointmentStatus {
  if (stamps.doneAt !== null) return 'done';
  if (stamps.treatmentStartedAt !== null) return 'in_treatment';
  if (stamps.arrivedAt !== null) return 'arrived';
  return stamps.confirmedAt === null ? 'booked' : 'confirmed';
}

/** What an appointment says of its cancellation while there is none. */
export const NOT_CANCELLED = {
  cancelledAt: null,
  cancelledBy: null,
  cancelReason: null,
  isLateCancel: null,
} as const;

/** What undoing the last step makes of an appointment; null when nothing has happened yet. */
export function undoLastStep(one: Pick<Appointment, 'status' | keyof Stamps>): Undone | null {
  if (one.status === 'booked') return null;
  if (one.status === 'cancelled') return { ...NOT_CANCELLED, status: statusOf(one) };
  const stamp = STAMPS[one.status];
  const gone: Partial<Stamps> = stamp === null ? {} : { [stamp]: null };
  return { ...gone, status: statusOf({ ...one, ...gone }) };
}

/** Whether a cancellation at a moment gives the clinic less notice than it asks for. */
export const isLateCancel = (startsAt: string, cancelledAt: string): boolean =>
  minutesBetween(cancelledAt, startsAt) < LATE_CANCEL_HOURS * 60;
