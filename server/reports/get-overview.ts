import { sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { WINDOWED_RULES } from '#domain/follow-ups/follow-up-enums.ts';
import { GAPS, type OutcomesOverview } from '#domain/reports/overview.ts';
import { runPeriod } from '#domain/reports/runs.ts';
import { clinicOf, clinicToday } from '../clinic/clinic-view.ts';
import { selectRows } from '../db/rows.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { isInDiary, isKept } from './diary-sql.ts';
import { isDroppedOut } from './get-curves.ts';
import { IS_SCREENED } from './screened-sql.ts';
import { figureSql } from './share-sql.ts';
import { isStarted } from './started-courses.ts';

const count = z.number();
const part = z.object({ count, of: count });

const facts = z.object({
  patients: count,
  sessions: count,
  week12: part,
  week24: part,
  week52: part,
  sideEffects: part,
  serious: part,
  completed: part,
  gapsWithin: part,
  noticed: part,
  lots: part,
  consent: count,
  baseline: count,
  lapsed_courses: count,
});

const now = z.object({
  unsigned_sessions: count,
  open_follow_ups: count,
  missed_follow_ups: count,
  screened: count,
  noShows: part,
});

const FIGURES = {
  week12: 'week_12',
  week24: 'week_24',
  week52: 'week_52',
  sideEffects: 'asked_sessions',
  serious: 'serious',
  completed: 'completed',
  gapsWithin: 'gaps_within',
  lots: 'lot',
} as const;

/** Small figures of each report over first courses, and what these lack, in one pass. */
async function readFigures(ctx: Ctx, today: string) {
  const parts = Object.entries(FIGURES).map(([name, figure]) => {
    const { had, of } = figureSql(figure, today);
    return sql`, json_build_object('count', coalesce(sum(${had}), 0)::int,
      'of', coalesce(sum(${of}), 0)::int) AS ${sql.identifier(name)}`;
  });
  const [found] = await selectRows(
    ctx.deps.db,
    facts,
    sql`SELECT count(*)::int AS patients,
        coalesce(sum(signed_sessions), 0)::int AS sessions${sql.join(parts)},
        json_build_object('count', count(noticed_on), 'of', count(last_answer_on)) AS noticed,
        count(*) FILTER (WHERE NOT is_consented)::int AS consent,
        count(*) FILTER (WHERE NOT has_baseline)::int AS baseline,
        count(*) FILTER (WHERE status = 'open' AND ${isDroppedOut(today)})::int AS lapsed_courses
      FROM course_facts WHERE ${isStarted({})}`,
  );
  if (!found) throw new Error('An aggregate has one row.');
  return found;
}

/** What is open today: what the lists that mend it hold. */
async function readNow(ctx: Ctx, today: string, timeZone: string) {
  const period = runPeriod({}, today);
  const [found] = await selectRows(
    ctx.deps.db,
    now,
    sql`SELECT
        (SELECT count(*)::int FROM sessions
          WHERE status = 'draft' AND session_on < ${today}::date) AS unsigned_sessions,
        (SELECT count(*)::int FROM follow_up_tasks
          WHERE status = 'open' AND target_on <= ${today}::date
            AND due_to >= ${today}::date) AS open_follow_ups,
        (SELECT count(*)::int FROM follow_up_tasks
          WHERE status = 'open' AND rule = ANY (${sql.param([...WINDOWED_RULES])})
            AND due_to < ${today}::date) AS missed_follow_ups,
        (SELECT count(*)::int FROM course_facts
          WHERE ${isStarted({})} AND ${IS_SCREENED}) AS screened,
        (SELECT json_build_object('count', count(*) FILTER (WHERE status = 'no_show'),
            'of', count(*) FILTER (WHERE ${isKept}))
          FROM appointments WHERE ${isInDiary({ ...period, timeZone })}) AS "noShows"`,
  );
  if (!found) throw new Error('A question without a table has one row.');
  return found;
}

/**
 * The manager's first page: how complete the follow-up is, small figures of each report over
 * patients' first courses, and what is missing. Source: PRODUCT.md, "Manager".
 */
export async function getOutcomesOverview(ctx: Ctx): Promise<OutcomesOverview> {
  authorise(ctx, 'reports.read');
  const { timeZone } = await clinicOf(ctx);
  const asOf = clinicToday(timeZone, ctx.deps.now());
  const figures = await readFigures(ctx, asOf);
  const open = await readNow(ctx, asOf, timeZone);
  const missing = {
    ...open,
    consent: figures.consent,
    baseline: figures.baseline,
    lapsed_courses: figures.lapsed_courses,
    screening: figures.patients - open.screened,
    week_12: figures.week12.of - figures.week12.count,
    week_24: figures.week24.of - figures.week24.count,
    week_52: figures.week52.of - figures.week52.count,
  };
  const { patients, sessions, sideEffects, serious, completed, gapsWithin, noticed, lots } =
    figures;
  return {
    asOf,
    patients,
    sessions,
    followUp: { week12: figures.week12, week24: figures.week24, week52: figures.week52 },
    sideEffects,
    serious,
    completed,
    gapsWithin,
    noticed,
    lots,
    noShows: open.noShows,
    gaps: GAPS.map((gap) => ({ gap, count: missing[gap] })),
  };
}
