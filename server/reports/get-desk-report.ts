import { sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import {
  DESK_DEFINITION,
  DESK_DEFINITION_VERSION,
  type DeskReport,
  type DeskReportQuery,
  deskWeeks,
  LONG_WAIT_MINUTES,
} from '#domain/reports/desk-report.ts';
import { runPeriod } from '#domain/reports/runs.ts';
import { clinicToday, fetchClinic } from '../clinic/clinic-view.ts';
import { selectRows } from '../db/rows.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { diaryDays, isKept, waitedMinutes } from './diary-sql.ts';
import { mondaysOf } from './get-runs.ts';

const counted = z.object({
  monday: z.string(),
  kept: z.number(),
  noShows: z.number(),
  lateCancels: z.number(),
  cancelledInTime: z.number(),
  waited: z.number(),
  medianWaitMinutes: z.nullable(z.number()),
  longWaits: z.number(),
});

const emptyWeek = (monday: string): z.infer<typeof counted> => ({
  monday,
  kept: 0,
  noShows: 0,
  lateCancels: 0,
  cancelledInTime: 0,
  waited: 0,
  medianWaitMinutes: null,
  longWaits: 0,
});

/** No-shows, late cancellations and waiting by week: what the desk works with, nothing clinical. */
export async function getDeskReport(ctx: Ctx, query: DeskReportQuery): Promise<DeskReport> {
  authorise(ctx, 'desk-reports.read');
  const { db } = ctx.deps;
  const { timeZone } = await fetchClinic(db);
  const asOf = clinicToday(timeZone, ctx.deps.now());
  const period = runPeriod(query, asOf);
  const diary = diaryDays({ ...period, timeZone, practitionerId: query.practitionerId });
  const found = await selectRows(
    db,
    counted,
    sql`SELECT date_trunc('week', day)::date::text AS monday,
        count(*) FILTER (WHERE ${isKept})::int AS kept,
        count(*) FILTER (WHERE status = 'no_show')::int AS "noShows",
        count(*) FILTER (WHERE status = 'cancelled' AND is_late_cancel)::int AS "lateCancels",
        count(*) FILTER (WHERE NOT ${isKept})::int AS "cancelledInTime",
        count(waited)::int AS waited,
        percentile_cont(0.5) WITHIN GROUP (ORDER BY waited) AS "medianWaitMinutes",
        count(*) FILTER (WHERE waited > ${LONG_WAIT_MINUTES}::int)::int AS "longWaits"
      FROM (SELECT *, ${waitedMinutes} AS waited FROM (${diary}) AS diary) AS one GROUP BY 1`,
  );
  const byMonday = new Map(found.map((one) => [one.monday, one]));
  return {
    definition: DESK_DEFINITION,
    definitionVersion: DESK_DEFINITION_VERSION,
    asOf,
    ...period,
    ...deskWeeks(mondaysOf(period).map((monday) => byMonday.get(monday) ?? emptyWeek(monday))),
  };
}
