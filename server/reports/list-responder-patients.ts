import { type SQL, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { OUTCOME_WINDOWS } from '#domain/outcomes/windows.ts';
import {
  RESPONDER_STATES,
  type ResponderPatient,
  type ResponderPatientsQuery,
} from '#domain/reports/responder-patients.ts';
import type { Page } from '#domain/shared/page.ts';
import { can } from '#domain/staff/permissions.ts';
import { clinicOf, clinicToday } from '../clinic/clinic-view.ts';
import { selectRows } from '../db/rows.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { afterPerson, openPeople } from './people-behind.ts';
import { closesOn, isDueSql, readingValue } from './responder-sql.ts';
import { isInGroup, isStarted } from './started-courses.ts';

const found = z.object({
  patientId: z.string(),
  clinicNumber: z.string(),
  familyName: z.string(),
  givenName: z.string(),
  courseId: z.string(),
  firstSessionOn: z.string(),
  closesOn: z.string(),
  state: z.enum(RESPONDER_STATES),
  outcomeId: z.nullable(z.string()),
  value: z.nullable(z.number()),
  assessedOn: z.nullable(z.string()),
  isBlinded: z.nullable(z.boolean()),
});
type Found = z.infer<typeof found>;

/** The reading that counts of each course on the page, as the facts counted it. */
function countingReading({ week, session, measure }: ResponderPatientsQuery): SQL {
  const { day, tolerance } = OUTCOME_WINDOWS[week];
  const ofCourse = sql`reading.course_id = person.course_id AND reading.measure = ${measure}
    AND reading.voided_at IS NULL`;
  if (session === undefined)
    return sql`SELECT reading.* FROM outcomes reading
      WHERE ${ofCourse} AND reading.assessed_on BETWEEN person.first_session_on + ${day - tolerance}::int
        AND person.first_session_on + ${day + tolerance}::int
      ORDER BY abs(reading.assessed_on - (person.first_session_on + ${day}::int)),
        reading.assessed_on, reading.is_blinded DESC, reading.id LIMIT 1`;
  return sql`SELECT reading.* FROM outcomes reading
    JOIN sessions held ON held.course_id = reading.course_id AND held.number = ${session}::int
    WHERE ${ofCourse} AND (reading.session_id = held.id
      OR (reading.session_id IS NULL AND reading.assessed_on = held.session_on))
    ORDER BY reading.session_id IS NULL, reading.is_blinded DESC, reading.assessed_on, reading.id
    LIMIT 1`;
}

async function findPeople(ctx: Ctx, query: ResponderPatientsQuery): Promise<Found[]> {
  const { db } = ctx.deps;
  const { timeZone } = await clinicOf(ctx);
  const today = clinicToday(timeZone, ctx.deps.now());
  const after = afterPerson(query.cursor);
  return await selectRows(
    db,
    found,
    sql`WITH person AS (
        SELECT patient_id, course_id, first_session_on, ${closesOn(query)} AS closes_on,
          CASE WHEN ${readingValue(query)} IS NOT NULL THEN 'assessed'
               WHEN ${isDueSql(query, today)} THEN 'missing'
               ELSE 'not_due' END AS state
        FROM course_facts
        WHERE ${isStarted(query)} AND ${isInGroup(query.groupBy, query.group)}
      ), page AS (
        SELECT * FROM person
        WHERE ${query.state === undefined ? sql`true` : sql`person.state = ${query.state}`}
          AND ${after}
        ORDER BY person.first_session_on, person.course_id
        LIMIT ${query.limit + 1}
      )
      SELECT person.patient_id AS "patientId", patients.clinic_number AS "clinicNumber",
        patients.family_name AS "familyName", patients.given_name AS "givenName",
        person.course_id AS "courseId", person.first_session_on::text AS "firstSessionOn",
        person.closes_on::text AS "closesOn", person.state, picked.id AS "outcomeId",
        picked.value, picked.assessed_on::text AS "assessedOn", picked.is_blinded AS "isBlinded"
      FROM page AS person JOIN patients ON patients.id = person.patient_id
      LEFT JOIN LATERAL (${countingReading(query)}) picked ON person.state = 'assessed'
      ORDER BY person.first_session_on, person.course_id`,
  );
}

function detailsOf(person: Found): ResponderPatient['details'] {
  const { familyName, givenName, courseId, firstSessionOn } = person;
  const { outcomeId, value, assessedOn, isBlinded } = person;
  const hasReading =
    outcomeId !== null && value !== null && assessedOn !== null && isBlinded !== null;
  const reading = hasReading ? { outcomeId, value, assessedOn, isBlinded } : null;
  return { familyName, givenName, courseId, firstSessionOn, reading };
}

/**
 * The patients behind one row of the report, by their first session. Names and readings are for
 * the care team; a manager sees clinic numbers and what is missing. That it was opened is
 * recorded.
 * @throws Problem `invalid` at `cursor`
 */
export async function listResponderPatients(
  ctx: Ctx,
  query: ResponderPatientsQuery,
): Promise<Page<ResponderPatient>> {
  authorise(ctx, 'reports.read');
  const maySeeDetails = can(ctx.actor, 'outcomes.read');
  const people = await findPeople(ctx, query);
  return await openPeople(ctx, query, people, (person): ResponderPatient => ({
    patientId: person.patientId,
    clinicNumber: person.clinicNumber,
    state: person.state,
    closesOn: person.closesOn,
    details: maySeeDetails ? detailsOf(person) : null,
  }));
}
