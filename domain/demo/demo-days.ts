import { addDays, daysBetween } from '#domain/shared/calendar-date.ts';
import { clinicClock, clockText } from '#domain/shared/clinic-time.ts';
import { DEMO_CLINIC } from './demo-clinic.ts';
import { DEMO_ANCHOR, mondayOf } from './demo-weeks.ts';
import type { SeededRandom } from './seeded-random.ts';

/** The last day on which something is recorded: the Sunday before the anchor week. */
export const LAST_RECORDED_DAY = addDays(DEMO_ANCHOR, -1);

/** The last day with appointments: the anchor week and four more. */
export const LAST_BOOKED_DAY = addDays(DEMO_ANCHOR, 34);

/** The minute of a day at which someone comes by, within the opening hours and on a quarter. */
export function visitMinute(random: SeededRandom, day: string): number {
  const isWeekend = daysBetween(mondayOf(day), day) >= 5;
  return 10 * 60 + 15 * random.int(0, isWeekend ? 18 : 30);
}

const MINUTE_MS = 60_000;
const HOUR = 60;
const clock = clinicClock(DEMO_CLINIC.timeZone);

/** The hours of days, as far as they were asked for, in ms: every day comes thousands of times. */
const hoursOf = new Map<string, number[]>();

/** The moment the clinic's clock shows so many minutes after midnight of a day. */
export function momentAt(day: string, minute: number): string {
  const hours = hoursOf.get(day) ?? [];
  if (hours.length === 0) hoursOf.set(day, hours);
  const hour = Math.floor(minute / HOUR);
  // No clock changes between nine in the morning and midnight; before, each minute is asked.
  if (hour < 9) return clock.instantAt(day, clockText(minute));
  const from = (hours[hour] ??= Date.parse(clock.instantAt(day, clockText(hour * HOUR))));
  return new Date(from + (minute % HOUR) * MINUTE_MS).toISOString();
}
