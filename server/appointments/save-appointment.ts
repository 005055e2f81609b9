import { and, eq, sql } from 'drizzle-orm';
import type { Appointment } from '#domain/appointments/appointment.ts';
import type { Tx } from '../audit/transact.ts';
import type { Database } from '../db/database.ts';
import { refuseStale, updatedOrStale } from '../db/fetch.ts';
import { appointments } from '../db/schema/appointments.ts';
import type { Ctx } from '../http/context.ts';
import { fetchAppointment, toAppointment } from './appointment-view.ts';

const MOMENTS = [
  'startsAt',
  'endsAt',
  'confirmedAt',
  'arrivedAt',
  'treatmentStartedAt',
  'doneAt',
  'cancelledAt',
] as const;

/** What changes of an appointment, as the API writes it. */
export type AppointmentChange = { [K in keyof Appointment]?: Appointment[K] | undefined };

/** The change as the table takes it: its moments as dates, and nothing that was left out. */
function toRow(change: AppointmentChange): Partial<typeof appointments.$inferInsert> {
  const moments = MOMENTS.flatMap((key) => {
    const at = change[key];
    return at === undefined ? [] : [[key, at === null ? null : new Date(at)] as const];
  });
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  return Object.fromEntries([...given, ...moments]);
}

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
