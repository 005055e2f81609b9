import { Temporal } from 'temporal-polyfill';
import { addDays, daysBetween } from '#domain/shared/calendar-date.ts';

/** The Monday of the week the demo clinic is made around: what is recorded lies before it. */
export const DEMO_ANCHOR = '2026-06-08';

const SOME_MONDAY = '2024-01-01';

/** The Monday on or before a day. */
export function mondayOf(day: string): string {
  const weekday = ((daysBetween(SOME_MONDAY, day) % 7) + 7) % 7;
  return addDays(day, -weekday);
}

/** Whole weeks from the week of `anchor` to the week of `today`; weeks begin on Monday. */
export const shiftWeeks = (anchor: string, today: string): number =>
  daysBetween(mondayOf(anchor), mondayOf(today)) / 7;

/** The moment the clinic's clock shows `time` (HH:MM) on a day. */
export const instantAt = (day: string, time: string, timeZone: string): string =>
  Temporal.PlainDateTime.from(`${day}T${time}`)
    .toZonedDateTime(timeZone)
    .toInstant()
    .toString({ fractionalSecondDigits: 3 });

/** The moment whole weeks later by the clinic's clock: half past ten stays half past ten. */
const instantAfterWeeks = (instant: string, weeks: number, timeZone: string): string =>
  Temporal.Instant.from(instant)
    .toZonedDateTimeISO(timeZone)
    .add({ weeks })
    .toInstant()
    .toString({ fractionalSecondDigits: 3 });

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** What stays: nobody is born later because the clinic is looked at later. */
const UNMOVED = 'birthDate';

/**
 * Records with every clinic day and every moment in them moved by whole weeks on the clinic's
 * clock, so that weekdays and opening hours still fit. Birth dates stay.
 */
export function moveByWeeks<T>(records: T, weeks: number, timeZone: string): T {
  const moved = new Map<string, string>();
  const moveText = (text: string): string => {
    if (DAY.test(text)) return addDays(text, weeks * 7);
    if (!INSTANT.test(text)) return text;
    const known = moved.get(text) ?? instantAfterWeeks(text, weeks, timeZone);
    moved.set(text, known);
    return known;
  };
  const move = (value: unknown): unknown => {
    if (typeof value === 'string') return moveText(value);
    if (Array.isArray(value)) return value.map(move);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [name, name === UNMOVED ? one : move(one)]),
    );
  };
  // Only dates in text change, to dates in text: the shape stays what it was.
  return weeks === 0 ? records : (move(records) as T);
}
