import * as z from 'zod/mini';
import { calendarDate } from '#domain/shared/calendar-date.ts';
import { id } from '#domain/shared/ids.ts';
import { pageQuery } from '#domain/shared/page.ts';
import { FOLLOW_UP_RULES } from './follow-up-enums.ts';

/** Which tasks of the worklist: those to call about today, or another part of all there are. */
export const FOLLOW_UP_DUES = ['today', 'overdue', 'upcoming', 'missed', 'closed', 'all'] as const;
/** One part. */
export type FollowUpDue = (typeof FOLLOW_UP_DUES)[number];
/** What each is called on screen. */
export const FOLLOW_UP_DUE_LABELS: Record<FollowUpDue, string> = {
  today: 'To call',
  overdue: 'Overdue',
  upcoming: 'Not due yet',
  missed: 'Missed',
  closed: 'Closed',
  all: 'All',
};

/** The query of the worklist: the most urgent first, then by the day each is best met on. */
export const followUpQuery = z.strictObject({
  ...pageQuery,
  due: z._default(z.enum(FOLLOW_UP_DUES), 'today'),
  rule: z.optional(z.enum(FOLLOW_UP_RULES)),
  /** Those on the caller's own list, or everyone's. */
  whose: z._default(z.enum(['all', 'mine']), 'all'),
  needsClinician: z.optional(z.enum(['yes'])),
  patientId: z.optional(id),
});
/** The query of the worklist, as a type. */
export type FollowUpQuery = z.output<typeof followUpQuery>;

/** The query of the completeness: tasks whose best day lies in the period, ends included. */
export const completenessQuery = z.strictObject({
  from: z.optional(calendarDate),
  to: z.optional(calendarDate),
});
/** The query of the completeness, as a type. */
export type CompletenessQuery = z.output<typeof completenessQuery>;

/** The query of what was asked at contacts. */
export const contactQuery = z.strictObject({ patientId: id });
