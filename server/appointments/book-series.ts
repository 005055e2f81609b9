import type { SeriesCreate } from '#domain/appointments/course-booking.ts';
import { type Appointment, lengthProblems } from '#domain/appointments/appointment.ts';
import { Problem } from '#domain/shared/problem.ts';
import { transact } from '../audit/transact.ts';
import { keepHours } from '../availability/hold-hours.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { insertAppointments } from './book-appointment.ts';
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
import { refusingTaken, takeSlots } from './refuse-taken.ts';

/**
 * Books a patient's appointments in one go, such as all of a course: every one, or none.
 * @throws Problem `invalid` at its field, such as `appointments.2.startsAt`; `conflict` with who or
 * what is taken on which days
 */
export async function bookSeries(
  ctx: Ctx,
  { appointments, ...shared }: SeriesCreate,
): Promise<{ items: Appointment[] }> {
  authorise(ctx, 'appointments.write');
  return await refusingTaken(ctx, (attempt) =>
    transact(ctx, async (tx) => {
      await keepHours(tx.db);
      const frame = await readFrame(ctx, tx.db);
      await requirePatient(tx.db, shared.patientId);
      const type = await requireType(tx.db, shared.typeId);
      if (shared.courseId !== null)
        await requireOpenCourse(tx.db, shared.courseId, shared.patientId);
      const placed = appointments.map((one, index) => ({
        prefix: `appointments.${index}.`,
        slot: { ...one, patientId: shared.patientId, endsAt: endOf(one, type) },
      }));
      const fields = placed.flatMap(({ prefix, slot }) =>
        lengthProblems(slot).map(({ path, message }) => ({ path: `${prefix}${path}`, message })),
      );
      if (fields.length > 0) throw new Problem('invalid', undefined, { fields });
      const people = await requirePractitioners(
        tx.db,
        placed.map(({ prefix, slot }) => ({ path: `${prefix}practitionerId`, ...slot })),
      );
      requireRooms(
        frame,
        placed.map(({ prefix, slot }) => ({ path: `${prefix}roomId`, ...slot })),
      );
      await requirePlaces(tx.db, frame, placed, people);
      await takeSlots(tx.db, attempt, { slots: placed.map(({ slot }) => slot) });
      const seriesId = ctx.deps.newId();
      const made = placed.map(({ slot }) => ({
        ...slot,
        ...shared,
        overrideReason: null,
        seriesId,
      }));
      return { items: await insertAppointments(ctx, tx, 'appointments.book-series', made) };
    }),
  );
}
