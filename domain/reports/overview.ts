import * as z from 'zod/mini';
import { calendarDate } from '#domain/shared/calendar-date.ts';
import { admin } from '#domain/shared/field-tags.ts';
import { count } from './report-filters.ts';

/** A small figure: how many of how many. */
const part = z.strictObject({ count: admin(count), of: admin(count) });
/** A small figure, as a type. */
export type OverviewPart = z.infer<typeof part>;

/** What is missing, each with how many. */
export const GAPS = [
  'unsigned_sessions',
  'week_12',
  'week_24',
  'week_52',
  'open_follow_ups',
  'missed_follow_ups',
  'screening',
  'consent',
  'baseline',
  'lapsed_courses',
] as const;
/** One gap. */
export type Gap = (typeof GAPS)[number];
/** What each is called. */
export const GAP_LABELS: Record<Gap, string> = {
  unsigned_sessions: 'Sessions recorded but not signed',
  week_12: 'People not assessed at week 12',
  week_24: 'People not assessed at week 24',
  week_52: 'People not assessed at week 52',
  open_follow_ups: 'Follow-ups due and still open',
  missed_follow_ups: 'Follow-ups still open after their window',
  screening: 'Courses whose questions are unanswered or wait for a clinician',
  consent: 'Courses without a consent that stands',
  baseline: 'Courses without a baseline',
  lapsed_courses: 'Courses without a session for long',
};

/** The manager's first page: completeness, small figures of each report, and what is missing. */
export const outcomesOverview = z.strictObject({
  asOf: admin(calendarDate),
  patients: admin(count),
  sessions: admin(count),
  /** Assessed in the window of those due, by week. */
  followUp: admin(
    z.strictObject({ week12: admin(part), week24: admin(part), week52: admin(part) }),
  ),
  /** Sessions with a side effect of those asked. */
  sideEffects: admin(part),
  /** People with a serious one of all. */
  serious: admin(part),
  completed: admin(part),
  gapsWithin: admin(part),
  noticed: admin(part),
  lots: admin(part),
  noShows: admin(part),
  gaps: admin(z.array(z.strictObject({ gap: admin(z.enum(GAPS)), count: admin(count) }))),
});
/** The manager's first page, as a type. */
export type OutcomesOverview = z.infer<typeof outcomesOverview>;
