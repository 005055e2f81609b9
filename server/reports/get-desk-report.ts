import { sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import {
  DESK_DEFINITION,
  DESK_DEFINITION_VERSION,
  type DeskReport,
  type DeskReportQuery,
  type DeskWeekCounts,
  deskWeeks,
  LONG_WAIT_MINUTES,
} from '#domain/reports/desk-report.ts';
import { runPeriod } from '#domain/reports/runs.ts';
import { medianOfCounts } from '#domain/statistics/median-of-counts.ts';
import { clinicOf, clinicToday } from '../clinic/clinic-view.ts';
import { selectRows } from '../db/rows.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { isInDiary, isKept, waitedMinutes, weekPlace } from './diary-sql.ts';
import { mondaysOf } from './get-runs.ts';

const counted = z.object({
  place: z.number(),
  waited: z.nullable(z.number()),
  kept: z.number(),
  noShows: z.number(),
  lateCancels: z.number(),
  cancelledInTime: z.number(),
});
type Counted = z.infer<typeof counted>;

/** A week from its counts by minutes waited. */
function weekOf(monday: string, rows: readonly Counted[]): DeskWeekCounts {
  const sum = (field: 'kept' | 'noShows' | 'lateCancels' | 'cancelledInTime') =>
    rows.reduce((total, one) => total + one[field], 0);
  const waits = rows.flatMap(({ waited, kept }) =>
    waited === null ? [] : [{ value: waited, count: kept }],
  );
  const people = (found: typeof waits) => found.reduce((total, one) => total + one.count, 0);
  return {
    monday,
    kept: sum('kept'),
    noShows: sum('noShows'),
    lateCancels: sum('lateCancels'),
    cancelledInTime: sum('cancelledInTime'),
    waited: people(waits),
    medianWaitMinutes: medianOfCounts(waits),
    longWaits: people(waits.filter(({ value }) => value > LONG_WAIT_MINUTES)),
  };
}

/** The report in any transaction or none. */
export async function readDeskReport(ctx: Ctx, query: DeskReportQuery): Promise<DeskReport> {
  const { db } = ctx.deps;
  const { timeZone } = await clinicOf(ctx);
  const asOf = clinicToday(timeZone, ctx.deps.now());
  const period = runPeriod(query, asOf);
  const mondays = mondaysOf(period);
  const place = weekPlace(mondays, timeZone);
  const found = await selectRows(
    db,
    counted,
    sql`SELECT ${place} AS place, ${waitedMinutes} AS waited,
        count(*) FILTER (WHERE ${isKept})::int AS kept,
        count(*) FILTER (WHERE status = 'no_show')::int AS "noShows",
        count(*) FILTER (WHERE status = 'cancelled' AND is_late_cancel)::int AS "lateCancels",
        count(*) FILTER (WHERE NOT ${isKept})::int AS "cancelledInTime"
      FROM appointments
      WHERE ${isInDiary({ ...period, timeZone, practitionerId: query.practitionerId })}
      GROUP BY 1, 2`,
  );
  return {
    definition: DESK_DEFINITION,
    definitionVersion: DESK_DEFINITION_VERSION,
    asOf,
    ...period,
    ...deskWeeks(
      mondays.map((monday, at) =>
        weekOf(
          monday,
          found.filter((one) => one.place === at + 1),
        ),
      ),
    ),
  };
}

/** No-shows, late cancellations and waiting by week: what the desk works with, nothing clinical. */
export async function getDeskReport(ctx: Ctx, query: DeskReportQuery): Promise<DeskReport> {
  authorise(ctx, 'desk-reports.read');
  return await readDeskReport(ctx, query);
}
