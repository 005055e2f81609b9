import { and, eq, sql } from 'drizzle-orm';
import type { Appointment } from '#domain/appointments/appointment.ts';
import type { Tx } from '../audit/transact.ts';
import type { Database } from '../db/database.ts';
import { refuseStale, updatedOrStale } from '../db/fetch.ts';
import { appointments } from '../db/schema/appointments.ts';
import type { Ctx } from '../http/context.ts';
import { fetchAppointment, toAppointment } from './appointment-view.ts';

/** What changes of an appointment, as the API writes it; what is left out stays. */
export type AppointmentChange = {
  [K in Exclude<keyof Appointment, 'id' | 'version' | 'createdAt' | 'updatedAt'>]?:
    | Appointment[K]
    | undefined;
};

const momentOf = (at: string | null | undefined): Date | null | undefined =>
  typeof at === 'string' ? new Date(at) : at;

/** The change as the table takes it; Drizzle leaves out what is undefined. */
const toRow = ({ startsAt, endsAt, ...change }: AppointmentChange) => ({
  ...change,
  startsAt: startsAt === undefined ? undefined : new Date(startsAt),
  endsAt: endsAt === undefined ? undefined : new Date(endsAt),
  confirmedAt: momentOf(change.confirmedAt),
  arrivedAt: momentOf(change.arrivedAt),
  treatmentStartedAt: momentOf(change.treatmentStartedAt),
  doneAt: momentOf(change.doneAt),
  cancelledAt: momentOf(change.cancelledAt),
});

/**
 * The appointment a change is about, as its version says.
 * @throws Problem `not_found`, `stale`
 */
export async function fetchAtVersion(
  db: Database,
  id: string,
  version: number,
): Promise<Appointment> {
  const found = await fetchAppointment(db, id);
  refuseStale(found, version);
  return found;
}

/**
 * Writes a change of an appointment in the open transaction, and records it.
 * @throws Problem `stale`
 */
export async function saveAppointment(
  ctx: Ctx,
  tx: Tx,
  act: string,
  before: Appointment,
  change: AppointmentChange,
): Promise<Appointment> {
  const row = await updatedOrStale(
    await tx.db
      .update(appointments)
      .set({
        ...toRow(change),
        version: sql`${appointments.version} + 1`,
        updatedAt: ctx.deps.now(),
      })
      .where(and(eq(appointments.id, before.id), eq(appointments.version, before.version)))
      .returning(),
    () => fetchAppointment(tx.db, before.id),
  );
  const after = toAppointment(row);
  const { id: entityId, patientId } = after;
  await tx.record({ act, entity: 'appointment', entityId, patientId, before, after });
  return after;
}
