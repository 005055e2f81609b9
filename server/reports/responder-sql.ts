import { type SQL, sql } from 'drizzle-orm';
import { OUTCOME_WINDOWS } from '#domain/outcomes/windows.ts';
import {
  LATE_SESSION_DAYS,
  type ResponderMeasure,
  type RespondersQuery,
} from '#domain/reports/responders.ts';

/** What of the question decides which reading counts, and when it is due. */
export type ResponderPoint = Pick<RespondersQuery, 'week' | 'session' | 'measure'>;

const PREFIXES: Record<ResponderMeasure, string> = {
  photo_global_assessment: 'photo',
  patient_global_change: 'patient',
};

/** Days a plan without an interval is taken to have between sessions. */
const USUAL_GAP_DAYS = 28;

/** The value of the reading that counts, on `course_facts`; null without one. */
export function readingValue({ week, session, measure }: ResponderPoint): SQL {
  const prefix = PREFIXES[measure];
  return session === undefined
    ? sql.raw(`${prefix}_${week}`)
    : sql`${sql.raw(`${prefix}_sessions`)}[${session}::int]`;
}

/** The last clinic date on which the reading may be taken. */
export function closesOn({ week, session }: ResponderPoint): SQL {
  const { day, tolerance } = OUTCOME_WINDOWS[week];
  return session === undefined
    ? sql`(first_session_on + ${day + tolerance}::int)`
    : sql`(first_session_on + ${session - 1}::int * coalesce(gap_days_max, ${USUAL_GAP_DAYS}::int)::int
        + ${LATE_SESSION_DAYS}::int)`;
}

/** Whether a course is due: assessed, or its window has closed (a session: held, or long past). */
export function isDueSql(point: ResponderPoint, today: string): SQL {
  const { session } = point;
  const isPast = sql`${closesOn(point)} < ${today}::date`;
  return session === undefined
    ? sql`(${readingValue(point)} IS NOT NULL OR ${isPast})`
    : sql`(signed_sessions >= ${session}::int OR (planned_sessions >= ${session}::int AND ${isPast}))`;
}
