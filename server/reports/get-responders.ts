import { sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { byLabel } from '#domain/reports/report-filters.ts';
import {
  RESPONDER_DEFINITION_VERSION,
  responderDefinition,
} from '#domain/reports/responder-sentence.ts';
import {
  responderRow,
  type RespondersQuery,
  type RespondersReport,
  responderTotals,
} from '#domain/reports/responders.ts';
import { clinicOf, clinicToday } from '../clinic/clinic-view.ts';
import type { Database } from '../db/database.ts';
import { selectRows } from '../db/rows.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { groupNames, groupRow } from './group-labels.ts';
import { isDueSql, readingValue } from './responder-sql.ts';
import { groupColumns, groupValue, isStarted } from './started-courses.ts';

const counted = z.object({
  ...groupRow,
  due: z.number(),
  assessed: z.number(),
  responders: z.number(),
});
type Counted = z.infer<typeof counted>;

async function countGroups(
  db: Database,
  query: RespondersQuery,
  today: string,
): Promise<Counted[]> {
  const reading = readingValue(query);
  return await selectRows(
    db,
    counted,
    sql`SELECT indication, ${groupValue(query.groupBy)} AS value,
        count(*)::int AS patients,
        count(*) FILTER (WHERE ${isDueSql(query, today)})::int AS due,
        count(${reading})::int AS assessed,
        count(*) FILTER (WHERE ${reading} >= ${query.threshold}::int)::int AS responders,
        sum(signed_sessions)::int AS sessions
      FROM course_facts WHERE ${isStarted(query)}
      GROUP BY ${groupColumns(query.groupBy)}`,
  );
}

/** The report in any transaction or none: counts from SQL, shares and intervals from domain. */
export async function readResponders(ctx: Ctx, query: RespondersQuery): Promise<RespondersReport> {
  const { db } = ctx.deps;
  const { timeZone } = await clinicOf(ctx);
  const asOf = clinicToday(timeZone, ctx.deps.now());
  const rows = await countGroups(db, query, asOf);
  const nameOf = await groupNames(db, query.groupBy, rows);
  const groups = byLabel(
    rows.map((row) => {
      const { key, label, indication, patients, sessions } = nameOf(row);
      const { due, assessed, responders } = row;
      const counts = { started: patients, due, assessed, responders, sessions };
      return responderRow({ key, label, indication, ...counts });
    }),
  );
  const { week, measure, threshold, groupBy, session = null } = query;
  return {
    definitionVersion: RESPONDER_DEFINITION_VERSION,
    definition: responderDefinition({ week, measure, threshold, groupBy, session }),
    week,
    session,
    measure,
    threshold,
    groupBy,
    indication: query.indication ?? null,
    from: query.from ?? null,
    to: query.to ?? null,
    asOf,
    groups,
    totals: responderTotals(groups),
  };
}

/** Responders by group, from A to Z: never a ranking. Source: CLINICAL.md section 6. */
export async function getResponders(ctx: Ctx, query: RespondersQuery): Promise<RespondersReport> {
  authorise(ctx, 'reports.read');
  return await readResponders(ctx, query);
}
