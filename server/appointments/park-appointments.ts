import {
  APPOINTMENT_STATUS_LABELS,
  type CancelledBy,
} from '#domain/appointments/appointment-enums.ts';
import { isParkable, NOT_CANCELLED } from '#domain/appointments/appointment-flow.ts';
import { type Appointment, lengthProblems } from '#domain/appointments/appointment.ts';
import { addMinutes, minutesBetween } from '#domain/shared/clinic-time.ts';
import { Problem } from '#domain/shared/problem.ts';
import type { Tx } from '../audit/transact.ts';
import { keepHours } from '../availability/hold-hours.ts';
import type { Ctx } from '../http/context.ts';
import { fetchAppointment } from './appointment-view.ts';
import {
  requireOpenCourse,
  requirePatient,
  requirePlaces,
  requirePractitioners,
  requireRooms,
} from './check-booking.ts';
import { readFrame } from './clinic-frame.ts';
import { type HeldSlot, holdSlots } from './hold-slots.ts';
import { fetchAllAtVersion } from './move-slots.ts';
import { type Attempt, takeSlots } from './refuse-taken.ts';
import { saveAppointment } from './save-appointment.ts';

/** Where an appointment is or was: all of its slot but the patient. */
export type Place = Omit<HeldSlot, 'patientId'>;

/** Why a parked appointment is off the schedule. */
const PARKED = 'Parked until a new time is found.';

const offSchedule = (ctx: Ctx) => ({
  status: 'cancelled' as const,
  cancelledAt: ctx.deps.now().toISOString(),
  cancelledBy: 'clinic' as const,
  cancelReason: PARKED,
  // The clinic took it off: nobody is late.
  isLateCancel: false,
});

function refuseUnparkable({ status }: Appointment): void {
  if (isParkable(status)) return;
  const is = APPOINTMENT_STATUS_LABELS[status].toLowerCase();
  throw new Problem('conflict', `This appointment is ${is} and cannot be parked.`);
}

/**
 * Takes appointments off their slots in the open transaction, all or none. Until they are placed they
 * stand as cancelled by the clinic, so that their slots are free for others.
 * @throws Problem `not_found`, `stale`, `conflict` when one has begun or is over
 */
export async function takeOffSchedule(
  ctx: Ctx,
  tx: Tx,
  wanted: readonly { id: string; version: number }[],
): Promise<{ before: Appointment; after: Appointment }[]> {
  const all = await fetchAllAtVersion(tx, wanted);
  all.forEach(refuseUnparkable);
  await holdSlots(tx.db, all);
  const parked: { before: Appointment; after: Appointment }[] = [];
  for (const before of all) {
    const after = await saveAppointment(ctx, tx, 'appointments.park', before, offSchedule(ctx));
    parked.push({ before, after });
  }
  return parked;
}

/**
 * Gives a parked appointment its new slot in the open transaction: the same appointment, booked and
 * not yet confirmed, as long as it was unless an end is given.
 * @throws Problem `invalid` at the field, `conflict` when it is not parked any more
 */
export async function placeParked(
  ctx: Ctx,
  tx: Tx,
  attempt: Attempt,
  id: string,
  place: Omit<Place, 'endsAt'> & { endsAt?: string | undefined },
): Promise<Appointment> {
  const before = await fetchAppointment(tx.db, id);
  if (before.status !== 'cancelled')
    throw new Problem('conflict', 'This appointment is not parked any more.');
  await keepHours(tx.db);
  const frame = await readFrame(ctx, tx.db);
  const { practitionerId, roomId, startsAt } = place;
  const length = minutesBetween(before.startsAt, before.endsAt);
  const slot = {
    startsAt,
    endsAt: place.endsAt ?? addMinutes(startsAt, length),
    practitionerId,
    roomId,
    patientId: before.patientId,
  };
  await requirePatient(tx.db, before.patientId);
  if (before.courseId !== null) await requireOpenCourse(tx.db, before.courseId, before.patientId);
  const people = await requirePractitioners(tx.db, [{ path: 'practitionerId', practitionerId }]);
  requireRooms(frame, [{ path: 'roomId', roomId }]);
  const fields = lengthProblems(slot);
  if (fields.length > 0) throw new Problem('invalid', undefined, { fields });
  await requirePlaces(tx.db, frame, [{ slot, prefix: '' }], people);
  await takeSlots(tx.db, attempt, { slots: [slot] });
  return await saveAppointment(ctx, tx, 'appointments.place', before, {
    ...slot,
    ...NOT_CANCELLED,
    status: 'booked',
    confirmedAt: null,
    overrideReason: null,
    overriddenBy: null,
  });
}

function refuseBegun({ status }: Appointment): void {
  if (isParkable(status)) return;
  const is = APPOINTMENT_STATUS_LABELS[status].toLowerCase();
  throw new Problem('conflict', `This appointment is ${is} by now: the booking stays.`);
}

/**
 * Parks an appointment again that was placed, where it stood before, in the open transaction.
 * @throws Problem `conflict` when it has begun since
 */
export async function unplaceParked(
  ctx: Ctx,
  tx: Tx,
  id: string,
  from: Place,
): Promise<Appointment> {
  const before = await fetchAppointment(tx.db, id);
  refuseBegun(before);
  await holdSlots(tx.db, [before]);
  const { startsAt, endsAt, practitionerId, roomId } = from;
  const place = { startsAt, endsAt, practitionerId, roomId };
  return await saveAppointment(ctx, tx, 'appointments.park', before, {
    ...place,
    ...offSchedule(ctx),
    confirmedAt: null,
  });
}

/**
 * Takes a booking back in the open transaction, as by mistake.
 * @throws Problem `conflict` when it has begun since
 */
export async function takeBookingBack(ctx: Ctx, tx: Tx, id: string): Promise<Appointment> {
  const before = await fetchAppointment(tx.db, id);
  refuseBegun(before);
  await holdSlots(tx.db, [before]);
  return await saveAppointment(ctx, tx, 'appointments.cancel', before, {
    ...offSchedule(ctx),
    cancelReason: 'Booked by mistake.',
  });
}

/**
 * Says of a parked appointment that it is cancelled for good, or (null) that it is parked after all.
 * @throws Problem `conflict` when it was brought back to the schedule
 */
export async function settleCancellation(
  ctx: Ctx,
  tx: Tx,
  id: string,
  why: { cancelledBy: CancelledBy; cancelReason: string } | null,
): Promise<void> {
  const before = await fetchAppointment(tx.db, id);
  if (before.status !== 'cancelled')
    throw new Problem('conflict', 'This appointment is back on the schedule.');
  await saveAppointment(
    ctx,
    tx,
    why === null ? 'appointments.park' : 'appointments.cancel',
    before,
    why ?? { cancelledBy: 'clinic', cancelReason: PARKED },
  );
}
