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
import { clinicOf, clinicToday } from '../clinic/clinic-view.ts';
import type { Database } from '../db/database.ts';
import { selectRows } from '../db/rows.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { groupNames, groupRow } from './group-labels.ts';
import { isCompleted } from './share-sql.ts';
import { groupColumns, groupKey, groupValue, isStarted } from './started-courses.ts';

/** Days a plan without an interval is taken to have between sessions. */
const USUAL_GAP = sql`coalesce(gap_days_max, 28)`;

/** Whether a course ended early: stopped, or no session 42 days after the latest planned day. */
export const isDroppedOut = (today: string): SQL =>
  sql`(NOT ${isCompleted} AND (status = 'stopped'
    OR last_session_on + ${USUAL_GAP} + 42 < ${today}::date))`;

/** What is watched: from where, when (`at`), whether it happened, and who dropped out. */
type Watched = { source: SQL; at: SQL; had: SQL; gone: SQL };

function watched(query: CurvesQuery, today: string): Watched {
  const started = isStarted(query);
  switch (query.report) {
    case 'noticing': {
      const isByWeek = query.axis === 'weeks';
      const had = isByWeek ? sql`noticed_on` : sql`noticed_session`;
      const last = isByWeek ? sql`last_answer_on` : sql`last_answer_session`;
      return {
        source: sql`course_facts WHERE ${started} AND ${last} IS NOT NULL`,
        at: isByWeek
          ? sql`(coalesce(noticed_on, last_answer_on) - first_session_on) / 7`
          : sql`coalesce(noticed_session, last_answer_session)`,
        had: sql`${had} IS NOT NULL`,
        gone: sql`${had} IS NULL AND ${isDroppedOut(today)}`,
      };
    }
    case 'resolution':
      return {
        source: sql`effect_facts WHERE ${started}
          AND ${query.code === undefined ? sql`true` : sql`code = ${query.code}`}`,
        at: sql`days`,
        had: sql`is_ended`,
        gone: sql`false`,
      };
    default:
      return {
        source: sql`course_facts WHERE ${started}`,
        at: sql`greatest(0, (CASE WHEN ${isCompleted} THEN last_session_on
          WHEN ${isDroppedOut(today)} THEN last_session_on + ${USUAL_GAP}
          ELSE least(${today}::date, last_session_on + ${USUAL_GAP}) END - first_session_on) / 7)`,
        had: isDroppedOut(today),
        gone: sql`false`,
      };
  }
}

const timed = z.object({
  ...groupRow,
  at: z.number(),
  events: z.number(),
  censored: z.number(),
  droppedOut: z.number(),
});

/** Counts by row and time, in one pass. */
async function countTimes(db: Database, query: CurvesQuery, today: string) {
  const { source, at, had, gone } = watched(query, today);
  const sessions = query.report === 'resolution' ? sql`0` : sql`sum(signed_sessions)::int`;
  return await selectRows(
    db,
    timed,
    sql`SELECT indication, ${groupValue(query.groupBy)} AS value, ${at}::int AS at,
        count(*)::int AS patients, ${sessions} AS sessions,
        count(*) FILTER (WHERE ${had})::int AS events,
        count(*) FILTER (WHERE NOT (${had}))::int AS censored,
        count(*) FILTER (WHERE ${gone})::int AS "droppedOut"
      FROM ${source} GROUP BY ${groupColumns(query.groupBy)}, 3 ORDER BY 3`,
  );
}

const withEffects = z.object({ ...groupRow, squares: z.number() });

/** People with a side effect, their sessions, and Σ effects² over them. */
async function countPeople(db: Database, query: CurvesQuery) {
  if (query.report !== 'resolution') return [];
  const ofCode = sql`(SELECT course_id, count(*)::int AS effects FROM effect_facts
    WHERE ${isStarted(query)} AND code = ${query.code ?? ''} GROUP BY course_id) AS own
    JOIN (SELECT course_id, indication, recipe_version_id, technique, practitioner_id,
      signed_sessions FROM course_facts) AS course_facts USING (course_id)`;
  const source =
    query.code === undefined ? sql`course_facts WHERE ${isStarted(query)} AND effects > 0` : ofCode;
  return await selectRows(
    db,
    withEffects,
    sql`SELECT indication, ${groupValue(query.groupBy)} AS value, count(*)::int AS patients,
        sum(signed_sessions)::int AS sessions, sum(effects::int * effects::int)::int AS squares
      FROM ${source} GROUP BY ${groupColumns(query.groupBy)}`,
  );
}

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
  const { timeZone } = await clinicOf(ctx);
  const asOf = clinicToday(timeZone, ctx.deps.now());
  const counts = await countTimes(db, query, asOf);
  const people = await countPeople(db, query);
  const reasons = await countReasons(ctx, query, asOf);
  const nameOf = await groupNames(db, groupBy, counts);
  const rows = new Map<string, typeof counts>();
  for (const row of counts) {
    const { key } = nameOf(row);
    rows.set(key, [...(rows.get(key) ?? []), row]);
  }
  const groups = [...rows].flatMap(([key, own]) => {
    const [first] = own;
    if (!first) return [];
    const isOwn = (one: { indication: string; value: string }) =>
      groupKey(groupBy, one.indication, one.value) === key;
    const sum = (field: 'patients' | 'sessions') =>
      own.reduce((total, one) => total + one[field], 0);
    const units = sum('patients');
    const whom = people.find(isOwn);
    return curveRow(report, {
      ...nameOf(first),
      patients: whom?.patients ?? units,
      sessions: whom?.sessions ?? sum('sessions'),
      people: whom?.patients ?? units,
      ...whyLeft(report, reasons.filter(isOwn)),
      times: own.map(({ at, events, censored, droppedOut }) => ({
        time: at,
        events,
        censored,
        droppedOut,
      })),
      designEffect: whom === undefined ? 1 : whom.squares / units,
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
