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

const DAY_MS = 86_400_000;

/** The zone's offset from UTC at a moment, in ms. Formats are slow, so each midnight is asked once. */
function offsetsOf(timeZone: string): (moment: number) => number {
  const midnights = new Map<number, number>();
  const clock = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  // Swedish writes 2026-06-08 10:30:00; read as UTC it tells how far the zone is off.
  const ask = (moment: number): number =>
    Date.parse(`${clock.format(moment).replace(' ', 'T')}Z`) - Math.floor(moment / 1000) * 1000;
  const atMidnight = (moment: number): number => {
    const known = midnights.get(moment) ?? ask(moment);
    midnights.set(moment, known);
    return known;
  };
  return (moment) => {
    const midnight = Math.floor(moment / DAY_MS) * DAY_MS;
    const offset = atMidnight(midnight);
    return offset === atMidnight(midnight + DAY_MS) ? offset : ask(moment);
  };
}

/** The moment at which the clock of a zone shows what a UTC clock shows at `wall`. */
function momentOf(wall: number, offsetAt: (moment: number) => number): number {
  const guess = wall - offsetAt(wall);
  // Near a change the first guess may take the offset of the other side.
  return wall - offsetAt(guess);
}

/** Tells the moment at which the clinic's clock shows `time` (HH:MM) on a day. */
export function clockOf(timeZone: string): (day: string, time: string) => string {
  const offsetAt = offsetsOf(timeZone);
  return (day, time) =>
    new Date(momentOf(Date.parse(`${day}T${time}:00.000Z`), offsetAt)).toISOString();
}

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
  const offsetAt = offsetsOf(timeZone);
  // Every day comes thousands of times.
  const days = new Map<string, string>();
  const moveDay = (day: string): string => {
    const moved = days.get(day) ?? addDays(day, weeks * 7);
    days.set(day, moved);
    return moved;
  };
  const moveText = (text: string): string => {
    if (text.length === DAY_LENGTH) return DAY.test(text) ? moveDay(text) : text;
    if (text.length !== INSTANT_LENGTH || !INSTANT.test(text)) return rename?.(text) ?? text;
    const moment = Date.parse(text);
    const wall = moment + offsetAt(moment) + weeks * 7 * DAY_MS;
    return new Date(momentOf(wall, offsetAt)).toISOString();
  };
  const isSame = weeks === 0 && rename === undefined;
  // Dates in text change to dates, ids to ids: the shape stays what it was.
  return isSame ? records : (mapTexts(records, moveText, UNMOVED) as T);
}
