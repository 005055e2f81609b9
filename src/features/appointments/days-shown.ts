import { addDays, daysBetween } from '#domain/shared/calendar-date.ts';
import type { ScheduleSearch } from './schedule-search.ts';
import { weekdayAt } from './visit-words.ts';

const WEEK = 7;

/** The days an address shows: one, or the week from Monday around it. */
export function daysShown(
  { date, view }: Pick<ScheduleSearch, 'date' | 'view'>,
  today: string,
): { from: string; to: string } {
  const day = date ?? today;
  if (view !== 'week') return { from: day, to: day };
  const monday = addDays(day, -weekdayAt(day));
  return { from: monday, to: addDays(monday, WEEK - 1) };
}

/** The days that one step back and one step on would show. */
export function daysBeside({ from, to }: { from: string; to: string }) {
  const step = daysBetween(from, to) + 1;
  return [step, -step].map((days) => ({ from: addDays(from, days), to: addDays(to, days) }));
}
