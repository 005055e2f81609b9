import { and, asc, desc, eq, type SQL } from 'drizzle-orm';
import type { SideEffect } from '#domain/side-effects/side-effect.ts';
import type { Database } from '../db/database.ts';
import { firstOrNotFound } from '../db/fetch.ts';
import { sideEffects } from '../db/schema/side-effects.ts';

/** A row of side_effects as the API answers it. */
export const toSideEffect = (row: typeof sideEffects.$inferSelect): SideEffect => ({
  id: row.id,
  version: row.version,
  patientId: row.patientId,
  courseId: row.courseId,
  sessionId: row.sessionId,
  code: row.code,
  description: row.description,
  onsetOn: row.onsetOn,
  onsetAt: row.onsetAt?.toISOString() ?? null,
  onsetPrecision: row.onsetPrecision,
  firstReportedOn: row.firstReportedOn,
  reportSource: row.reportSource,
  grade: row.grade,
  gradeScheme: row.gradeScheme,
  gradeSchemeVersion: row.gradeSchemeVersion,
  isOngoing: row.isOngoing,
  resolvedOn: row.resolvedOn,
  lastKnownOn: row.lastKnownOn,
  outcome: row.outcome,
  actions: row.actions,
  seriousness: row.seriousness,
  relatednessToProduct: row.relatednessToProduct,
  relatednessToProcedure: row.relatednessToProcedure,
  relatednessToAnaesthetic: row.relatednessToAnaesthetic,
  warningSigns: row.warningSigns,
  lot: row.lot,
  reporting: row.reporting,
  recordedBy: row.recordedBy,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

/**
 * One side effect.
 * @throws Problem `not_found`
 */
export async function fetchSideEffect(db: Database, id: string): Promise<SideEffect> {
  const rows = await db.select().from(sideEffects).where(eq(sideEffects.id, id));
  return toSideEffect(firstOrNotFound(rows, 'side effect'));
}

/** The side effects that meet all conditions, newest first, at most `limit`. */
export async function findSideEffects(
  db: Database,
  conditions: (SQL | undefined)[],
  limit: number,
): Promise<SideEffect[]> {
  const rows = await db
    .select()
    .from(sideEffects)
    .where(and(...conditions))
    .orderBy(desc(sideEffects.onsetOn), desc(sideEffects.id))
    .limit(limit);
  return rows.map(toSideEffect);
}

/** All of a patient's side effects, the oldest first. */
export async function sideEffectsOfPatient(db: Database, patientId: string): Promise<SideEffect[]> {
  const rows = await db
    .select()
    .from(sideEffects)
    .where(eq(sideEffects.patientId, patientId))
    .orderBy(asc(sideEffects.onsetOn), asc(sideEffects.id));
  return rows.map(toSideEffect);
}
