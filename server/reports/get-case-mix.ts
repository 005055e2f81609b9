import { sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import {
  CASE_MIX_DEFINITION,
  CASE_MIX_VERSION,
  type CaseMixQuery,
  type CaseMixReport,
  caseMixRow,
  differencesOf,
} from '#domain/reports/case-mix.ts';
import { byLabel } from '#domain/reports/report-filters.ts';
import { clinicToday, fetchClinic } from '../clinic/clinic-view.ts';
import { selectRows } from '../db/rows.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { groupNames, groupRow } from './group-labels.ts';
import { GROUP_COLUMNS, isStarted } from './started-courses.ts';

/** What a line of the one pass is: a row's sums, or how many of it had one age, duration or stage. */
const counted = z.object({
  ...groupRow,
  kind: z.enum(['row', 'age', 'duration', 'severity']),
  age: z.nullable(z.number()),
  duration: z.nullable(z.number()),
  severity: z.nullable(z.string()),
  women: z.number(),
  men: z.number(),
  onMinoxidil: z.number(),
  onFiveAri: z.number(),
  onPrpOrLight: z.number(),
  recipeChanged: z.number(),
});
type Counted = z.infer<typeof counted>;

/** One pass over the courses, grouped four ways. */
async function countMix(ctx: Ctx, query: CaseMixQuery): Promise<Counted[]> {
  const place = GROUP_COLUMNS[query.groupBy] ?? sql`NULL::text`;
  return await selectRows(
    ctx.deps.db,
    counted,
    sql`SELECT indication, coalesce(place::text, ${query.groupBy === 'indication' ? '' : 'none'}) AS value,
        CASE grouping(age, duration_months, severity) WHEN 7 THEN 'row' WHEN 3 THEN 'age'
          WHEN 5 THEN 'duration' ELSE 'severity' END AS kind,
        age, duration_months AS duration, severity, count(*)::int AS patients,
        sum(signed_sessions)::int AS sessions,
        count(*) FILTER (WHERE sex = 'female')::int AS women,
        count(*) FILTER (WHERE sex = 'male')::int AS men,
        count(*) FILTER (WHERE on_minoxidil)::int AS "onMinoxidil",
        count(*) FILTER (WHERE on_five_ari)::int AS "onFiveAri",
        count(*) FILTER (WHERE on_prp_or_light)::int AS "onPrpOrLight",
        count(*) FILTER (WHERE is_recipe_changed)::int AS "recipeChanged"
      FROM (SELECT *, ${place} AS place FROM course_facts WHERE ${isStarted(query)}) AS person
      GROUP BY GROUPING SETS ((indication, place), (indication, place, age),
        (indication, place, duration_months), (indication, place, severity))`,
  );
}

/** The report in any transaction or none: counts from SQL, medians from domain. */
export async function readCaseMix(ctx: Ctx, query: CaseMixQuery): Promise<CaseMixReport> {
  const { db } = ctx.deps;
  const { timeZone } = await fetchClinic(db);
  const rows = await countMix(ctx, query);
  const nameOf = await groupNames(db, query.groupBy, rows);
  const named = rows.map((row) => ({ ...row, ...nameOf(row) }));
  const groups = byLabel(
    named
      .filter(({ kind }) => kind === 'row')
      .map((row) => {
        const own = named.filter(({ key, kind }) => key === row.key && kind !== 'row');
        const values = (kind: 'age' | 'duration') =>
          own.flatMap((one) => {
            const value = one[kind];
            return one.kind === kind && value !== null ? [{ value, count: one.patients }] : [];
          });
        const { key, label, indication, patients, sessions } = row;
        const { women, men, onMinoxidil, onFiveAri, onPrpOrLight, recipeChanged } = row;
        return caseMixRow({
          key,
          label,
          indication,
          patients,
          sessions,
          women,
          men,
          onMinoxidil,
          onFiveAri,
          onPrpOrLight,
          recipeChanged,
          ages: values('age'),
          durations: values('duration'),
          severities: own.flatMap(({ kind, severity, patients: people }) =>
            kind === 'severity' && severity !== null ? [{ severity, people }] : [],
          ),
        });
      }),
  );
  return {
    definitionVersion: CASE_MIX_VERSION,
    definition: CASE_MIX_DEFINITION,
    asOf: clinicToday(timeZone, ctx.deps.now()),
    groupBy: query.groupBy,
    from: query.from ?? null,
    to: query.to ?? null,
    groups,
    differsIn: differencesOf(groups),
  };
}

/** Who was in each row of a comparison. Source: CLINICAL.md section 6. */
export async function getCaseMix(ctx: Ctx, query: CaseMixQuery): Promise<CaseMixReport> {
  authorise(ctx, 'reports.read');
  return await readCaseMix(ctx, query);
}
