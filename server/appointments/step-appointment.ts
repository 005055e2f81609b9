import type { Appointment, AppointmentCancel } from '#domain/appointments/appointment.ts';
import {
  APPOINTMENT_STATUS_LABELS,
  type StepStatus,
} from '#domain/appointments/appointment-enums.ts';
import {
  holdsSlot,
  isCancellable,
  isLateCancel,
  stampOf,
  stepProblem,
  undoLastStep,
} from '#domain/appointments/appointment-flow.ts';
import { Problem } from '#domain/shared/problem.ts';
import { transact, type Tx } from '../audit/transact.ts';
import { keepHours } from '../availability/hold-hours.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { settleParked } from '../waiting-list/settle-parked.ts';
import { requirePatient, requirePlaces, requirePractitioners } from './check-booking.ts';
import { readFrame } from './clinic-frame.ts';
import { holdSlots } from './hold-slots.ts';
import { refusingTaken, takeSlots } from './refuse-taken.ts';
import { fetchAtVersion, saveAppointment } from './save-appointment.ts';

const ACTS: Record<StepStatus, string> = {
  confirmed: 'appointments.confirm',
  arrived: 'appointments.arrive',
  in_treatment: 'appointments.start',
  done: 'appointments.finish',
  no_show: 'appointments.no-show',
};

/**
 * Takes an appointment one step on: confirmed, arrived, in treatment, done, or nobody came.
 * @throws Problem `not_found`, `stale`, `conflict` when the step does not follow
 */
export async function stepAppointment(
  ctx: Ctx,
  id: string,
  version: number,
  step: StepStatus,
): Promise<Appointment> {
  authorise(ctx, 'appointments.write');
  return await transact(ctx, async (tx) => {
    const before = await fetchAtVersion(tx.db, id, version);
    const { clock, now, today } = await readFrame(ctx, tx.db);
    const startsOn = clock.wallTimeOf(before.startsAt).date;
    const problem = stepProblem(before, step, { now, today, startsOn });
    if (problem !== null) throw new Problem('conflict', problem);
    if (step === 'no_show') await holdSlots(tx.db, [before]);
    const change = { ...stampOf(step, now), status: step };
    return await saveAppointment(ctx, tx, ACTS[step], before, change);
  });
}

/**
 * Cancels an appointment and frees its slot.
 * @throws Problem `not_found`, `stale`, `conflict` when it can't be cancelled any more
 */
export async function cancelAppointment(
  ctx: Ctx,
  id: string,
  version: number,
  input: AppointmentCancel,
): Promise<Appointment> {
  authorise(ctx, 'appointments.write');
  return await transact(ctx, async (tx) => {
    const before = await fetchAtVersion(tx.db, id, version);
    if (!isCancellable(before.status)) {
      const is = APPOINTMENT_STATUS_LABELS[before.status].toLowerCase();
      throw new Problem('conflict', `This appointment is ${is} and can no longer be cancelled.`);
    }
    await holdSlots(tx.db, [before]);
    const cancelledAt = ctx.deps.now().toISOString();
    return await saveAppointment(ctx, tx, 'appointments.cancel', before, {
      ...input,
      status: 'cancelled',
      cancelledAt,
      isLateCancel: isLateCancel(before.startsAt, cancelledAt),
    });
  });
}

/**
 * Refuses to bring a cancelled appointment back to where none is booked any more: to a patient put
 * away, someone who has left, or outside what the hours have become. A past one only corrects.
 * @throws Problem `conflict`
 */
async function requireStillBookable(ctx: Ctx, tx: Tx, before: Appointment): Promise<void> {
  await keepHours(tx.db);
  const frame = await readFrame(ctx, tx.db);
  if (before.status !== 'cancelled' || before.startsAt < frame.now) return;
  try {
    await requirePatient(tx.db, before.patientId);
    const wanted = [{ path: 'practitionerId', practitionerId: before.practitionerId }];
    const people = await requirePractitioners(tx.db, wanted);
    if (before.overrideReason === null)
      await requirePlaces(tx.db, frame, [{ slot: before, prefix: '' }], people);
  } catch (error) {
    // There is no field to tell it at: nothing was typed.
    if (error instanceof Problem && error.code === 'invalid')
      throw new Problem('conflict', error.message);
    throw error;
  }
}

/**
 * Undoes the last step of an appointment. One that was cancelled or missed comes back if its slot
 * is still free and still within the hours.
 * @throws Problem `not_found`, `stale`, `conflict` when nothing is to undo or the slot is taken
 */
export async function undoAppointmentStep(
  ctx: Ctx,
  id: string,
  version: number,
): Promise<Appointment> {
  authorise(ctx, 'appointments.write');
  return await refusingTaken(ctx, (attempt) =>
    transact(ctx, async (tx) => {
      const before = await fetchAtVersion(tx.db, id, version);
      const undone = undoLastStep(before);
      if (undone === null) throw new Problem('conflict', 'Nothing has happened yet to undo.');
      if (!holdsSlot(before.status)) {
        await requireStillBookable(ctx, tx, before);
        await takeSlots(tx.db, attempt, { slots: [before] });
      }
      const after = await saveAppointment(ctx, tx, 'appointments.undo', before, undone);
      if (before.status === 'cancelled') await settleParked(ctx, tx, after);
      return after;
    }),
  );
}
