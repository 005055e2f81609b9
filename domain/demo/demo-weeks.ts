import { addDays, daysBetween } from '#domain/shared/calendar-date.ts';
import { clinicClock, clockText } from '#domain/shared/clinic-time.ts';

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

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

const DAY_LENGTH = '2026-06-08'.length;
const INSTANT_LENGTH = '2026-06-08T10:30:00.000Z'.length;

/** A value with every text in it changed; a field of the name `kept` stays as it is. */
export function mapTexts(value: unknown, change: (text: string) => string, kept?: string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((one) => mapTexts(one, change, kept));
  if (typeof value !== 'object' || value === null) return value;
  const changed: Record<string, unknown> = {};
  for (const [name, one] of Object.entries(value))
    changed[name] = name === kept ? one : mapTexts(one, change, kept);
  return changed;
}

/** What stays: nobody is born later because the clinic is looked at later. */
const UNMOVED = 'birthDate';

const HOUR_LENGTH = '2026-06-08T10'.length;
const MINUTE_MS = 60_000;

/** How a moment and a day are moved. */
type Mover = { moment: (text: string) => string; day: (text: string) => string };

function makeMover(weeks: number, timeZone: string): Mover {
  const clock = clinicClock(timeZone);
  const days = new Map<string, string>();
  const day = (text: string): string => {
    const moved = days.get(text) ?? addDays(text, weeks * 7);
    days.set(text, moved);
    return moved;
  };
  const ask = (text: string): string => {
    const { date, minutes } = clock.wallTimeOf(text);
    const moved = Date.parse(clock.instantAt(day(date), clockText(minutes)));
    return new Date(moved + (Date.parse(text) % MINUTE_MS)).toISOString();
  };
  const hours = new Map<string, string | null>();
  // Every hour comes thousands of times; where a clock changes within one, each moment is asked.
  const hourOf = (hour: string): string | null => {
    const known = hours.get(hour);
    if (known !== undefined) return known;
    const [from, to] = [ask(`${hour}:00:00.000Z`), ask(`${hour}:59:00.000Z`)];
    const moved = from.slice(0, HOUR_LENGTH);
    const isWhole = from === `${moved}:00:00.000Z` && to === `${moved}:59:00.000Z`;
    hours.set(hour, isWhole ? moved : null);
    return isWhole ? moved : null;
  };
  return {
    day,
    moment: (text) => {
      const hour = hourOf(text.slice(0, HOUR_LENGTH));
      return hour === null ? ask(text) : hour + text.slice(HOUR_LENGTH);
    },
  };
}

let lastMover: Mover & { weeks?: number; timeZone?: string } = makeMover(0, 'UTC');

/** The batches of a large clinic are all moved alike. */
function moverOf(weeks: number, timeZone: string): Mover {
  if (lastMover.weeks !== weeks || lastMover.timeZone !== timeZone)
    lastMover = { ...makeMover(weeks, timeZone), weeks, timeZone };
  return lastMover;
}

/**
 * Records with every clinic day and every moment in them moved by whole weeks on the clinic's
 * clock, so that weekdays and opening hours still fit. Birth dates stay. Other texts are renamed on
 * the way.
 */
export function moveByWeeks<T>(
  records: T,
  weeks: number,
  timeZone: string,
  rename?: (text: string) => string,
): T {
  const { day, moment } = moverOf(weeks, timeZone);
  const moveText = (text: string): string => {
    if (text.length === DAY_LENGTH) return DAY.test(text) ? day(text) : text;
    if (text.length !== INSTANT_LENGTH || !INSTANT.test(text)) return rename?.(text) ?? text;
    return moment(text);
  };
  const isSame = weeks === 0 && rename === undefined;
  // Dates in text change to dates, ids to ids: the shape stays what it was.
  return isSame ? records : (mapTexts(records, moveText, UNMOVED) as T);
}
