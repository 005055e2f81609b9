import type {
  Appointment,
  AppointmentMoves,
  AppointmentOverrideMove,
  AppointmentUpdate,
} from '#domain/appointments/appointment.ts';
import { transact } from '../audit/transact.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { requireOpenCourse, requireType } from './check-booking.ts';
import {
  fetchAllAtVersion,
  holdOverriddenMove,
  passThroughEachOther,
  saveMoved,
  type SlotChange,
  takeMovedSlots,
} from './move-slots.ts';
import { refusingTaken } from './refuse-taken.ts';
import { fetchAtVersion, saveAppointment } from './save-appointment.ts';

/** Whether a change is about where an appointment is, not only what is written of it. */
const moves = (change: SlotChange): boolean =>
  change.startsAt !== undefined ||
  change.endsAt !== undefined ||
  change.practitionerId !== undefined ||
  change.roomId !== undefined;

/**
 * Moves an appointment, makes it longer or shorter, or changes its room, practitioner, type,
 * course or note.
 * @throws Problem `not_found`, `stale`, `invalid` at the field, `conflict` with who or what is taken
 */
export async function updateAppointment(
  ctx: Ctx,
  id: string,
  version: number,
  input: AppointmentUpdate,
): Promise<Appointment> {
  authorise(ctx, 'appointments.write');
  return await refusingTaken(ctx, (attempt) =>
    transact(ctx, async (tx) => {
      const before = await fetchAtVersion(tx.db, id, version);
      const { typeId, courseId, note, ...change } = input;
      if (typeId !== undefined && typeId !== before.typeId) await requireType(tx.db, typeId);
      if (courseId && courseId !== before.courseId)
        await requireOpenCourse(tx.db, courseId, before.patientId);
      const written = { typeId, courseId, note };
      if (!moves(change))
        return await saveAppointment(ctx, tx, 'appointments.update', before, written);
      const [after = before] = await takeMovedSlots(ctx, tx, attempt, [
        { before, change, prefix: '' },
      ]);
      return await saveMoved(ctx, tx, 'appointments.move', before, after, written);
    }),
  );
}

/**
 * Moves several appointments in one movement: all of them, or none.
 * @throws Problem `not_found`, `stale`, `invalid` at `moves.0.startsAt`, `conflict`
 */
export async function moveAppointments(
  ctx: Ctx,
  { moves: wanted }: AppointmentMoves,
): Promise<{ items: Appointment[] }> {
  authorise(ctx, 'appointments.write');
  return await refusingTaken(ctx, (attempt) =>
    transact(ctx, async (tx) => {
      const before = await fetchAllAtVersion(tx, wanted);
      const after = await takeMovedSlots(
        ctx,
        tx,
        attempt,
        before.map((one, index) => ({
          before: one,
          change: wanted[index] ?? {},
          prefix: `moves.${index}.`,
        })),
      );
      await passThroughEachOther(tx);
      const items: Appointment[] = [];
      for (const [index, one] of before.entries())
        items.push(await saveMoved(ctx, tx, 'appointments.move', one, after[index] ?? one));
      return { items };
    }),
  );
}

/**
 * Moves an appointment to where a manager lets it overlap others or lie outside the hours, for a
 * reason that is kept with it.
 * @throws Problem `not_found`, `stale`, `invalid` at the field
 */
export async function overrideMove(
  ctx: Ctx,
  id: string,
  version: number,
  { overrideReason, ...change }: AppointmentOverrideMove,
): Promise<Appointment> {
  authorise(ctx, 'appointments.override');
  return await transact(ctx, async (tx) => {
    const before = await fetchAtVersion(tx.db, id, version);
    const after = await holdOverriddenMove(ctx, tx, { before, change, prefix: '' });
    const overridden = { ...after, overrideReason, overriddenBy: ctx.actor.staffId };
    return await saveMoved(ctx, tx, 'appointments.move-overriding', before, overridden);
  });
}
