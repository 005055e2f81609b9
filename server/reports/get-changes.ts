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
import { clinicToday, fetchClinic } from '../clinic/clinic-view.ts';
import { selectRows } from '../db/rows.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { groupNames, groupRow } from './group-labels.ts';
import { groupColumns, groupKey, groupValue, isStarted } from './started-courses.ts';

const counted = z.object({
  ...groupRow,
  withBaseline: z.number(),
  due: z.number(),
  paired: z.number(),
  baselineSum: z.number(),
  laterSum: z.number(),
  differenceSum: z.number(),
  differenceSquares: z.number(),
});

const line = z.object({
  indication: z.string(),
  value: z.string(),
  baseline: z.number(),
  later: z.number(),
});

const joined = ({ measure, week }: ChangesQuery) =>
  sql`course_facts LEFT JOIN course_changes change ON change.course_id = course_facts.course_id
    AND change.measure = ${measure} AND change.week = ${week}::int`;

async function countGroups(ctx: Ctx, query: ChangesQuery, today: string) {
  const { day, tolerance } = OUTCOME_WINDOWS[query.week];
  return await selectRows(
    ctx.deps.db,
    counted,
    sql`SELECT indication, ${groupValue(query.groupBy)} AS value, count(*)::int AS patients,
        sum(signed_sessions)::int AS sessions,
        count(change.baseline)::int AS "withBaseline",
        count(*) FILTER (WHERE change.value IS NOT NULL OR (change.baseline IS NOT NULL
          AND first_session_on + ${day + tolerance}::int < ${today}::date))::int AS due,
        count(change.value)::int AS paired,
        coalesce(sum(change.baseline) FILTER (WHERE change.value IS NOT NULL), 0) AS "baselineSum",
        coalesce(sum(change.value), 0) AS "laterSum",
        coalesce(sum(change.value - change.baseline), 0) AS "differenceSum",
        coalesce(sum((change.value - change.baseline) ^ 2), 0) AS "differenceSquares"
      FROM ${joined(query)} WHERE ${isStarted(query)} GROUP BY ${groupColumns(query.groupBy)}`,
  );
}

/** Up to so many lines, evenly out of all groups: the first of each by id, which is no order of change. */
async function someLines(ctx: Ctx, query: ChangesQuery) {
  return await selectRows(
    ctx.deps.db,
    line,
    sql`SELECT indication, value, baseline, later FROM (
        SELECT indication, ${groupValue(query.groupBy)} AS value, change.baseline,
          change.value AS later, course_facts.course_id,
          row_number() OVER (PARTITION BY ${groupColumns(query.groupBy)}
            ORDER BY course_facts.course_id) AS place
        FROM ${joined(query)} WHERE ${isStarted(query)} AND change.value IS NOT NULL) AS pairs
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
  const { timeZone } = await fetchClinic(db);
  const asOf = clinicToday(timeZone, ctx.deps.now());
  const rows = await countGroups(ctx, query, asOf);
  const nameOf = await groupNames(db, groupBy, rows);
  const lines = withLines ? await someLines(ctx, query) : [];
  const paired = rows.reduce((total, row) => total + row.paired, 0);
  const groups = rows.map((row) => {
    const { indication: _i, value: _v, patients: _p, sessions: _s, ...sums } = row;
    const about = nameOf(row);
    return changeRow({
      ...about,
      ...sums,
      lines: withLines
        ? lines
            .filter((one) => groupKey(groupBy, one.indication, one.value) === about.key)
            .map(({ baseline, later }) => ({ baseline, later }))
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
