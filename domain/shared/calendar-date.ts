import * as z from 'zod/mini';

const DAY_MS = 86_400_000;
const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

function toDayNumber(date: string): number {
  const match = PATTERN.exec(date);
  if (!match) throw new RangeError(`Not a calendar date: ${date}`);
  return Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / DAY_MS;
}

/** Whether the text is a day that exists in the Gregorian calendar, written YYYY-MM-DD. */
export function isCalendarDay(text: string): boolean {
  if (!PATTERN.test(text)) return false;
  return new Date(toDayNumber(text) * DAY_MS).toISOString().slice(0, 10) === text;
}

/** A day without a time or zone, `YYYY-MM-DD`: a birth date, or a day in the clinic's zone. */
export const calendarDate = z.string('Type a date.').check(
  z.refine(isCalendarDay, { error: 'This is not a day in the calendar.', abort: true }),
  z.refine((date) => date >= '1800-01-01' && date < '2200-01-01', 'This year cannot be right.'),
);
calendarDate.register(z.globalRegistry, { format: 'date' });

/** A moment, as ISO 8601 in UTC with a trailing Z and milliseconds. */
export const instant = z.iso.datetime({ precision: 3 });

/** The calendar date `days` after (or, if negative, before) the date. */
export function addDays(date: string, days: number): string {
  return new Date((toDayNumber(date) + days) * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return toDayNumber(to) - toDayNumber(from);
}

/** Age in whole years on the day `on`; someone born on 29 February ages on 1 March in other years. */
export function ageInYears(birthDate: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return on.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
