import { and, desc, eq, gte, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { consultations } from '../db/schema/consultations.ts';
import { courses } from '../db/schema/courses.ts';
import { outcomes } from '../db/schema/outcomes.ts';
import { patients } from '../db/schema/patients.ts';
import { patientProfiles, profileChanges } from '../db/schema/profiles.ts';
import { screenings } from '../db/schema/screening.ts';
import { sessions } from '../db/schema/sessions.ts';
import { sideEffects } from '../db/schema/side-effects.ts';

type Visited = { appointmentId: string; patientId: string; courseId: string | null };

const listOf = <Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> => {
  const lists = new Map<Key, Row[]>();
  for (const row of rows) lists.set(keyOf(row), [...(lists.get(keyOf(row)) ?? []), row]);
  return lists;
};

/** All that a day's visits are judged by, each kind in one query whatever the number of visits. */
export async function readDayFacts(db: Database, visits: readonly Visited[], today: string) {
  const patientIds = [...new Set(visits.map(({ patientId }) => patientId))];
  const courseIds = [...new Set(visits.flatMap(({ courseId }) => courseId ?? []))];
  const appointmentIds = visits.map(({ appointmentId }) => appointmentId);
  const [people, ofCourse, baselines, begun, lastSigned, told, profiles, changed, effects, asked] =
    await Promise.all([
      db
        .select({
          id: patients.id,
          birthDate: patients.birthDate,
          sexAtBirth: patients.sexAtBirth,
        })
        .from(patients)
        .where(inArray(patients.id, patientIds)),
      db
        .select({
          id: courses.id,
          suitability: courses.suitability,
          signedSessions: courses.signedSessions,
          lastSessionOn: courses.lastSessionOn,
        })
        .from(courses)
        .where(inArray(courses.id, courseIds)),
      db
        .selectDistinct({ courseId: outcomes.courseId })
        .from(outcomes)
        .where(
          and(
            inArray(outcomes.courseId, courseIds),
            eq(outcomes.isBaseline, true),
            isNull(outcomes.voidedAt),
          ),
        ),
      db
        .select({
          id: sessions.id,
          appointmentId: sessions.appointmentId,
          courseId: sessions.courseId,
          patientId: sessions.patientId,
          sessionOn: sessions.sessionOn,
          status: sessions.status,
        })
        .from(sessions)
        .where(
          or(
            inArray(sessions.appointmentId, appointmentIds),
            and(inArray(sessions.courseId, courseIds), eq(sessions.sessionOn, today)),
          ),
        ),
      db
        .selectDistinctOn([sessions.patientId], {
          patientId: sessions.patientId,
          sessionOn: sessions.sessionOn,
          signedAt: sessions.signedAt,
        })
        .from(sessions)
        .where(and(inArray(sessions.patientId, patientIds), eq(sessions.status, 'signed')))
        .orderBy(sessions.patientId, desc(sessions.sessionOn), desc(sessions.signedAt)),
      db
        .select({
          id: consultations.id,
          appointmentId: consultations.appointmentId,
          status: consultations.status,
        })
        .from(consultations)
        .where(inArray(consultations.appointmentId, appointmentIds)),
      db.select().from(patientProfiles).where(inArray(patientProfiles.patientId, patientIds)),
      db
        .select({
          patientId: profileChanges.patientId,
          changedAt: profileChanges.changedAt,
          fields: sql<string[]>`ARRAY(SELECT jsonb_object_keys(${profileChanges.after}))`,
        })
        .from(profileChanges)
        .where(inArray(profileChanges.patientId, patientIds)),
      db
        .select({
          patientId: sideEffects.patientId,
          code: sideEffects.code,
          isOngoing: sideEffects.isOngoing,
          firstReportedOn: sideEffects.firstReportedOn,
        })
        .from(sideEffects)
        .where(inArray(sideEffects.patientId, patientIds)),
      db
        .select({
          patientId: screenings.patientId,
          sessionId: screenings.sessionId,
          appointmentId: screenings.appointmentId,
          answeredOn: screenings.answeredOn,
          needsClinician: screenings.needsClinician,
          reviewedAt: screenings.reviewedAt,
        })
        .from(screenings)
        .where(and(inArray(screenings.patientId, patientIds), gte(screenings.answeredOn, today))),
    ]);
  return {
    people: new Map(people.map((row) => [row.id, row])),
    courses: new Map(ofCourse.map((row) => [row.id, row])),
    withBaseline: new Set(baselines.map(({ courseId }) => courseId)),
    begun,
    lastSigned: new Map(lastSigned.map((row) => [row.patientId, row])),
    consultations: new Map(told.map((row) => [row.appointmentId, row])),
    profiles: new Map(profiles.map((row) => [row.patientId, row])),
    changes: listOf(changed, ({ patientId }) => patientId),
    effects: listOf(effects, ({ patientId }) => patientId),
    asked: listOf(asked, ({ patientId }) => patientId),
  };
}

/** The facts of a day, as a type. */
export type DayFacts = Awaited<ReturnType<typeof readDayFacts>>;
