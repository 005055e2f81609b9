import { sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { MEASURE_DETAILS } from '#domain/outcomes/measure.ts';
import { OUTCOME_WINDOWS } from '#domain/outcomes/windows.ts';
import {
  CHANGE_DEFINITION_VERSION,
  changeRow,
  changesDefinition,
  type ChangesQuery,
  type ChangesReport,
  MOST_LINES,
} from '#domain/reports/changes.ts';
import { byLabel } from '#domain/reports/report-filters.ts';
import { can } from '#domain/staff/permissions.ts';
import { clinicOf, clinicToday } from '../clinic/clinic-view.ts';
import { selectRows } from '../db/rows.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { groupNames, groupRow } from './group-labels.ts';
import { groupColumns, groupKey, groupValue, isStarted } from './started-courses.ts';

const sums = {
  withBaseline: z.number(),
  due: z.number(),
  paired: z.number(),
  baselineSum: z.number(),
  laterSum: z.number(),
  differenceSum: z.number(),
  differenceSquares: z.number(),
};
const counted = z.object({ indication: z.string(), value: z.string(), ...sums });

const NOTHING: Omit<z.infer<typeof counted>, 'indication' | 'value'> = {
  withBaseline: 0,
  due: 0,
  paired: 0,
  baselineSum: 0,
  laterSum: 0,
  differenceSum: 0,
  differenceSquares: 0,
};

const line = z.object({
  indication: z.string(),
  value: z.string(),
  baseline: z.number(),
  later: z.number(),
});

const isAsked = (query: ChangesQuery) =>
  sql`measure = ${query.measure} AND week = ${query.week}::int AND ${isStarted(query)}`;

/** Everyone who started, by row. */
const countStarted = (ctx: Ctx, query: ChangesQuery) =>
  selectRows(
    ctx.deps.db,
    z.object(groupRow),
    sql`SELECT indication, ${groupValue(query.groupBy)} AS value, count(*)::int AS patients,
        sum(signed_sessions)::int AS sessions
      FROM course_facts WHERE ${isStarted(query)} GROUP BY ${groupColumns(query.groupBy)}`,
  );

/** The sums of their pairs. */
async function sumPairs(ctx: Ctx, query: ChangesQuery, today: string) {
  const { day, tolerance } = OUTCOME_WINDOWS[query.week];
  return await selectRows(
    ctx.deps.db,
    counted,
    sql`SELECT indication, ${groupValue(query.groupBy)} AS value, count(*)::int AS "withBaseline",
        count(*) FILTER (WHERE value IS NOT NULL
          OR first_session_on + ${day + tolerance}::int < ${today}::date)::int AS due,
        count(value)::int AS paired,
        coalesce(sum(baseline) FILTER (WHERE value IS NOT NULL), 0) AS "baselineSum",
        coalesce(sum(value), 0) AS "laterSum",
        coalesce(sum(value - baseline), 0) AS "differenceSum",
        coalesce(sum((value - baseline) * (value - baseline)), 0) AS "differenceSquares"
      FROM course_changes WHERE ${isAsked(query)} GROUP BY ${groupColumns(query.groupBy)}`,
  );
}

/**
 * Up to so many lines, evenly out of all groups: by id, which is no order of change. Of very many
 * pairs only every n-th course is looked at, so that they need not all be put in order.
 */
async function someLines(ctx: Ctx, query: ChangesQuery, paired: number) {
  const every = Math.max(1, Math.floor(paired / (50 * MOST_LINES)));
  return await selectRows(
    ctx.deps.db,
    line,
    sql`SELECT indication, value, baseline, later FROM (
        SELECT indication, ${groupValue(query.groupBy)} AS value, baseline, value AS later, course_id,
          row_number() OVER (PARTITION BY ${groupColumns(query.groupBy)} ORDER BY course_id) AS place
        FROM course_changes WHERE ${isAsked(query)} AND value IS NOT NULL
          AND uuid_hash(course_id) % ${every}::int = 0) AS pairs
      ORDER BY place, course_id LIMIT ${MOST_LINES}`,
  );
}

/** The report in any transaction or none; `withLines` is for those who see charts. */
export async function readChanges(
  ctx: Ctx,
  query: ChangesQuery,
  withLines: boolean,
): Promise<ChangesReport> {
  const { db } = ctx.deps;
  const { week, measure, groupBy } = query;
  const { timeZone } = await clinicOf(ctx);
  const asOf = clinicToday(timeZone, ctx.deps.now());
  const rows = await countStarted(ctx, query);
  const pairs = await sumPairs(ctx, query, asOf);
  const nameOf = await groupNames(db, groupBy, rows);
  const paired = pairs.reduce((total, row) => total + row.paired, 0);
  const lines = withLines && paired > 0 ? await someLines(ctx, query, paired) : [];
  const groups = rows.map((row) => {
    const about = nameOf(row);
    const isOwn = (one: { indication: string; value: string }) =>
      groupKey(groupBy, one.indication, one.value) === about.key;
    const { withBaseline, due, paired: both, ...means } = pairs.find(isOwn) ?? NOTHING;
    return changeRow({
      ...about,
      withBaseline,
      due,
      paired: both,
      baselineSum: means.baselineSum,
      laterSum: means.laterSum,
      differenceSum: means.differenceSum,
      differenceSquares: means.differenceSquares,
      lines: withLines
        ? lines.filter(isOwn).map(({ baseline, later }) => ({ baseline, later }))
        : null,
    });
  });
  return {
    definitionVersion: CHANGE_DEFINITION_VERSION,
    definition: changesDefinition(measure, week, groupBy),
    asOf,
    groupBy,
    week,
    measure,
    unit: MEASURE_DETAILS[measure].unit,
    from: query.from ?? null,
    to: query.to ?? null,
    linesLeftOut: withLines ? paired - lines.length : 0,
    groups: byLabel(groups),
  };
}

/**
 * Paired differences from the baseline, by group from A to Z. Each patient's line is for the care
 * team only. Source: CLINICAL.md section 6, "Change from baseline".
 */
export async function getChanges(ctx: Ctx, query: ChangesQuery): Promise<ChangesReport> {
  authorise(ctx, 'reports.read');
  return await readChanges(ctx, query, can(ctx.actor, 'outcomes.read'));
}
