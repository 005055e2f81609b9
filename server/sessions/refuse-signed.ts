import type { Session } from '#domain/sessions/session.ts';
import { Problem } from '#domain/shared/problem.ts';
import type { Database } from '../db/database.ts';
import { clinicToday, fetchClinic } from '../clinic/clinic-view.ts';
import { fetchStaffMember } from '../staff/staff-view.ts';

/**
 * Refuses any change of a signed session.
 * @throws Problem `conflict` that names who signed it and on which clinic date
 */
export async function refuseSigned(db: Database, session: Session): Promise<void> {
  if (session.signedBy === null || session.signedAt === null) return;
  const { name } = await fetchStaffMember(db, session.signedBy);
  const { timeZone } = await fetchClinic(db);
  const day = clinicToday(timeZone, new Date(session.signedAt));
  throw new Problem('conflict', `Signed on ${day} by ${name}. Add a dated note instead.`);
}
