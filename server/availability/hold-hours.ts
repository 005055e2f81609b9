import { sql } from 'drizzle-orm';
import type { Database } from '../db/database.ts';

const HOURS_LOCK = 7_214_004;

/**
 * Keeps hours, closures and time off as they are until the transaction ends. Every booking and move
 * takes it before it reads them, and before it holds its slots; bookings do not wait for each other.
 */
export async function keepHours(db: Database): Promise<void> {
  await db.execute(sql`SELECT pg_advisory_xact_lock_shared(${HOURS_LOCK})`);
}

/**
 * Waits for the bookings and moves in hand, and lets none begin until the transaction ends: each
 * then either lies within the new hours or is told of as displaced.
 */
export async function holdHoursToChange(db: Database): Promise<void> {
  await db.execute(sql`SELECT pg_advisory_xact_lock(${HOURS_LOCK})`);
}
