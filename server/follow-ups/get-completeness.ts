import { sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { FOLLOW_UP_RULES, WINDOWED_RULES } from '#domain/follow-ups/follow-up-enums.ts';
import type { CompletenessQuery } from '#domain/follow-ups/follow-up-query.ts';
import type { FollowUpCompleteness } from '#domain/follow-ups/follow-up.ts';
import { addDays } from '#domain/shared/calendar-date.ts';
import { invalidField } from '#domain/shared/problem.ts';
import { clinicToday, fetchClinic } from '../clinic/clinic-view.ts';
import { selectRows } from '../db/rows.ts';
import { authorise, type Ctx } from '../http/context.ts';

/** The period unless one is asked for, in days up to today. */
const USUAL_DAYS = 90;

const counted = z.object({
  rule: z.enum(FOLLOW_UP_RULES),
  inWindow: z.number(),
  outside: z.number(),
  due: z.number(),
});

const ZERO = { inWindow: 0, outside: 0, due: 0 };

/**
 * How complete the follow-up is: met in its window ÷ due, over the contacts and weeks whose best
 * day lies in the period. `countsAsDue` and `isMetInWindow` once more in SQL.
 * Source: CLINICAL.md section 6, "Follow-up completeness".
 * @throws Problem `invalid` at `to`
 */
export async function getCompleteness(
  ctx: Ctx,
  query: CompletenessQuery,
): Promise<FollowUpCompleteness> {
  authorise(ctx, 'follow-ups.completeness');
  const { db } = ctx.deps;
  const { timeZone } = await fetchClinic(db);
  const today = clinicToday(timeZone, ctx.deps.now());
  const to = query.to ?? today;
  const from = query.from ?? addDays(to, -USUAL_DAYS);
  if (to < from) throw invalidField('to', 'The end comes after the beginning.');
  const rows = await selectRows(
    db,
    counted,
    sql`SELECT rule, count(*)::int AS due,
          count(*) FILTER (
            WHERE status = 'done' AND closed_on BETWEEN due_from AND due_to)::int AS "inWindow",
          count(*) FILTER (
            WHERE status = 'done' AND closed_on NOT BETWEEN due_from AND due_to)::int AS "outside"
        FROM follow_up_tasks
        WHERE rule = ANY (${sql.param([...WINDOWED_RULES])}) AND target_on BETWEEN ${from}::date AND ${to}::date
          AND status <> 'cancelled' AND (status <> 'open' OR due_to < ${today}::date)
        GROUP BY rule`,
  );
  const rules = WINDOWED_RULES.map(
    (rule) => rows.find((row) => row.rule === rule) ?? { rule, ...ZERO },
  );
  const sum = (key: keyof typeof ZERO): number => rules.reduce((total, row) => total + row[key], 0);
  return {
    from,
    to,
    inWindow: sum('inWindow'),
    outside: sum('outside'),
    due: sum('due'),
    rules,
  };
}
