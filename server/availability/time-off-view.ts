import { and, asc, eq, gt } from 'drizzle-orm';
import type { TimeOffQuery } from '#domain/availability/availability-query.ts';
import type { TimeOff } from '#domain/availability/time-off.ts';
import type { Page } from '#domain/shared/page.ts';
import { clinicClock } from '#domain/shared/clinic-time.ts';
import { fetchClinic } from '../clinic/clinic-view.ts';
import type { Database } from '../db/database.ts';
import { firstOrNotFound } from '../db/fetch.ts';
import { timeOff } from '../db/schema/availability.ts';
import { authorise, type Ctx } from '../http/context.ts';

/** A time off with its reason. */
export type WholeTimeOff = TimeOff & { reason: string | null };

/** A row of time off with all that is known of it. */
export const toTimeOff = (row: typeof timeOff.$inferSelect): WholeTimeOff => ({
  id: row.id,
  version: row.version,
  practitionerId: row.practitionerId,
  startsAt: row.startsAt.toISOString(),
  endsAt: row.endsAt.toISOString(),
  reason: row.reason,
});

/** A time off as the actor may see it: why, only managers and the person themselves. */
export function timeOffFor(ctx: Ctx, { reason, ...shown }: WholeTimeOff): TimeOff {
  const { roles, staffId } = ctx.actor;
  return roles.includes('manager') || shown.practitionerId === staffId
    ? { ...shown, reason }
    : shown;
}

/**
 * One time off.
 * @throws Problem `not_found`
 */
export async function fetchTimeOff(db: Database, id: string): Promise<WholeTimeOff> {
  const rows = await db.select().from(timeOff).where(eq(timeOff.id, id));
  return toTimeOff(firstOrNotFound(rows, 'time off'));
}

/** Time off, the earliest first: of everyone or of one, all of it or what has not ended before a day. */
export async function listTimeOff(ctx: Ctx, query: TimeOffQuery): Promise<Page<TimeOff>> {
  authorise(ctx, 'availability.read');
  const { db } = ctx.deps;
  const { practitionerId, from } = query;
  const { timeZone } = await fetchClinic(db);
  const since = from === undefined ? undefined : clinicClock(timeZone).instantAt(from, '00:00');
  const rows = await db
    .select()
    .from(timeOff)
    .where(
      and(
        practitionerId === undefined ? undefined : eq(timeOff.practitionerId, practitionerId),
        since === undefined ? undefined : gt(timeOff.endsAt, new Date(since)),
      ),
    )
    .orderBy(asc(timeOff.startsAt), asc(timeOff.id));
  return { items: rows.map((row) => timeOffFor(ctx, toTimeOff(row))), nextCursor: null };
}
