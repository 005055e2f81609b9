import { type SQL, sql } from 'drizzle-orm';
import { OUTCOME_WINDOWS } from '#domain/outcomes/windows.ts';
import type { ResponderGrouping, RespondersQuery } from '#domain/reports/responders.ts';

/** What of the question decides who is counted and how. */
export type ResponderQuestion = Pick<
  RespondersQuery,
  'week' | 'measure' | 'groupBy' | 'from' | 'to' | 'indication'
>;

const GROUP_VALUES: Record<ResponderGrouping, SQL> = {
  recipe: sql`coalesce(first_recipe_version_id::text, 'none')`,
  technique: sql`coalesce(first_technique, 'none')`,
  indication: sql`''`,
};

/**
 * `WITH` the people of the report: `started` holds one course per patient and indication, the
 * first in the period, with its row (`indication`, `group_value`) and window (`target_on`,
 * `opens_on`, `closes_on`); `picked` the one reading of each that counts, as `pickReading` does.
 */
export function responderPeople(question: ResponderQuestion): SQL {
  const { week, measure, groupBy, from, to, indication } = question;
  const { day, tolerance } = OUTCOME_WINDOWS[week];
  const conditions = [
    sql`first_session_on IS NOT NULL`,
    ...(from === undefined ? [] : [sql`first_session_on >= ${from}::date`]),
    ...(to === undefined ? [] : [sql`first_session_on <= ${to}::date`]),
    ...(indication === undefined ? [] : [sql`indication = ${indication}`]),
  ];
  return sql`
    WITH started AS (
      SELECT DISTINCT ON (patient_id, indication)
        id, patient_id, indication, first_session_on, signed_sessions,
        ${GROUP_VALUES[groupBy]} AS group_value,
        first_session_on + ${day}::int AS target_on,
        first_session_on + ${day - tolerance}::int AS opens_on,
        first_session_on + ${day + tolerance}::int AS closes_on
      FROM courses
      WHERE ${sql.join(conditions, sql` AND `)}
      ORDER BY patient_id, indication, first_session_on, id
    ), picked AS (
      SELECT DISTINCT ON (reading.course_id)
        reading.course_id, reading.id, reading.value, reading.assessed_on, reading.is_blinded
      FROM outcomes AS reading
      JOIN started ON started.id = reading.course_id
      WHERE reading.measure = ${measure} AND reading.voided_at IS NULL
        AND reading.assessed_on BETWEEN started.opens_on AND started.closes_on
      ORDER BY reading.course_id, abs(reading.assessed_on - started.target_on),
        reading.assessed_on, reading.is_blinded DESC, reading.id
    )`;
}

/** The key of a row, which its address holds: the indication, and what else it is grouped by. */
export const groupKey = (groupBy: ResponderGrouping, indication: string, value: string): string =>
  groupBy === 'indication' ? indication : `${indication}:${value}`;
