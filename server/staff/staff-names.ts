import { inArray } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { staff } from '../db/schema/staff.ts';

/** The names of the members of staff with these ids, those who left included. */
export async function staffNames(
  db: Database,
  ids: readonly string[],
): Promise<{ id: string; name: string }[]> {
  if (ids.length === 0) return [];
  return await db
    .select({ id: staff.id, name: staff.name })
    .from(staff)
    .where(inArray(staff.id, [...ids]));
}
