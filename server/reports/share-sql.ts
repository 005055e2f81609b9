import { type SQL, sql } from 'drizzle-orm';
import type { ShareFigure } from '#domain/reports/share-figures.ts';
import { COMPLETION_GRACE_DAYS } from '#domain/reports/share-sentences.ts';
import { OUTCOME_WINDOWS, type OutcomeWeek } from '#domain/outcomes/windows.ts';

/** One figure of one course: how many had it, of how many asked, of how many in all. */
export type FigureSql = { had: SQL; of: SQL; all: SQL };

const one = sql`1`;
const flag = (column: SQL): FigureSql => ({ had: sql`(${column})::int`, of: one, all: one });
const gap = (column: SQL): FigureSql => ({ had: column, of: sql`gaps`, all: sql`gaps` });
const ofSessions = (had: SQL): FigureSql => ({
  had,
  of: sql`signed_sessions`,
  all: sql`signed_sessions`,
});

function assessedAt(week: OutcomeWeek, today: string): FigureSql {
  const { day, tolerance } = OUTCOME_WINDOWS[week];
  const had = sql.raw(`(photo_${week} IS NOT NULL OR patient_${week} IS NOT NULL)`);
  return {
    had: sql`${had}::int`,
    of: sql`(${had} OR first_session_on + ${day + tolerance}::int < ${today}::date)::int`,
    all: one,
  };
}

/** Sessions whose contact may still come are not due; only courses with a late session have any. */
function contact(made: SQL, isMade: SQL, lastDay: number, today: string): FigureSql {
  return {
    had: made,
    of: sql`(signed_sessions - CASE WHEN last_session_on >= ${today}::date - ${lastDay}::int THEN (
      SELECT count(*)::int FROM session_facts late
      WHERE late.course_id = course_facts.course_id AND NOT ${isMade}
        AND late.session_on >= ${today}::date - ${lastDay}::int) ELSE 0 END)`,
    all: sql`signed_sessions`,
  };
}

/** Whether a course is judged: its planned end and the grace have passed. */
const isJudged = (today: string): SQL =>
  sql`coalesce(planned_end_on + ${COMPLETION_GRACE_DAYS}::int < ${today}::date, false)`;

/** Whether a course had all its sessions, or was closed as completed. */
export const isCompleted = sql`(status = 'completed' OR coalesce(signed_sessions >= planned_sessions, false))`;

/** A figure in columns of `course_facts`, on a day. Source: CLINICAL.md section 6. */
export function figureSql(figure: ShareFigure, today: string): FigureSql {
  switch (figure) {
    case 'asked_sessions':
      return {
        had: sql`sessions_with_effect`,
        of: sql`sessions_asked`,
        all: sql`signed_sessions`,
      };
    case 'asked_people':
      return {
        had: sql`has_asked_effect::int`,
        of: sql`(sessions_asked > 0 OR has_asked_effect)::int`,
        all: one,
      };
    case 'told_people':
      return flag(sql`has_volunteered_effect`);
    case 'grade_2':
      return flag(sql`coalesce(worst_grade >= 2, false)`);
    case 'grade_3':
      return flag(sql`coalesce(worst_grade >= 3, false)`);
    case 'serious':
      return flag(sql`has_serious_effect`);
    case 'completed':
      return {
        had: sql`(${isJudged(today)} AND ${isCompleted})::int`,
        of: sql`${isJudged(today)}::int`,
        all: one,
      };
    case 'gaps_within':
      return gap(sql`gaps_within`);
    case 'gaps_early':
      return gap(sql`gaps_early`);
    case 'gaps_late':
      return gap(sql`gaps_late`);
    case 'week_12':
      return assessedAt(12, today);
    case 'week_24':
      return assessedAt(24, today);
    case 'week_52':
      return assessedAt(52, today);
    case 'contact_48h':
      return contact(sql`contacts_48h`, sql`is_contacted_48h`, 4, today);
    case 'contact_7d':
      return contact(sql`contacts_7d`, sql`is_contacted_7d`, 10, today);
    case 'lot':
      return ofSessions(sql`sessions_with_lot`);
    case 'depth':
      return ofSessions(sql`sessions_with_depth`);
    case 'consent':
      return ofSessions(sql`CASE WHEN is_consented THEN signed_sessions ELSE 0 END`);
    default:
      return ofSessions(sql`CASE WHEN has_baseline THEN signed_sessions ELSE 0 END`);
  }
}
