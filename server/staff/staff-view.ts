import { eq } from 'drizzle-orm';
import type { StaffMember } from '#domain/staff/staff-member.ts';
import type { Database } from '../db/database.ts';
import { firstOrNotFound } from '../db/fetch.ts';
import { staff } from '../db/schema/staff.ts';

/** A row of staff as the API answers it. */
export const toStaffMember = (row: typeof staff.$inferSelect): StaffMember => ({
  id: row.id,
  version: row.version,
  name: row.name,
  email: row.email,
  roles: row.roles,
  isPrescriber: row.isPrescriber,
  isOwner: row.isOwner,
  isActive: row.isActive,
  hasAccount: row.userId !== null,
  createdAt: row.createdAt.toISOString(),
});

/**
 * One member of staff.
 * @throws Problem `not_found`
 */
export async function fetchStaffMember(db: Database, id: string): Promise<StaffMember> {
  return toStaffMember(
    firstOrNotFound(await db.select().from(staff).where(eq(staff.id, id)), 'member of staff'),
  );
}
