import { addDays, daysBetween } from '#domain/shared/calendar-date.ts';
import { DEMO_CLINIC } from './demo-clinic.ts';
import { clockOf, DEMO_ANCHOR, mondayOf } from './demo-weeks.ts';
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

const clinicClock = clockOf(DEMO_CLINIC.timeZone);

/** The moment the clinic's clock shows so many minutes after midnight of a day. */
export function momentAt(day: string, minute: number): string {
  const [hours, minutes] = [Math.floor(minute / 60), minute % 60];
  const time = `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
  return clinicClock(day, time);
}
