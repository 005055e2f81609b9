import * as z from 'zod/mini';

const DAY_MS = 86_400_000;
const PATTERN = /^\d{4}-\d{2}-\d{2}$/;

const MOST_KEPT = 50_000;
/** Days as they were read and written before: most are asked for again and again. */
const read = new Map<string, number>();
const written = new Map<number, string>();

function toDayNumber(date: string): number {
  const known = read.get(date);
  if (known !== undefined) return known;
  if (!PATTERN.test(date)) throw new RangeError(`Not a calendar date: ${date}`);
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
  const dayNumber = Date.UTC(year, month - 1, Number(date.slice(8))) / DAY_MS;
  if (read.size < MOST_KEPT) read.set(date, dayNumber);
  return dayNumber;
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

function toDate(dayNumber: number): string {
  const known = written.get(dayNumber);
  if (known !== undefined) return known;
  const date = new Date(dayNumber * DAY_MS).toISOString().slice(0, 10);
  if (written.size < MOST_KEPT) written.set(dayNumber, date);
  return date;
}

/** The calendar date `days` after (or, if negative, before) the date. */
export const addDays = (date: string, days: number): string => toDate(toDayNumber(date) + days);

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return toDayNumber(to) - toDayNumber(from);
}

/** Age in whole years on the day `on`; someone born on 29 February ages on 1 March in other years. */
export function ageInYears(birthDate: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return on.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
