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
import { clinicToday, fetchClinic } from '../clinic/clinic-view.ts';
import { selectRows } from '../db/rows.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { diaryDays, isKept } from './diary-sql.ts';
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

/** Days with a patient, whether counted and whether it happened: sessions or appointments. */
export function runDays(query: RunsQuery, { from, to, timeZone }: Period): SQL {
  const { report, indication, technique, practitionerId, recipeId } = query;
  if (report === 'no_shows' || report === 'late_cancels') {
    const had =
      report === 'no_shows'
        ? sql`status = 'no_show'`
        : sql`status = 'cancelled' AND is_late_cancel`;
    return sql`SELECT patient_id, day, ${had} AS had
      FROM (${diaryDays({ from, to, timeZone, practitionerId })}) AS diary WHERE ${isKept}`;
  }
  const { had, of } = SESSION_FACTS[report];
  const conditions = [
    sql`session_on BETWEEN ${from}::date AND ${to}::date`,
    of,
    ...(indication === undefined ? [] : [sql`indication = ${indication}`]),
    ...(technique === undefined ? [] : [sql`technique = ${technique}`]),
    ...(practitionerId === undefined ? [] : [sql`practitioner_id = ${practitionerId}::uuid`]),
    ...(recipeId === undefined ? [] : [isOfRecipe(recipeId)]),
  ];
  return sql`SELECT patient_id, session_on AS day, ${had} AS had
    FROM session_facts WHERE ${sql.join(conditions, sql` AND `)}`;
}

const counted = z.object({ monday: z.string(), count: z.number(), of: z.number() });

/** Every week of the period, those without anyone too. */
export function mondaysOf({ from, to }: Pick<Period, 'from' | 'to'>): string[] {
  const mondays: string[] = [];
  for (let monday = mondayOf(from); monday <= to; monday = addDays(monday, 7)) mondays.push(monday);
  return mondays;
}

/** The report in any transaction or none: counts by week from SQL, limits from domain. */
export async function readRuns(ctx: Ctx, query: RunsQuery): Promise<RunsReport> {
  const { db } = ctx.deps;
  const { timeZone } = await fetchClinic(db);
  const asOf = clinicToday(timeZone, ctx.deps.now());
  const period = runPeriod(query, asOf);
  const days = runDays(query, { ...period, timeZone });
  const found = await selectRows(
    db,
    counted,
    sql`SELECT date_trunc('week', day)::date::text AS monday,
        count(*) FILTER (WHERE had)::int AS count, count(*)::int AS of
      FROM (${days}) AS one GROUP BY 1`,
  );
  const [people] = await selectRows(
    db,
    z.object({ patients: z.number() }),
    sql`SELECT count(DISTINCT patient_id)::int AS patients FROM (${days}) AS one`,
  );
  const byMonday = new Map(found.map((one) => [one.monday, one]));
  const weeks = mondaysOf(period).map(
    (monday) => byMonday.get(monday) ?? { monday, count: 0, of: 0 },
  );
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
