import { type SQL, sql } from 'drizzle-orm';
import type { ShareFigure } from '#domain/reports/share-figures.ts';
import { COMPLETION_GRACE_DAYS } from '#domain/reports/share-sentences.ts';
import { OUTCOME_WINDOWS, type OutcomeWeek } from '#domain/outcomes/windows.ts';

/** One figure of one course: how many had it, of how many asked, of how many in all. */
export type FigureSql = { had: SQL; of: SQL; all: SQL };

/** Named, so that a column which several figures count is read once. */
const one = sql`1`;
const gaps = sql`gaps`;
const signedSessions = sql`signed_sessions`;
const flag = (column: SQL): FigureSql => ({ had: sql`(${column})::int`, of: one, all: one });
const gap = (column: SQL): FigureSql => ({ had: column, of: gaps, all: gaps });
const ofSessions = (had: SQL): FigureSql => ({
  had,
  of: signedSessions,
  all: signedSessions,
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

const LAST_DAYS = { contact_48h: 4, contact_7d: 10 } as const;

/** Sessions whose contact may still come are not due: those of `late`. */
const contact = (made: SQL, late: SQL): FigureSql => ({
  had: made,
  of: sql`(signed_sessions - coalesce(${late}, 0))::int`,
  all: signedSessions,
});

/**
 * `course_facts` for figures on a day; where a figure counts contacts, beside it the sessions that
 * one may still follow. They are few, so they are found first and not looked for course by course.
 */
export function factsOf(figures: readonly ShareFigure[], today: string): SQL {
  if (!figures.some((figure) => figure in LAST_DAYS)) return sql`course_facts`;
  const isOpen = (days: number) => sql`session_on >= ${today}::date - ${days}::int`;
  return sql`course_facts LEFT JOIN (
      SELECT course_id,
        count(*) FILTER (WHERE NOT is_contacted_48h AND ${isOpen(LAST_DAYS.contact_48h)}) AS late_48h,
        count(*) FILTER (WHERE NOT is_contacted_7d AND ${isOpen(LAST_DAYS.contact_7d)}) AS late_7d
      FROM session_facts WHERE ${isOpen(LAST_DAYS.contact_7d)} GROUP BY course_id) AS late
    USING (course_id)`;
}

/** Whether a course is judged: its planned end and the grace have passed. */
const isJudged = (today: string): SQL =>
  sql`coalesce(planned_end_on + ${COMPLETION_GRACE_DAYS}::int < ${today}::date, false)`;

/** Whether a course had all its sessions, or was closed as completed. */
export const isCompleted = sql`(status = 'completed' OR coalesce(signed_sessions >= planned_sessions, false))`;

/** A figure in columns of its `factsOf`, on a day. Source: CLINICAL.md section 6. */
export function figureSql(figure: ShareFigure, today: string): FigureSql {
  switch (figure) {
    case 'asked_sessions':
      return {
        had: sql`sessions_with_effect`,
        of: sql`sessions_asked`,
        all: signedSessions,
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
      return contact(sql`contacts_48h`, sql`late_48h`);
    case 'contact_7d':
      return contact(sql`contacts_7d`, sql`late_7d`);
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
