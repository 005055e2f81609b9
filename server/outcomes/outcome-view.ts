import { and, asc, desc, eq, type SQL } from 'drizzle-orm';
import type { Outcome } from '#domain/outcomes/outcome.ts';
import type { Database } from '../db/database.ts';
import { firstOrNotFound } from '../db/fetch.ts';
import { outcomes } from '../db/schema/outcomes.ts';

/** A row of outcomes as the API answers it. */
export const toOutcome = (row: typeof outcomes.$inferSelect): Outcome => ({
  id: row.id,
  version: row.version,
  patientId: row.patientId,
  courseId: row.courseId,
  sessionId: row.sessionId,
  measure: row.measure,
  value: row.value,
  assessedOn: row.assessedOn,
  rater: row.rater,
  raterId: row.raterId,
  isBlinded: row.isBlinded,
  isBaseline: row.isBaseline,
  variant: row.variant,
  site: row.site,
  grasped: row.grasped,
  lastWashOn: row.lastWashOn,
  parts: row.parts,
  pattern: row.pattern,
  conditions: row.conditions,
  notes: row.notes,
  voided:
    row.voidedAt === null || row.voidedBy === null
      ? null
      : { reason: row.voidReason ?? '', by: row.voidedBy, at: row.voidedAt.toISOString() },
  recordedBy: row.recordedBy,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

/**
 * One reading.
 * @throws Problem `not_found`
 */
export async function fetchOutcome(db: Database, id: string): Promise<Outcome> {
  const rows = await db.select().from(outcomes).where(eq(outcomes.id, id));
  return toOutcome(firstOrNotFound(rows, 'reading'));
}

/** The readings that meet all conditions, newest first, at most `limit`. */
export async function findOutcomes(
  db: Database,
  conditions: (SQL | undefined)[],
  limit: number,
): Promise<Outcome[]> {
  const rows = await db
    .select()
    .from(outcomes)
    .where(and(...conditions))
    .orderBy(desc(outcomes.assessedOn), desc(outcomes.id))
    .limit(limit);
  return rows.map(toOutcome);
}

/** All of a patient's readings, those taken back included, the oldest first. */
export async function outcomesOfPatient(db: Database, patientId: string): Promise<Outcome[]> {
  const rows = await db
    .select()
    .from(outcomes)
    .where(eq(outcomes.patientId, patientId))
    .orderBy(asc(outcomes.assessedOn), asc(outcomes.id));
  return rows.map(toOutcome);
}

/** The clinic dates of a course's baseline readings that count. */
export async function baselineDays(db: Database, courseId: string): Promise<string[]> {
  const rows = await db
    .select({ assessedOn: outcomes.assessedOn, voidedAt: outcomes.voidedAt })
    .from(outcomes)
    .where(and(eq(outcomes.courseId, courseId), outcomes.isBaseline));
  return rows.filter((row) => row.voidedAt === null).map((row) => row.assessedOn);
}
