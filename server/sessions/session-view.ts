import { and, asc, desc, eq, inArray, type SQL } from 'drizzle-orm';
import type { Addendum, LaterPain, Session } from '#domain/sessions/session.ts';
import type { Database } from '../db/database.ts';
import { firstOrNotFound } from '../db/fetch.ts';
import { sessionAddenda, sessionLaterPain, sessions } from '../db/schema/sessions.ts';

/** A row of sessions with what was added later as the API answers it. */
export const toSession = (
  row: typeof sessions.$inferSelect,
  addenda: readonly Addendum[],
  laterPain: readonly LaterPain[] = [],
): Session => ({
  id: row.id,
  version: row.version,
  courseId: row.courseId,
  patientId: row.patientId,
  appointmentId: row.appointmentId,
  number: row.number,
  sessionOn: row.sessionOn,
  performedBy: row.performedBy,
  technique: row.technique,
  device: row.device,
  needleGauge: row.needleGauge,
  needleLengthMm: row.needleLengthMm,
  depthMm: row.depthMm,
  spacingCm: row.spacingCm,
  pointMl: row.pointMl,
  injectionCount: row.injectionCount,
  areaCm2: row.areaCm2,
  zones: row.zones,
  recipeVersionId: row.recipeVersionId,
  recipeReason: row.recipeReason,
  recipeDeviation: row.recipeDeviation,
  volumeMl: row.volumeMl,
  appliedMl: row.appliedMl,
  usedIngredients: row.usedIngredients,
  preparation: row.preparation,
  anaesthesia: row.anaesthesia,
  anaesthesiaNote: row.anaesthesiaNote,
  painDuring: row.painDuring,
  reactions: row.reactions,
  noticedChange: row.noticedChange,
  isAftercareGiven: row.isAftercareGiven,
  aftercareVersion: row.aftercareVersion,
  aftercareLanguage: row.aftercareLanguage,
  plannedMinutes: row.plannedMinutes,
  actualMinutes: row.actualMinutes,
  notes: row.notes,
  status: row.status,
  signedBy: row.signedBy,
  signedAt: row.signedAt?.toISOString() ?? null,
  confirmedFindings: row.confirmedFindings,
  overrides: row.overrides,
  laterPain: [...laterPain],
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

async function laterPainOf(
  db: Database,
  sessionIds: readonly string[],
): Promise<Map<string, LaterPain[]>> {
  const bySession = new Map<string, LaterPain[]>();
  if (sessionIds.length === 0) return bySession;
  const rows = await db
    .select()
    .from(sessionLaterPain)
    .where(inArray(sessionLaterPain.sessionId, [...sessionIds]))
    .orderBy(asc(sessionLaterPain.recordedAt), asc(sessionLaterPain.id));
  for (const { sessionId, recordedAt, ...answer } of rows) {
    const answers = bySession.get(sessionId) ?? [];
    bySession.set(sessionId, [...answers, { ...answer, recordedAt: recordedAt.toISOString() }]);
  }
  return bySession;
}

async function withLater(
  db: Database,
  rows: readonly (typeof sessions.$inferSelect)[],
): Promise<Session[]> {
  const signed = rows.filter((row) => row.status === 'signed').map((row) => row.id);
  const addenda = await addendaOf(db, signed);
  const laterPain = await laterPainOf(db, signed);
  return rows.map((row) => toSession(row, addenda.get(row.id) ?? [], laterPain.get(row.id) ?? []));
}

/**
 * One session with what was added later.
 * @throws Problem `not_found`
 */
export async function fetchSession(db: Database, id: string): Promise<Session> {
  const rows = await db.select().from(sessions).where(eq(sessions.id, id));
  const [session] = await withLater(db, [firstOrNotFound(rows, 'session')]);
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
  return await withLater(db, rows);
}

/** All of a patient's sessions, drafts included, the oldest first. */
export async function sessionsOfPatient(db: Database, patientId: string): Promise<Session[]> {
  const rows = await db
    .select()
    .from(sessions)
    .where(eq(sessions.patientId, patientId))
    .orderBy(asc(sessions.sessionOn), asc(sessions.id));
  return await withLater(db, rows);
}
