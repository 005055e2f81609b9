import type {
  Appointment,
  AppointmentCreate,
  AppointmentOverride,
} from '#domain/appointments/appointment.ts';
import { lengthProblems } from '#domain/appointments/appointment.ts';
import { Problem } from '#domain/shared/problem.ts';
import { transact, type Tx } from '../audit/transact.ts';
import { keepHours } from '../availability/hold-hours.ts';
import { appointments } from '../db/schema/appointments.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { toAppointment } from './appointment-view.ts';
import {
  endOf,
  requireOpenCourse,
  requirePatient,
  requirePlaces,
  requirePractitioners,
  requireRooms,
  requireType,
} from './check-booking.ts';
import { readFrame } from './clinic-frame.ts';
import { type HeldSlot, holdSlots } from './hold-slots.ts';
import { type Attempt, refusingTaken, takeSlots } from './refuse-taken.ts';

/** A new appointment as it is inserted: all that can be chosen, its times settled. */
export type NewAppointment = HeldSlot & {
  typeId: string;
  courseId: string | null;
  note: string;
  overrideReason: string | null;
  seriesId: string | null;
};

/** Inserts appointments in the open transaction and records each. */
export async function insertAppointments(
  ctx: Ctx,
  tx: Tx,
  act: string,
  made: readonly NewAppointment[],
): Promise<Appointment[]> {
  const now = ctx.deps.now();
  const rows = await tx.db
    .insert(appointments)
    .values(
      made.map((one) => ({
        ...one,
        startsAt: new Date(one.startsAt),
        endsAt: new Date(one.endsAt),
        overriddenBy: one.overrideReason === null ? null : ctx.actor.staffId,
        status: 'booked' as const,
        id: ctx.deps.newId(),
        createdAt: now,
        updatedAt: now,
      })),
    )
    .returning();
  const answered = rows.map(toAppointment);
  await tx.recordAll(
    answered.map((one) => ({
      act,
      entity: 'appointment',
      entityId: one.id,
      patientId: one.patientId,
      after: one,
    })),
  );
  return answered;
}

/** What every booking is held to, whoever books: that what it names is there. */
async function settle(ctx: Ctx, tx: Tx, input: AppointmentCreate) {
  await keepHours(tx.db);
  const frame = await readFrame(ctx, tx.db);
  await requirePatient(tx.db, input.patientId);
  const type = await requireType(tx.db, input.typeId);
  const { practitionerId, roomId, courseId } = input;
  const people = await requirePractitioners(tx.db, [{ path: 'practitionerId', practitionerId }]);
  requireRooms(frame, [{ path: 'roomId', roomId }]);
  if (courseId !== null) await requireOpenCourse(tx.db, courseId, input.patientId);
  const made = { ...input, endsAt: endOf(input, type), seriesId: null };
  const fields = lengthProblems(made);
  if (fields.length > 0) throw new Problem('invalid', undefined, { fields });
  return { frame, people, made };
}

const only = ([one]: Appointment[]): Appointment => {
  if (!one) throw new Error('The new appointment was not answered.');
  return one;
};

/**
 * Books an appointment in the open transaction, as the part of a movement that also does more.
 * @throws Problem `invalid` at its field; SlotTaken, which `refusingTaken` turns into an answer
 */
export async function bookInto(
  ctx: Ctx,
  tx: Tx,
  attempt: Attempt,
  input: AppointmentCreate,
): Promise<Appointment> {
  const { frame, people, made } = await settle(ctx, tx, input);
  await requirePlaces(tx.db, frame, [{ slot: made, prefix: '' }], people);
  await takeSlots(tx.db, attempt, { slots: [made] });
  const booked = { ...made, overrideReason: null };
  return only(await insertAppointments(ctx, tx, 'appointments.book', [booked]));
}

/**
 * Books an appointment: within the hours, where nobody else holds the practitioner, the room or
 * the patient.
 * @throws Problem `invalid` at its field, `conflict` with who or what is taken and when
 */
export async function bookAppointment(ctx: Ctx, input: AppointmentCreate): Promise<Appointment> {
  authorise(ctx, 'appointments.write');
  return await refusingTaken(ctx, (attempt) =>
    transact(ctx, (tx) => bookInto(ctx, tx, attempt, input)),
  );
}

/**
 * Books an appointment that a manager lets overlap others or lie outside the hours, for a reason
 * that is kept with it. It holds its slot like any other: who books next is refused.
 * @throws Problem `invalid` at its field
 */
export async function overrideBooking(ctx: Ctx, input: AppointmentOverride): Promise<Appointment> {
  authorise(ctx, 'appointments.override');
  return await transact(ctx, async (tx) => {
    const { made } = await settle(ctx, tx, input);
    await holdSlots(tx.db, [made]);
    const booked = { ...made, overrideReason: input.overrideReason };
    return only(await insertAppointments(ctx, tx, 'appointments.book-overriding', [booked]));
  });
}
