import type { Clinic } from '#domain/clinic/clinic.ts';
import { calendarDateIn } from '#domain/shared/clinic-time.ts';
import { Problem } from '#domain/shared/problem.ts';
import type { Database } from '../db/database.ts';
import { clinic } from '../db/schema/clinic.ts';
import type { Ctx } from '../http/context.ts';

/** The clinic's row as the API answers it. */
export const toClinic = (row: typeof clinic.$inferSelect): Clinic => ({
  id: row.id,
  version: row.version,
  name: row.name,
  timeZone: row.timeZone,
  country: row.country,
  hours: row.hours,
  rooms: row.rooms,
  idleLockMinutes: row.idleLockMinutes,
  emergencyText: row.emergencyText,
  notesFewPrincipals: row.notesFewPrincipals,
  isDemo: row.isDemo,
});

/** The clinic of this database, or undefined before the first run. */
export async function findClinic(db: Database): Promise<Clinic | undefined> {
  const [row] = await db.select().from(clinic);
  return row && toClinic(row);
}

/**
 * The clinic of this database.
 * @throws Problem `not_set_up` before the first run.
 */
export async function fetchClinic(db: Database): Promise<Clinic> {
  const found = await findClinic(db);
  if (!found) throw new Problem('not_set_up');
  return found;
}

/**
 * The clinic as it stood when the request came in, for reading; a change reads it anew in its own
 * transaction.
 * @throws Problem `not_set_up` before the first run.
 */
export async function clinicOf({ signedIn, deps }: Ctx): Promise<Clinic> {
  return signedIn?.clinic ?? (await fetchClinic(deps.db));
}

/** The calendar date on the clinic's own clock at this moment. */
export function clinicToday(timeZone: string, now: Date): string {
  return calendarDateIn(timeZone, now);
}
