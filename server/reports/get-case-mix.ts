import { type SQL, sql } from 'drizzle-orm';
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
import { clinicOf, clinicToday } from '../clinic/clinic-view.ts';
import { selectRows } from '../db/rows.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { groupNames, groupRow } from './group-labels.ts';
import { groupColumns, groupKey, groupValue, isStarted } from './started-courses.ts';

const counted = z.object({
  ...groupRow,
  women: z.number(),
  men: z.number(),
  onMinoxidil: z.number(),
  onFiveAri: z.number(),
  onPrpOrLight: z.number(),
  recipeChanged: z.number(),
});

/** The sums of each row. */
const countRows = (ctx: Ctx, query: CaseMixQuery) =>
  selectRows(
    ctx.deps.db,
    counted,
    sql`SELECT indication, ${groupValue(query.groupBy)} AS value, count(*)::int AS patients,
        sum(signed_sessions)::int AS sessions,
        count(*) FILTER (WHERE sex = 'female')::int AS women,
        count(*) FILTER (WHERE sex = 'male')::int AS men,
        count(*) FILTER (WHERE on_minoxidil)::int AS "onMinoxidil",
        count(*) FILTER (WHERE on_five_ari)::int AS "onFiveAri",
        count(*) FILTER (WHERE on_prp_or_light)::int AS "onPrpOrLight",
        count(*) FILTER (WHERE is_recipe_changed)::int AS "recipeChanged"
      FROM course_facts WHERE ${isStarted(query)} GROUP BY ${groupColumns(query.groupBy)}`,
  );

/** How many of a row had one age, one duration or one stage. */
const spread = z.object({
  indication: z.string(),
  value: z.string(),
  kind: z.enum(['age', 'duration', 'severity']),
  amount: z.nullable(z.number()),
  severity: z.nullable(z.string()),
  people: z.number(),
});

/**
 * What is known of each row, by kind: each grouped by itself, because grouping sets are worked out
 * by one process alone.
 */
const countSpreads = (ctx: Ctx, query: CaseMixQuery) => {
  const by = (kind: SQL, column: SQL, amount: SQL, severity: SQL): SQL =>
    sql`SELECT indication, ${groupValue(query.groupBy)} AS value, ${kind} AS kind,
        ${amount} AS amount, ${severity} AS severity, count(*)::int AS people
      FROM course_facts WHERE ${isStarted(query)} AND ${column} IS NOT NULL
      GROUP BY ${groupColumns(query.groupBy)}, ${column}`;
  const [age, duration, stage] = [sql`age`, sql`duration_months`, sql`severity`];
  const [noAmount, noStage] = [sql`NULL::smallint`, sql`NULL::text`];
  return selectRows(
    ctx.deps.db,
    spread,
    sql`${by(sql`'age'`, age, age, noStage)}
      UNION ALL ${by(sql`'duration'`, duration, duration, noStage)}
      UNION ALL ${by(sql`'severity'`, stage, noAmount, stage)}`,
  );
};

/** The report in any transaction or none: counts from SQL, medians from domain. */
export async function readCaseMix(ctx: Ctx, query: CaseMixQuery): Promise<CaseMixReport> {
  const { db } = ctx.deps;
  const { timeZone } = await clinicOf(ctx);
  const rows = await countRows(ctx, query);
  const spreads = await countSpreads(ctx, query);
  const nameOf = await groupNames(db, query.groupBy, rows);
  const groups = byLabel(
    rows.map((row) => {
      const { key, label, indication, patients, sessions } = nameOf(row);
      const own = spreads.filter(
        (one) => groupKey(query.groupBy, one.indication, one.value) === key,
      );
      const amounts = (kind: 'age' | 'duration') =>
        own.flatMap((one) =>
          one.kind === kind && one.amount !== null
            ? [{ value: one.amount, count: one.people }]
            : [],
        );
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
        ages: amounts('age'),
        durations: amounts('duration'),
        severities: own.flatMap(({ severity, people }) =>
          severity === null ? [] : [{ severity, people }],
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
