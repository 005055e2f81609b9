import { type SQL, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { type ProgressFacts, progressOf } from '#domain/courses/course-progress.ts';
import type { PatientListItem } from '#domain/patients/patient-query.ts';
import { firstDueSql } from '../courses/first-due.ts';
import type { Database } from '../db/database.ts';
import { selectRows } from '../db/rows.ts';

const instantText = (column: string) =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The columns of `patients` under the names and in the shapes of the answer. */
const COLUMNS = sql.raw(`id, version, clinic_number AS "clinicNumber",
  family_name AS "familyName", given_name AS "givenName", birth_date::text AS "birthDate",
  sex_at_birth AS "sexAtBirth", phone, email, contact_preference AS "contactPreference", language,
  referral_source AS "referralSource", notes, is_archived AS "isArchived",
  ${instantText('created_at')} AS "createdAt", ${instantText('updated_at')} AS "updatedAt"`);

type Row = Omit<PatientListItem, 'nextDue'> & { nextDue: ProgressFacts | null };

/** Not looked at here: every field is checked once, as the answer of the list. */
const row = z.custom<Row>();

/** Which patients: a source with all columns of `patients` under that name, and what follows it. */
type ListedFrom = { source: SQL; where: SQL | undefined; orderBy: SQL; limit: number };

/**
 * Patients as lists show them, each with the course that is due first, in one statement: a trip to
 * the database costs more than what it does there.
 */
export async function readListed(
  db: Database,
  { source, where = sql`true`, orderBy, limit }: ListedFrom,
): Promise<PatientListItem[]> {
  const rows = await selectRows(
    db,
    row,
    sql`SELECT ${COLUMNS}, ${firstDueSql(sql`patients.id`)} AS "nextDue"
      FROM ${source} WHERE ${where} ORDER BY ${orderBy} LIMIT ${limit}`,
  );
  return rows.map((one) => ({ ...one, nextDue: one.nextDue && progressOf(one.nextDue) }));
}
