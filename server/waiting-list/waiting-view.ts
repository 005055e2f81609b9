import { and, eq, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { WaitingEntry } from '#domain/waiting-list/waiting-entry.ts';
import type { Database } from '../db/database.ts';
import { firstOrNotFound } from '../db/fetch.ts';
import { appointmentTypes } from '../db/schema/availability.ts';
import { courses } from '../db/schema/courses.ts';
import { patients } from '../db/schema/patients.ts';
import { staff } from '../db/schema/staff.ts';
import { waitingEntries } from '../db/schema/waiting-list.ts';

const seenBy = alias(staff, 'seen_by');

const WHO = {
  id: patients.id,
  familyName: patients.familyName,
  givenName: patients.givenName,
  clinicNumber: patients.clinicNumber,
  phone: patients.phone,
};

/** The entries that meet all conditions, in an order, at most `limit`. */
export async function findEntries(
  db: Database,
  conditions: readonly (SQL | undefined)[],
  order: SQL,
  limit: number,
): Promise<WaitingEntry[]> {
  const rows = await db
    .select({
      entry: waitingEntries,
      patient: WHO,
      typeName: appointmentTypes.name,
      practitionerName: staff.name,
      statusBy: seenBy.name,
      dueFrom: courses.dueFrom,
      dueTo: courses.dueTo,
    })
    .from(waitingEntries)
    .innerJoin(patients, eq(patients.id, waitingEntries.patientId))
    .innerJoin(appointmentTypes, eq(appointmentTypes.id, waitingEntries.typeId))
    .leftJoin(staff, eq(staff.id, waitingEntries.practitionerId))
    .leftJoin(seenBy, eq(seenBy.id, waitingEntries.statusBy))
    .leftJoin(courses, eq(courses.id, waitingEntries.courseId))
    .where(and(...conditions))
    .orderBy(order)
    .limit(limit);
  return rows.map(({ entry: { patientId: _who, ...entry }, dueFrom, dueTo, ...named }) => ({
    ...entry,
    ...named,
    due: dueFrom === null || dueTo === null ? null : { from: dueFrom, to: dueTo },
    statusAt: entry.statusAt.toISOString(),
    createdAt: entry.createdAt.toISOString(),
    updatedAt: entry.updatedAt.toISOString(),
  }));
}

/**
 * One entry.
 * @throws Problem `not_found`
 */
export async function fetchEntry(db: Database, id: string): Promise<WaitingEntry> {
  const order = waitingEntries.id.getSQL();
  const found = await findEntries(db, [eq(waitingEntries.id, id)], order, 1);
  return firstOrNotFound(found, 'entry');
}
