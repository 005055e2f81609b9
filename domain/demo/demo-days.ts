import { addDays, daysBetween } from '#domain/shared/calendar-date.ts';
import { DEMO_CLINIC } from './demo-clinic.ts';
import { clockOf, DEMO_ANCHOR, mondayOf } from './demo-weeks.ts';
import type { SeededRandom } from './seeded-random.ts';

/** The last day on which something is recorded: the Saturday before the anchor week. */
export const LAST_RECORDED_DAY = addDays(DEMO_ANCHOR, -2);

/** The day, or the next one if the clinic is closed on it: Sunday. */
export const openDay = (day: string): string =>
  daysBetween(mondayOf(day), day) === 6 ? addDays(day, 1) : day;

/** The minute of a day at which a visit begins, within the opening hours and on a quarter. */
export function visitMinute(random: SeededRandom, day: string): number {
  const isSaturday = daysBetween(mondayOf(day), day) === 5;
  return 9 * 60 + 30 + 15 * random.int(0, isSaturday ? 10 : 32);
}

const clinicClock = clockOf(DEMO_CLINIC.timeZone);

/** The moment the clinic's clock shows so many minutes after midnight of a day. */
export function momentAt(day: string, minute: number): string {
  const [hours, minutes] = [Math.floor(minute / 60), minute % 60];
  const time = `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
  return clinicClock(day, time);
}
