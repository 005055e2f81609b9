import { sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { APPOINTMENT_STATUSES } from '#domain/appointments/appointment-enums.ts';
import type { CourseFacts } from '#domain/appointments/session-place.ts';
import type { ClinicClock } from '#domain/shared/clinic-time.ts';
import type { Database } from '../db/database.ts';
import { selectRows } from '../db/rows.ts';

/** What decides the place of its appointments in a course, how many are planned, and what is due. */
export type PlannedFacts = CourseFacts & {
  planned: number | null;
  due: { from: string; to: string } | null;
};

const courseRow = z.object({
  id: z.string(),
  planned: z.nullable(z.number()),
  signedOn: z.array(z.string()),
  dueFrom: z.nullable(z.string()),
  dueTo: z.nullable(z.string()),
});

const bookedRow = z.object({
  id: z.string(),
  courseId: z.string(),
  startsAt: z.number(),
  status: z.enum(APPOINTMENT_STATUSES),
});

/**
 * The facts of courses, by their ids: how many sessions are planned, which are signed and when, and
 * what is booked since the last of them.
 */
export async function readCourseFacts(
  db: Database,
  clock: ClinicClock,
  courseIds: readonly string[],
): Promise<Map<string, PlannedFacts>> {
  if (courseIds.length === 0) return new Map();
  const ids = JSON.stringify(courseIds);
  const named = sql`SELECT value::uuid FROM jsonb_array_elements_text(${ids}::jsonb)`;
  const courses = await selectRows(
    db,
    courseRow,
    sql`SELECT c.id, c.planned_sessions::int AS planned,
          c.due_from::text AS "dueFrom", c.due_to::text AS "dueTo",
          coalesce(array_agg(s.session_on::text) FILTER (WHERE s.session_on IS NOT NULL), '{}')
            AS "signedOn"
        FROM courses c LEFT JOIN signed_session_days s ON s.course_id = c.id
        WHERE c.id IN (${named}) GROUP BY c.id`,
  );
  const booked = await selectRows(
    db,
    bookedRow,
    sql`SELECT a.id, a.course_id AS "courseId", a.status,
          (extract(epoch FROM a.starts_at) * 1000)::float8 AS "startsAt"
        FROM appointments a JOIN appointment_types t ON t.id = a.type_id AND t.kind = 'session'
          JOIN courses c ON c.id = a.course_id
        WHERE a.course_id IN (${named}) AND a.status NOT IN ('cancelled', 'no_show')
          AND (c.last_session_on IS NULL
            OR a.starts_at > c.last_session_on::timestamp AT TIME ZONE ${clock.timeZone})
        ORDER BY a.starts_at, a.id`,
  );
  const lists = new Map<string, PlannedFacts['booked'][number][]>();
  for (const { id, courseId, startsAt, status } of booked) {
    const date = clock.wallTimeOf(new Date(startsAt).toISOString()).date;
    const list = lists.get(courseId);
    if (list) list.push({ id, date, status });
    else lists.set(courseId, [{ id, date, status }]);
  }
  return new Map(
    courses.map(({ id, planned, signedOn, dueFrom, dueTo }) => [
      id,
      {
        planned,
        signedOn,
        booked: lists.get(id) ?? [],
        due: dueFrom === null || dueTo === null ? null : { from: dueFrom, to: dueTo },
      },
    ]),
  );
}
