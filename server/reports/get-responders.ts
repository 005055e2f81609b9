import { sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { INDICATION_LABELS, INDICATIONS } from '#domain/courses/indication.ts';
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
import { TECHNIQUE_LABELS, TECHNIQUES } from '#domain/sessions/session-enums.ts';
import { clinicToday, fetchClinic } from '../clinic/clinic-view.ts';
import type { Database } from '../db/database.ts';
import { selectRows } from '../db/rows.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { versionNames } from '../recipes/version-names.ts';
import { groupKey, responderPeople } from './responder-sql.ts';

const counted = z.object({
  indication: z.enum(INDICATIONS),
  value: z.string(),
  started: z.number(),
  due: z.number(),
  assessed: z.number(),
  responders: z.number(),
  sessions: z.number(),
});
type Counted = z.infer<typeof counted>;

async function countGroups(
  db: Database,
  query: RespondersQuery,
  today: string,
): Promise<Counted[]> {
  return await selectRows(
    db,
    counted,
    sql`${responderPeople(query)}
      SELECT started.indication, started.group_value AS value,
        count(*)::int AS started,
        count(*) FILTER (WHERE picked.id IS NOT NULL OR closes_on < ${today}::date)::int AS due,
        count(picked.id)::int AS assessed,
        count(*) FILTER (WHERE picked.value >= ${query.threshold})::int AS responders,
        sum(started.signed_sessions)::int AS sessions
      FROM started LEFT JOIN picked ON picked.course_id = started.id
      GROUP BY 1, 2`,
  );
}

async function namesOf(
  db: Database,
  { groupBy }: RespondersQuery,
  rows: readonly Counted[],
): Promise<(row: Counted) => string> {
  if (groupBy === 'indication') return ({ indication }) => INDICATION_LABELS[indication];
  if (groupBy === 'technique')
    return ({ value }) => {
      const technique = TECHNIQUES.find((one) => one === value);
      return technique === undefined ? 'Not recorded' : TECHNIQUE_LABELS[technique];
    };
  const ids = rows.map(({ value }) => value).filter((value) => value !== 'none');
  const known = new Map((await versionNames(db, ids)).map((one) => [one.id, one]));
  return ({ value }) => {
    const named = known.get(value);
    return named ? `${named.recipeName} v${named.number}` : 'No recipe';
  };
}

/** The report in any transaction or none: counts from SQL, shares and intervals from domain. */
export async function readResponders(ctx: Ctx, query: RespondersQuery): Promise<RespondersReport> {
  const { db } = ctx.deps;
  const { timeZone } = await fetchClinic(db);
  const asOf = clinicToday(timeZone, ctx.deps.now());
  const rows = await countGroups(db, query, asOf);
  const labelOf = await namesOf(db, query, rows);
  const byName = new Intl.Collator('en', { numeric: true });
  const groups = rows
    .map(({ value, ...counts }) =>
      responderRow({
        ...counts,
        key: groupKey(query.groupBy, counts.indication, value),
        label: labelOf({ value, ...counts }),
      }),
    )
    .toSorted(
      (a, b) =>
        byName.compare(a.label, b.label) ||
        byName.compare(a.indication, b.indication) ||
        byName.compare(a.key, b.key),
    );
  const { week, measure, threshold, groupBy } = query;
  return {
    definitionVersion: RESPONDER_DEFINITION_VERSION,
    definition: responderDefinition({ week, measure, threshold, groupBy }),
    week,
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
