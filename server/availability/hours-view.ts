import { asc, eq, sql } from 'drizzle-orm';
import type { StaffHours } from '#domain/availability/staff-hours.ts';
import type { Page } from '#domain/shared/page.ts';
import { Problem } from '#domain/shared/problem.ts';
import type { Database } from '../db/database.ts';
import { firstOrNotFound } from '../db/fetch.ts';
import { staffHours } from '../db/schema/availability.ts';
import { authorise, type Ctx } from '../http/context.ts';

/** A row of weekly hours as the API answers it. */
export const toStaffHours = (row: typeof staffHours.$inferSelect): StaffHours => ({
  id: row.id,
  version: row.version,
  practitionerId: row.practitionerId,
  validFrom: row.validFrom,
  hours: row.hours,
});

/**
 * Weekly hours of one practitioner from a day on.
 * @throws Problem `not_found`
 */
export async function fetchStaffHours(db: Database, id: string): Promise<StaffHours> {
  const rows = await db.select().from(staffHours).where(eq(staffHours.id, id));
  return toStaffHours(firstOrNotFound(rows, 'record of hours'));
}

/** Weekly hours, each practitioner's from the earliest on; whoever has none works when the clinic is open. */
export async function listStaffHours(
  ctx: Ctx,
  practitionerId: string | undefined,
): Promise<Page<StaffHours>> {
  authorise(ctx, 'availability.read');
  const rows = await ctx.deps.db
    .select()
    .from(staffHours)
    .where(practitionerId === undefined ? undefined : eq(staffHours.practitionerId, practitionerId))
    .orderBy(
      asc(staffHours.practitionerId),
      sql`${staffHours.validFrom} NULLS FIRST`,
      asc(staffHours.id),
    );
  return { items: rows.map(toStaffHours), nextCursor: null };
}

/** The refusal of hours that begin on a day on which others of the same person begin. */
export const hoursBeginTaken = (): Problem =>
  new Problem('duplicate', 'Other hours begin on this day already. Change those.', {
    fields: [
      { path: 'validFrom', message: 'Other hours begin on this day already. Change those.' },
    ],
  });
