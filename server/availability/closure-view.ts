import { asc, eq, gte } from 'drizzle-orm';
import type { Closure } from '#domain/availability/closure.ts';
import type { Page } from '#domain/shared/page.ts';
import type { Database } from '../db/database.ts';
import { firstOrNotFound } from '../db/fetch.ts';
import { closures } from '../db/schema/availability.ts';
import { authorise, type Ctx } from '../http/context.ts';

/** A row of closures as the API answers it. */
export const toClosure = (row: typeof closures.$inferSelect): Closure => ({
  id: row.id,
  version: row.version,
  fromDate: row.fromDate,
  toDate: row.toDate,
  name: row.name,
});

/**
 * One closure.
 * @throws Problem `not_found`
 */
export async function fetchClosure(db: Database, id: string): Promise<Closure> {
  const rows = await db.select().from(closures).where(eq(closures.id, id));
  return toClosure(firstOrNotFound(rows, 'closure'));
}

/** Closures, the earliest first: all of them, or those that have not ended before a day. */
export async function listClosures(ctx: Ctx, from: string | undefined): Promise<Page<Closure>> {
  authorise(ctx, 'availability.read');
  const rows = await ctx.deps.db
    .select()
    .from(closures)
    .where(from === undefined ? undefined : gte(closures.toDate, from))
    .orderBy(asc(closures.fromDate), asc(closures.id));
  return { items: rows.map(toClosure), nextCursor: null };
}
