import { type SQL, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import {
  type FirstUse,
  lookBackFrom,
  marksByWeek,
  type RunMarks,
} from '#domain/reports/run-marks.ts';
import { RUN_DETAILS, runPeriod, type RunsQuery } from '#domain/reports/runs.ts';
import { clinicToday, fetchClinic } from '../clinic/clinic-view.ts';
import { selectRows } from '../db/rows.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { versionNames } from '../recipes/version-names.ts';
import { isOfRecipe } from './started-courses.ts';

/** Sessions the report counts, and those before it that tell what was in use already. */
function sessionsOf(query: RunsQuery, period: { from: string; to: string }): SQL {
  const { indication, technique, practitionerId, recipeId } = query;
  const conditions = [
    sql`fact.session_on BETWEEN ${lookBackFrom(period.from)}::date AND ${period.to}::date`,
    ...(indication === undefined ? [] : [sql`fact.indication = ${indication}`]),
    ...(technique === undefined ? [] : [sql`fact.technique = ${technique}`]),
    ...(practitionerId === undefined ? [] : [sql`fact.practitioner_id = ${practitionerId}::uuid`]),
    ...(recipeId === undefined ? [] : [sql`fact.${isOfRecipe(recipeId)}`]),
  ];
  return sql.join(conditions, sql` AND `);
}

const versionUse = z.object({ id: z.string(), on: z.string() });
const lotUse = z.object({ name: z.string(), lot: z.string(), on: z.string() });

/** The marks in any transaction or none; the diary has none. */
export async function readRunMarks(ctx: Ctx, query: RunsQuery): Promise<RunMarks> {
  if (RUN_DETAILS[query.report].isDiary) return { items: [] };
  const { db } = ctx.deps;
  const { timeZone } = await fetchClinic(db);
  const period = runPeriod(query, clinicToday(timeZone, ctx.deps.now()));
  const isNew = sql`min(fact.session_on) >= ${period.from}::date`;
  const versions = await selectRows(
    db,
    versionUse,
    sql`SELECT fact.recipe_version_id AS id, min(fact.session_on)::text AS on
      FROM session_facts AS fact
      WHERE ${sessionsOf(query, period)} AND fact.recipe_version_id IS NOT NULL
      GROUP BY 1 HAVING ${isNew}`,
  );
  const lots = await selectRows(
    db,
    lotUse,
    sql`SELECT ingredient.name, used.lot, min(fact.session_on)::text AS on
      FROM session_facts AS fact JOIN sessions ON sessions.id = fact.session_id
      CROSS JOIN LATERAL jsonb_to_recordset(sessions.used_ingredients)
        AS used("ingredientId" uuid, lot text)
      JOIN ingredients AS ingredient ON ingredient.id = used."ingredientId"
      WHERE ${sessionsOf(query, period)} AND coalesce(used.lot, '') <> ''
      GROUP BY 1, 2 HAVING ${isNew}`,
  );
  const names = await versionNames(
    db,
    versions.map(({ id }) => id),
  );
  const nameOf = (id: string): string => {
    const found = names.find((one) => one.id === id);
    return found === undefined ? 'A recipe' : `${found.recipeName} v${found.number}`;
  };
  const uses: FirstUse[] = [
    ...versions.map(({ id, on }) => ({ kind: 'recipe' as const, on, words: nameOf(id) })),
    ...lots.map(({ name, lot, on }) => ({ kind: 'lot' as const, on, words: `${name} ${lot}` })),
  ];
  return { items: marksByWeek(uses) };
}

/** Weeks in which a recipe's version or a lot was first used. Source: PRODUCT.md, "Manager". */
export async function getRunMarks(ctx: Ctx, query: RunsQuery): Promise<RunMarks> {
  authorise(ctx, 'reports.read');
  return await readRunMarks(ctx, query);
}
