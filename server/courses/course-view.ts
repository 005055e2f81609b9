import { and, desc, eq, type SQL } from 'drizzle-orm';
import type { Course } from '#domain/courses/course.ts';
import type { Database } from '../db/database.ts';
import { firstOrNotFound } from '../db/fetch.ts';
import { courses } from '../db/schema/courses.ts';

/** A row of courses as the API answers it. */
export const toCourse = (row: typeof courses.$inferSelect): Course => ({
  id: row.id,
  version: row.version,
  patientId: row.patientId,
  indication: row.indication,
  icd10: row.icd10,
  diagnosisBasis: row.diagnosisBasis,
  purpose: row.purpose,
  complaint: row.complaint,
  durationOfComplaintMonths: row.durationOfComplaintMonths,
  areas: row.areas,
  causesAsked: row.causesAsked,
  concomitantTherapies: row.concomitantTherapies,
  suitability: row.suitability,
  baselineNotes: row.baselineNotes,
  protocolVersionId: row.protocolVersionId,
  plannedSessions: row.plannedSessions,
  intervalDaysMin: row.intervalDaysMin,
  intervalDaysMax: row.intervalDaysMax,
  maintenance: row.maintenance,
  planChanges: row.planChanges,
  status: row.status,
  statusReason: row.statusReason,
  statusNote: row.statusNote,
  signedSessions: row.signedSessions,
  firstSessionOn: row.firstSessionOn,
  lastSessionOn: row.lastSessionOn,
  openedOn: row.openedOn,
  due: row.dueFrom === null || row.dueTo === null ? null : { from: row.dueFrom, to: row.dueTo },
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

/**
 * One course.
 * @throws Problem `not_found`
 */
export async function fetchCourse(db: Database, id: string): Promise<Course> {
  return toCourse(
    firstOrNotFound(await db.select().from(courses).where(eq(courses.id, id)), 'course'),
  );
}

/**
 * One course, held against other writers until the transaction ends: whoever numbers its
 * sessions takes it first.
 * @throws Problem `not_found`
 */
export async function holdCourse(db: Database, id: string): Promise<Course> {
  const rows = await db.select().from(courses).where(eq(courses.id, id)).for('update');
  return toCourse(firstOrNotFound(rows, 'course'));
}

/** A patient's courses, newest first. */
export async function coursesOfPatient(db: Database, patientId: string): Promise<Course[]> {
  const rows = await db
    .select()
    .from(courses)
    .where(eq(courses.patientId, patientId))
    .orderBy(desc(courses.createdAt), desc(courses.id));
  return rows.map(toCourse);
}

/** The courses that meet all conditions, newest first, at most `limit`. */
export async function findCourses(
  db: Database,
  conditions: (SQL | undefined)[],
  limit: number,
): Promise<Course[]> {
  const rows = await db
    .select()
    .from(courses)
    .where(and(...conditions))
    .orderBy(desc(courses.createdAt), desc(courses.id))
    .limit(limit);
  return rows.map(toCourse);
}
