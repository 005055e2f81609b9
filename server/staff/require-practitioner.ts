import { and, eq, sql } from 'drizzle-orm';
import { invalidField } from '#domain/shared/problem.ts';
import type { Database } from '../db/database.ts';
import { staff } from '../db/schema/staff.ts';

/**
 * Refuses anyone but a practitioner who works here now.
 * @throws Problem `invalid` at the path
 */
export async function requirePractitioner(db: Database, id: string, path: string): Promise<void> {
  const known = await db
    .select({ id: staff.id })
    .from(staff)
    .where(and(eq(staff.id, id), staff.isActive, sql`'practitioner' = ANY (${staff.roles})`));
  if (known.length === 0) throw invalidField(path, 'Choose a practitioner of the clinic.');
}
