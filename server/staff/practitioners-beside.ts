import { and, asc, notInArray, sql } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { staff } from '../db/schema/staff.ts';

/** Practitioners who work here now, without those named, by name. */
export async function practitionersBeside(
  db: Database,
  without: readonly string[],
): Promise<{ id: string; name: string }[]> {
  return await db
    .select({ id: staff.id, name: staff.name })
    .from(staff)
    .where(
      and(
        staff.isActive,
        sql`'practitioner' = ANY (${staff.roles})`,
        without.length === 0 ? undefined : notInArray(staff.id, [...without]),
      ),
    )
    .orderBy(asc(sql`${staff.name} COLLATE "und-x-icu"`), asc(staff.id));
}
