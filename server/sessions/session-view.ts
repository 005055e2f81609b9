import { and, asc, desc, eq, inArray, type SQL } from 'drizzle-orm';
import type { Addendum, Session } from '#domain/sessions/session.ts';
import type { Database } from '../db/database.ts';
import { firstOrNotFound } from '../db/fetch.ts';
import { sessionAddenda, sessions } from '../db/schema/sessions.ts';

/** A row of sessions with its notes as the API answers it. */
export const toSession = (
  row: typeof sessions.$inferSelect,
  addenda: readonly Addendum[],
): Session => ({
  id: row.id,
  version: row.version,
  courseId: row.courseId,
  patientId: row.patientId,
  number: row.number,
  sessionOn: row.sessionOn,
  performedBy: row.performedBy,
  technique: row.technique,
  device: row.device,
  needleGauge: row.needleGauge,
  needleLengthMm: row.needleLengthMm,
  depthMm: row.depthMm,
  spacingCm: row.spacingCm,
  injectionCount: row.injectionCount,
  areaCm2: row.areaCm2,
  recipeVersionId: row.recipeVersionId,
  recipeReason: row.recipeReason,
  recipeDeviation: row.recipeDeviation,
  volumeMl: row.volumeMl,
  appliedMl: row.appliedMl,
  usedIngredients: row.usedIngredients,
  anaesthesia: row.anaesthesia,
  anaesthesiaNote: row.anaesthesiaNote,
  painDuring: row.painDuring,
  pain24h: row.pain24h,
  reactions: row.reactions,
  noticedChange: row.noticedChange,
  isAftercareGiven: row.isAftercareGiven,
  notes: row.notes,
  status: row.status,
  signedBy: row.signedBy,
  signedAt: row.signedAt?.toISOString() ?? null,
  confirmedFindings: row.confirmedFindings,
  addenda: [...addenda],
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

async function addendaOf(
  db: Database,
  sessionIds: readonly string[],
): Promise<Map<string, Addendum[]>> {
  const bySession = new Map<string, Addendum[]>();
  if (sessionIds.length === 0) return bySession;
  const rows = await db
    .select()
    .from(sessionAddenda)
    .where(inArray(sessionAddenda.sessionId, [...sessionIds]))
    .orderBy(asc(sessionAddenda.writtenAt), asc(sessionAddenda.id));
  for (const { sessionId, writtenAt, ...note } of rows) {
    const notes = bySession.get(sessionId) ?? [];
    bySession.set(sessionId, [...notes, { ...note, writtenAt: writtenAt.toISOString() }]);
  }
  return bySession;
}

async function withAddenda(
  db: Database,
  rows: readonly (typeof sessions.$inferSelect)[],
): Promise<Session[]> {
  const addenda = await addendaOf(
    db,
    rows.filter((row) => row.status === 'signed').map((row) => row.id),
  );
  return rows.map((row) => toSession(row, addenda.get(row.id) ?? []));
}

/**
 * One session with its notes.
 * @throws Problem `not_found`
 */
export async function fetchSession(db: Database, id: string): Promise<Session> {
  const rows = await db.select().from(sessions).where(eq(sessions.id, id));
  const [session] = await withAddenda(db, [firstOrNotFound(rows, 'session')]);
  if (!session) throw new Error('A session that was found was not answered.');
  return session;
}

/** The sessions that meet all conditions, newest first, at most `limit`. */
export async function findSessions(
  db: Database,
  conditions: (SQL | undefined)[],
  limit: number,
): Promise<Session[]> {
  const rows = await db
    .select()
    .from(sessions)
    .where(and(...conditions))
    .orderBy(desc(sessions.sessionOn), desc(sessions.id))
    .limit(limit);
  return await withAddenda(db, rows);
}

/** All of a patient's sessions, drafts included, the oldest first. */
export async function sessionsOfPatient(db: Database, patientId: string): Promise<Session[]> {
  const rows = await db
    .select()
    .from(sessions)
    .where(eq(sessions.patientId, patientId))
    .orderBy(asc(sessions.sessionOn), asc(sessions.id));
  return await withAddenda(db, rows);
}
