import { eq } from 'drizzle-orm';
import type { Appointment } from '#domain/appointments/appointment.ts';
import type { Database } from '../db/database.ts';
import { firstOrNotFound } from '../db/fetch.ts';
import { appointments } from '../db/schema/appointments.ts';

const text = (at: Date | null): string | null => at?.toISOString() ?? null;

/** A row of appointments as the API answers it. */
export const toAppointment = (row: typeof appointments.$inferSelect): Appointment => ({
  id: row.id,
  version: row.version,
  patientId: row.patientId,
  practitionerId: row.practitionerId,
  roomId: row.roomId,
  typeId: row.typeId,
  courseId: row.courseId,
  startsAt: row.startsAt.toISOString(),
  endsAt: row.endsAt.toISOString(),
  status: row.status,
  note: row.note,
  confirmedAt: text(row.confirmedAt),
  arrivedAt: text(row.arrivedAt),
  treatmentStartedAt: text(row.treatmentStartedAt),
  doneAt: text(row.doneAt),
  cancelledAt: text(row.cancelledAt),
  cancelledBy: row.cancelledBy,
  cancelReason: row.cancelReason,
  isLateCancel: row.isLateCancel,
  overrideReason: row.overrideReason,
  overriddenBy: row.overriddenBy,
  seriesId: row.seriesId,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

/**
 * One appointment.
 * @throws Problem `not_found`
 */
export async function fetchAppointment(db: Database, id: string): Promise<Appointment> {
  const rows = await db.select().from(appointments).where(eq(appointments.id, id));
  return toAppointment(firstOrNotFound(rows, 'appointment'));
}
