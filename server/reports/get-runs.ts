import { type SQL, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import {
  mondayOf,
  RUN_DEFINITION_VERSION,
  type RunReportKey,
  runPeriod,
  runsDefinition,
  type RunsQuery,
  type RunsReport,
  runWeeks,
} from '#domain/reports/runs.ts';
import { addDays } from '#domain/shared/calendar-date.ts';
import { clinicOf, clinicToday } from '../clinic/clinic-view.ts';
import { selectRows } from '../db/rows.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { isInDiary, isKept, weekPlace } from './diary-sql.ts';
import { isOfRecipe } from './started-courses.ts';

type Period = { from: string; to: string; timeZone: string };

const SESSION_FACTS: Record<
  Exclude<RunReportKey, 'no_shows' | 'late_cancels'>,
  { had: SQL; of: SQL }
> = {
  side_effects: { had: sql`has_effect`, of: sql`is_asked` },
  lots: { had: sql`has_lot`, of: sql`true` },
  depths: { had: sql`has_depth`, of: sql`true` },
};

/** From where, in which week (counted from 1), and whether it happened. */
type Counted = { source: SQL; place: SQL; had: SQL };

function countedRows(query: RunsQuery, period: Period, mondays: readonly string[]): Counted {
  const { report, indication, technique, practitionerId, recipeId } = query;
  const { from, to, timeZone } = period;
  if (report === 'no_shows' || report === 'late_cancels')
    return {
      source: sql`appointments WHERE ${isInDiary({ ...period, practitionerId })} AND ${isKept}`,
      place: weekPlace(mondays, timeZone),
      had:
        report === 'no_shows'
          ? sql`status = 'no_show'`
          : sql`status = 'cancelled' AND is_late_cancel`,
    };
  const { had, of } = SESSION_FACTS[report];
  const conditions = [
    sql`session_on BETWEEN ${from}::date AND ${to}::date`,
    of,
    ...(indication === undefined ? [] : [sql`indication = ${indication}`]),
    ...(technique === undefined ? [] : [sql`technique = ${technique}`]),
    ...(practitionerId === undefined ? [] : [sql`practitioner_id = ${practitionerId}::uuid`]),
    ...(recipeId === undefined ? [] : [isOfRecipe(recipeId)]),
  ];
  return {
    source: sql`session_facts WHERE ${sql.join(conditions, sql` AND `)}`,
    place: sql`((session_on - ${mondays[0] ?? from}::date) / 7 + 1)`,
    had,
  };
}

const counted = z.object({ place: z.number(), count: z.number(), of: z.number() });

/** Every week of the period, those without anyone too. */
export function mondaysOf({ from, to }: Pick<Period, 'from' | 'to'>): string[] {
  const mondays: string[] = [];
  for (let monday = mondayOf(from); monday <= to; monday = addDays(monday, 7)) mondays.push(monday);
  return mondays;
}

/** The report in any transaction or none: counts by week from SQL, limits from domain. */
export async function readRuns(ctx: Ctx, query: RunsQuery): Promise<RunsReport> {
  const { db } = ctx.deps;
  const { timeZone } = await clinicOf(ctx);
  const asOf = clinicToday(timeZone, ctx.deps.now());
  const period = runPeriod(query, asOf);
  const mondays = mondaysOf(period);
  const { source, place, had } = countedRows(query, { ...period, timeZone }, mondays);
  const found = await selectRows(
    db,
    counted,
    sql`SELECT ${place}::int AS place, count(*) FILTER (WHERE ${had})::int AS count,
        count(*)::int AS of FROM ${source} GROUP BY 1`,
  );
  const [people] = await selectRows(
    db,
    z.object({ patients: z.number() }),
    sql`SELECT count(*)::int AS patients
      FROM (SELECT 1 FROM ${source} GROUP BY patient_id) AS person`,
  );
  const weeks = mondays.map((monday, at) => {
    const { count = 0, of = 0 } = found.find((one) => one.place === at + 1) ?? {};
    return { monday, count, of };
  });
  const sum = (field: 'count' | 'of') => weeks.reduce((total, one) => total + one[field], 0);
  return {
    definitionVersion: RUN_DEFINITION_VERSION,
    definition: runsDefinition(query.report),
    asOf,
    report: query.report,
    ...period,
    count: sum('count'),
    of: sum('of'),
    patients: people?.patients ?? 0,
    ...runWeeks(weeks),
  };
}

/** Counts by week with average, limits and signals. Source: CLINICAL.md section 6, "SPC". */
export async function getRuns(ctx: Ctx, query: RunsQuery): Promise<RunsReport> {
  authorise(ctx, 'reports.read');
  return await readRuns(ctx, query);
}
