import { asc, eq } from 'drizzle-orm';
import type { AppointmentType } from '#domain/availability/appointment-type.ts';
import { Problem } from '#domain/shared/problem.ts';
import type { Database } from '../db/database.ts';
import { firstOrNotFound } from '../db/fetch.ts';
import { appointmentTypes } from '../db/schema/availability.ts';

/** A row of appointment types as the API answers it. */
export const toAppointmentType = (row: typeof appointmentTypes.$inferSelect): AppointmentType => ({
  id: row.id,
  version: row.version,
  name: row.name,
  kind: row.kind,
  durationMinutes: row.durationMinutes,
  technique: row.technique,
  bufferMinutes: row.bufferMinutes,
  position: row.position,
  isArchived: row.isArchived,
});

/**
 * One type of appointment.
 * @throws Problem `not_found`
 */
export async function fetchAppointmentType(db: Database, id: string): Promise<AppointmentType> {
  const rows = await db.select().from(appointmentTypes).where(eq(appointmentTypes.id, id));
  return toAppointmentType(firstOrNotFound(rows, 'type of appointment'));
}

/** All types of appointment in the clinic's order, archived ones too. */
export async function allAppointmentTypes(db: Database): Promise<AppointmentType[]> {
  const rows = await db
    .select()
    .from(appointmentTypes)
    .orderBy(asc(appointmentTypes.position), asc(appointmentTypes.id));
  return rows.map(toAppointmentType);
}

/** The refusal of a name that another type has. */
export const typeNameTaken = (): Problem =>
  new Problem('duplicate', 'There is a type with this name.', {
    fields: [{ path: 'name', message: 'There is a type with this name.' }],
  });
