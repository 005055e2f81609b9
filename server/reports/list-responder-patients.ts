import { sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import {
  RESPONDER_STATES,
  type ResponderPatient,
  type ResponderPatientsQuery,
} from '#domain/reports/responder-patients.ts';
import type { Page } from '#domain/shared/page.ts';
import { can } from '#domain/staff/permissions.ts';
import { transact } from '../audit/transact.ts';
import { clinicToday, fetchClinic } from '../clinic/clinic-view.ts';
import { afterCursor, decodeCursor, pageFrom, type SortKey } from '../db/keyset.ts';
import { selectRows } from '../db/rows.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { responderPeople } from './responder-sql.ts';

const KEYS: SortKey[] = [
  { expression: sql`person.first_session_on`, direction: 'asc' },
  { expression: sql`person.course_id`, direction: 'asc' },
];

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

async function findPeople(ctx: Ctx, query: ResponderPatientsQuery): Promise<Found[]> {
  const { db } = ctx.deps;
  const { timeZone } = await fetchClinic(db);
  const today = clinicToday(timeZone, ctx.deps.now());
  const [on, id] = query.cursor === undefined ? [] : decodeCursor(query.cursor, 2, 'date');
  const after =
    on === undefined ? sql`true` : afterCursor(KEYS, [sql`${on}::date`, sql`${id}::uuid`]);
  const key =
    query.groupBy === 'indication'
      ? sql`started.indication`
      : sql`started.indication || ':' || started.group_value`;
  return await selectRows(
    db,
    found,
    sql`${responderPeople(query)}, person AS (
        SELECT started.patient_id, started.id AS course_id, started.first_session_on,
          started.closes_on, picked.id AS outcome_id, picked.value, picked.assessed_on,
          picked.is_blinded,
          CASE WHEN picked.id IS NOT NULL THEN 'assessed'
               WHEN started.closes_on < ${today}::date THEN 'missing'
               ELSE 'not_due' END AS state
        FROM started LEFT JOIN picked ON picked.course_id = started.id
        WHERE ${key} = ${query.group}
      )
      SELECT person.patient_id AS "patientId", patients.clinic_number AS "clinicNumber",
        patients.family_name AS "familyName", patients.given_name AS "givenName",
        person.course_id AS "courseId", person.first_session_on::text AS "firstSessionOn",
        person.closes_on::text AS "closesOn", person.state, person.outcome_id AS "outcomeId",
        person.value, person.assessed_on::text AS "assessedOn", person.is_blinded AS "isBlinded"
      FROM person JOIN patients ON patients.id = person.patient_id
      WHERE ${query.state === undefined ? sql`true` : sql`person.state = ${query.state}`}
        AND ${after}
      ORDER BY person.first_session_on, person.course_id
      LIMIT ${query.limit + 1}`,
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
  await transact({ ...ctx, idempotency: undefined }, (tx) =>
    tx.record({ act: 'reports.open-patients', entity: 'report', entityId: null, after: query }),
  );
  const page = pageFrom(people, query.limit, (one) => [one.firstSessionOn, one.courseId]);
  const items = page.items.map((person): ResponderPatient => ({
    patientId: person.patientId,
    clinicNumber: person.clinicNumber,
    state: person.state,
    closesOn: person.closesOn,
    details: maySeeDetails ? detailsOf(person) : null,
  }));
  return { items, nextCursor: page.nextCursor };
}
