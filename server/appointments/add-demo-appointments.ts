import type { Appointment } from '#domain/appointments/appointment.ts';
import type { DemoTx } from '../audit/demo-tx.ts';
import { recordDemoFill } from '../audit/record-demo-fill.ts';
import { appointments } from '../db/schema/appointments.ts';
import { stampsOf } from '../db/stamps.ts';

const momentOf = (text: string | null): Date | null => (text === null ? null : new Date(text));

/** Adds the demo clinic's appointments, those over and those to come, in the open transaction. */
export async function addDemoAppointments(tx: DemoTx, made: readonly Appointment[]): Promise<void> {
  await tx.insert(
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
