import { type SQL, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { STOP_REASONS } from '#domain/courses/course-enums.ts';
import { CURVE_DEFINITION_VERSION, curvesDefinition } from '#domain/reports/curve-sentences.ts';
import {
  curveRow,
  type CurveReportKey,
  type CurvesQuery,
  type CurvesReport,
} from '#domain/reports/curves.ts';
import { byLabel } from '#domain/reports/report-filters.ts';
import type { DropOutCount } from '#domain/statistics/kaplan-meier.ts';
import { clinicToday, fetchClinic } from '../clinic/clinic-view.ts';
import { selectRows } from '../db/rows.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { groupNames, groupRow } from './group-labels.ts';
import { isCompleted } from './share-sql.ts';
import { groupKey, groupValue, isStarted } from './started-courses.ts';

/** Days a plan without an interval is taken to have between sessions. */
const USUAL_GAP = sql`coalesce(gap_days_max, 28)`;

/** Whether a course ended early: stopped, or no session 42 days after the latest planned day. */
export const isDroppedOut = (today: string): SQL =>
  sql`(NOT ${isCompleted} AND (status = 'stopped'
    OR last_session_on + ${USUAL_GAP} + 42 < ${today}::date))`;

/** What is watched, per course: `at` is when, `had` whether it happened, `gone` whether it dropped out. */
export function watchedSql(query: CurvesQuery, today: string): SQL {
  const started = isStarted(query);
  const place = groupValue(query.groupBy);
  switch (query.report) {
    case 'noticing': {
      const [first, last] =
        query.axis === 'weeks'
          ? [sql`(noticed_on - first_session_on) / 7`, sql`(last_answer_on - first_session_on) / 7`]
          : [sql`noticed_session`, sql`last_answer_session`];
      const isAsked = query.axis === 'weeks' ? sql`last_answer_on` : sql`last_answer_session`;
      const hasNoticed = query.axis === 'weeks' ? sql`noticed_on` : sql`noticed_session`;
      return sql`SELECT course_id, patient_id, indication, ${place} AS place, first_session_on,
          signed_sessions, coalesce(${first}, ${last})::int AS at, ${hasNoticed} IS NOT NULL AS had,
          ${hasNoticed} IS NULL AND ${isDroppedOut(today)} AS gone
        FROM course_facts WHERE ${started} AND ${isAsked} IS NOT NULL`;
    }
    case 'resolution':
      return sql`SELECT course_id, patient_id, indication, ${place} AS place, first_session_on,
          signed_sessions, days::int AS at, is_ended AS had, false AS gone
        FROM course_facts JOIN effect_facts USING (course_id)
        WHERE ${started} AND ${query.code === undefined ? sql`true` : sql`code = ${query.code}`}`;
    case 'drop_out':
      return sql`SELECT course_id, patient_id, indication, ${place} AS place, first_session_on,
          signed_sessions,
          greatest(0, (CASE WHEN ${isCompleted} THEN last_session_on
            WHEN ${isDroppedOut(today)} THEN last_session_on + ${USUAL_GAP}
            ELSE least(${today}::date, last_session_on + ${USUAL_GAP}) END
            - first_session_on) / 7)::int AS at,
          ${isDroppedOut(today)} AS had, false AS gone
        FROM course_facts WHERE ${started}`;
  }
}

const timed = z.object({
  ...groupRow,
  people: z.number(),
  watched: z.number(),
  squares: z.number(),
  times: z.array(
    z.object({
      time: z.number(),
      events: z.number(),
      censored: z.number(),
      droppedOut: z.number(),
    }),
  ),
});

/** Rows with their counts by time. One pass counts people, times are put together from it. */
const countTimes = (query: CurvesQuery, today: string): SQL => sql`
  WITH watched AS MATERIALIZED (${watchedSql(query, today)}),
  times AS (
    SELECT indication, place, at, count(*) FILTER (WHERE had)::int AS events,
      count(*) FILTER (WHERE NOT had)::int AS censored, count(*) FILTER (WHERE gone)::int AS gone
    FROM watched GROUP BY indication, place, at
  ), people AS (
    SELECT indication, place, count(*)::int AS people, sum(units)::int AS watched,
      sum(units * units)::float8 AS squares, sum(sessions)::int AS sessions
    FROM (${
      query.report === 'resolution'
        ? sql`SELECT indication, place, count(*) AS units, max(signed_sessions) AS sessions
            FROM watched GROUP BY indication, place, patient_id`
        : sql`SELECT indication, place, 1 AS units, signed_sessions AS sessions FROM watched`
    }) AS person GROUP BY indication, place
  )
  SELECT people.indication, people.place AS value, people.people AS patients, people.sessions,
    people.people, people.watched, people.squares,
    json_agg(json_build_object('time', at, 'events', events, 'censored', censored, 'droppedOut', gone)
      ORDER BY at) AS times
  FROM people JOIN times ON times.indication = people.indication AND times.place = people.place
  GROUP BY people.indication, people.place, people.people, people.sessions, people.watched, people.squares`;

const left = z.object({
  indication: z.string(),
  value: z.string(),
  reason: z.enum([...STOP_REASONS, 'lapsed']),
  rating: z.enum(['improved', 'notImproved', 'none']),
  people: z.number(),
});

/** Why courses ended early, and the last rating before. */
async function countReasons(ctx: Ctx, query: CurvesQuery, today: string) {
  if (query.report !== 'drop_out') return [];
  const last = sql`coalesce(photo_52, photo_24, photo_12, patient_52, patient_24, patient_12)`;
  return await selectRows(
    ctx.deps.db,
    left,
    sql`SELECT indication, ${groupValue(query.groupBy)} AS value,
        coalesce(stop_reason, 'lapsed') AS reason,
        CASE WHEN ${last} IS NULL THEN 'none' WHEN ${last} >= 1 THEN 'improved'
          ELSE 'notImproved' END AS rating, count(*)::int AS people
      FROM course_facts WHERE ${isStarted(query)} AND ${isDroppedOut(today)}
      GROUP BY 1, 2, 3, 4`,
  );
}

type Left = z.infer<typeof left>;

function whyLeft(report: CurveReportKey, rows: readonly Left[]) {
  if (report !== 'drop_out') return { reasons: null, lastRatings: null };
  const sum = (found: readonly Left[]) => found.reduce((total, { people }) => total + people, 0);
  const rated = (rating: Left['rating']) => sum(rows.filter((one) => one.rating === rating));
  return {
    reasons: ([...STOP_REASONS, 'lapsed'] as const)
      .map((reason) => ({ reason, people: sum(rows.filter((one) => one.reason === reason)) }))
      .filter(({ people }) => people > 0),
    lastRatings: {
      improved: rated('improved'),
      notImproved: rated('notImproved'),
      none: rated('none'),
    },
  };
}

/** The report in any transaction or none: counts by time from SQL, curves from domain. */
export async function readCurves(ctx: Ctx, query: CurvesQuery): Promise<CurvesReport> {
  const { db } = ctx.deps;
  const { report, groupBy } = query;
  const { timeZone } = await fetchClinic(db);
  const asOf = clinicToday(timeZone, ctx.deps.now());
  const rows = await selectRows(db, timed, countTimes(query, asOf));
  const nameOf = await groupNames(db, groupBy, rows);
  const reasons = await countReasons(ctx, query, asOf);
  const groups = rows.map((row) => {
    const about = nameOf(row);
    const times: DropOutCount[] = row.times;
    return curveRow(report, {
      ...about,
      ...whyLeft(
        report,
        reasons.filter((one) => groupKey(groupBy, one.indication, one.value) === about.key),
      ),
      people: row.people,
      times,
      designEffect: row.watched === 0 ? 1 : row.squares / row.watched,
    });
  });
  return {
    definitionVersion: CURVE_DEFINITION_VERSION,
    definition: curvesDefinition(report, groupBy),
    asOf,
    report,
    axis: report === 'resolution' ? 'days' : report === 'noticing' ? query.axis : 'weeks',
    groupBy,
    from: query.from ?? null,
    to: query.to ?? null,
    groups: byLabel(groups),
  };
}

/** Times until something, by group from A to Z. Source: CLINICAL.md section 6. */
export async function getCurves(ctx: Ctx, query: CurvesQuery): Promise<CurvesReport> {
  authorise(ctx, 'reports.read');
  return await readCurves(ctx, query);
}
