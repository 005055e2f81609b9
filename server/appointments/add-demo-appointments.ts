import type { Appointment } from '#domain/appointments/appointment.ts';
import { recordDemoFill } from '../audit/record-demo-fill.ts';
import type { Tx } from '../audit/transact.ts';
import { insertAll } from '../db/insert-all.ts';
import { appointments } from '../db/schema/appointments.ts';
import { stampsOf } from '../db/stamps.ts';

const momentOf = (text: string | null): Date | null => (text === null ? null : new Date(text));

/** Adds the demo clinic's appointments, those over and those to come, in the open transaction. */
export async function addDemoAppointments(tx: Tx, made: readonly Appointment[]): Promise<void> {
  await insertAll(
    tx.db,
    appointments,
    made.map((one) => ({
      ...one,
      ...stampsOf(one),
      startsAt: new Date(one.startsAt),
      endsAt: new Date(one.endsAt),
      confirmedAt: momentOf(one.confirmedAt),
      arrivedAt: momentOf(one.arrivedAt),
      treatmentStartedAt: momentOf(one.treatmentStartedAt),
      doneAt: momentOf(one.doneAt),
      cancelledAt: momentOf(one.cancelledAt),
    })),
  );
  await recordDemoFill(tx, 'appointment', made);
}
