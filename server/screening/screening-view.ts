import { and, asc, desc, eq, isNull, or, sql } from 'drizzle-orm';
import type { Screening } from '#domain/screening/screening.ts';
import type { Database } from '../db/database.ts';
import { firstOrNotFound } from '../db/fetch.ts';
import { screenings } from '../db/schema/screening.ts';

/** A row of screenings as the API answers it. */
export const toScreening = (row: typeof screenings.$inferSelect): Screening => ({
  id: row.id,
  version: row.version,
  patientId: row.patientId,
  courseId: row.courseId,
  sessionId: row.sessionId,
  appointmentId: row.appointmentId,
  answeredOn: row.answeredOn,
  source: row.source,
  answers: row.answers,
  needsClinician: row.needsClinician,
  review:
    row.reviewedAt === null || row.reviewedBy === null
      ? null
      : { by: row.reviewedBy, at: row.reviewedAt.toISOString(), note: row.reviewNote },
  recordedBy: row.recordedBy,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

/**
 * One screening.
 * @throws Problem `not_found`
 */
export async function fetchScreening(db: Database, id: string): Promise<Screening> {
  const rows = await db.select().from(screenings).where(eq(screenings.id, id));
  return toScreening(firstOrNotFound(rows, 'screening'));
}

/** A patient's screenings, the oldest first. */
export async function screeningsOfPatient(db: Database, patientId: string): Promise<Screening[]> {
  const rows = await db
    .select()
    .from(screenings)
    .where(eq(screenings.patientId, patientId))
    .orderBy(asc(screenings.answeredOn), asc(screenings.createdAt), asc(screenings.id));
  return rows.map(toScreening);
}

/** What names the screening of a session, before or after the session's record was begun. */
export type SessionOfScreening = {
  sessionId: string | null;
  appointmentId: string | null;
  patientId: string;
  courseId: string;
  /** The clinic date of the session. */
  on: string;
};

/**
 * The screening that belongs to a session: the one that names it; else the one of its appointment,
 * or the patient's newest of that day, which is bound to no session yet.
 */
export async function screeningOfSession(
  db: Database,
  { sessionId, appointmentId, patientId, courseId, on }: SessionOfScreening,
): Promise<Screening | null> {
  const isOfDay = and(
    eq(screenings.answeredOn, on),
    or(eq(screenings.courseId, courseId), isNull(screenings.courseId)),
  );
  const [row] = await db
    .select()
    .from(screenings)
    .where(
      and(
        eq(screenings.patientId, patientId),
        or(
          sessionId === null ? undefined : eq(screenings.sessionId, sessionId),
          and(
            isNull(screenings.sessionId),
            or(
              appointmentId === null ? undefined : eq(screenings.appointmentId, appointmentId),
              isOfDay,
            ),
          ),
        ),
      ),
    )
    .orderBy(
      sql`${screenings.sessionId} IS NULL`,
      sql`${screenings.appointmentId} IS NULL`,
      desc(screenings.createdAt),
      desc(screenings.id),
    )
    .limit(1);
  return row ? toScreening(row) : null;
}
