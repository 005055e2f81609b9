import { addDays } from './calendar-date.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const FIRST_DAY = '1970-01-01';
/** Midnights whose offset is kept in mind, for each zone. */
const MOST_KEPT = 5_000;

/** A moment as a clinic's clock shows it: the calendar date, and minutes since the clock's 00:00. */
export type WallTime = { date: string; minutes: number };

/** A calendar day of a clinic in real time: 23, 24 or 25 hours, or half an hour off in some zones. */
export type DayBounds = { startsAt: string; endsAt: string; minutes: number };

/** The clock on a clinic's wall. All moments are ISO 8601 in UTC with milliseconds. */
export type ClinicClock = {
  readonly timeZone: string;
  /**
   * The moment at which the clock shows a time (`00:00` to `24:00`) on a date. Of a time that
   * autumn shows twice it is the first; a time that spring skips is as far after the gap's
   * beginning as the clock before it would have said (02:30 skipped becomes 03:30).
   */
  instantAt: (date: string, time: string) => string;
  /** What the clock shows at a moment. */
  wallTimeOf: (instant: string) => WallTime;
  /** When a date begins and ends, and how many minutes it really has. */
  dayBounds: (date: string) => DayBounds;
};

/** Tells how far a zone's clock is ahead of UTC at a moment, both in milliseconds. */
function offsetsOf(timeZone: string): (moment: number) => number {
  const midnights = new Map<number, number>();
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  const ask = (moment: number): number => {
    const shown: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(moment)) shown[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = shown;
    const wall = Date.UTC(year, month - 1, day, hour, minute);
    return wall - Math.floor(moment / MINUTE_MS) * MINUTE_MS;
  };
  const atMidnight = (midnight: number): number => {
    const known = midnights.get(midnight);
    if (known !== undefined) return known;
    if (midnights.size >= MOST_KEPT) midnights.clear();
    const asked = ask(midnight);
    midnights.set(midnight, asked);
    return asked;
  };
  return (moment) => {
    const midnight = Math.floor(moment / DAY_MS) * DAY_MS;
    const offset = atMidnight(midnight);
    return offset === atMidnight(midnight + DAY_MS) ? offset : ask(moment);
  };
}

function makeClock(timeZone: string): ClinicClock {
  const offsetAt = offsetsOf(timeZone);
  const momentAt = (date: string, time: string): number => {
    const wall = Date.parse(`${date}T00:00:00.000Z`) + clockMinutes(time) * MINUTE_MS;
    const offsets = [offsetAt(wall - DAY_MS), offsetAt(wall + DAY_MS)];
    const fitting = offsets
      .map((ahead) => wall - ahead)
      .filter((moment) => moment + offsetAt(moment) === wall);
    // Spring skips this time: the clock before the change tells how far after it lies.
    const [before = 0] = offsets;
    return fitting.length > 0 ? Math.min(...fitting) : wall - before;
  };
  return {
    timeZone,
    instantAt: (date, time) => new Date(momentAt(date, time)).toISOString(),
    wallTimeOf: (instant) => {
      const moment = Date.parse(instant);
      const wall = moment + offsetAt(moment);
      const days = Math.floor(wall / DAY_MS);
      return {
        date: addDays(FIRST_DAY, days),
        minutes: Math.floor((wall - days * DAY_MS) / MINUTE_MS),
      };
    },
    dayBounds: (date) => {
      const [from, to] = [momentAt(date, '00:00'), momentAt(date, '24:00')];
      return {
        startsAt: new Date(from).toISOString(),
        endsAt: new Date(to).toISOString(),
        minutes: (to - from) / MINUTE_MS,
      };
    },
  };
}

const clocks = new Map<string, ClinicClock>();

/** The clock of a time zone. Zones are few and asking for offsets is slow, so each is made once. */
export function clinicClock(timeZone: string): ClinicClock {
  const known = clocks.get(timeZone);
  if (known) return known;
  const made = makeClock(timeZone);
  clocks.set(timeZone, made);
  return made;
}

/** The calendar date, `YYYY-MM-DD`, of a moment on the clock of a time zone. */
export const calendarDateIn = (timeZone: string, moment: Date): string =>
  clinicClock(timeZone).wallTimeOf(moment.toISOString()).date;

/** The moment some real minutes after (or, if negative, before) another, whatever clocks do. */
export const addMinutes = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * MINUTE_MS).toISOString();

/** Real minutes from one moment to another; negative when the second is earlier. */
export const minutesBetween = (from: string, to: string): number =>
  (Date.parse(to) - Date.parse(from)) / MINUTE_MS;

/** Minutes since midnight as a clock writes them: 545 is `09:05`. */
export const clockText = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Minutes since midnight of a clock's time, `00:00` to `24:00`. */
export function clockMinutes(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** A time as people type it (`9:05`, `14.05`, `1405`) as `HH:MM`; null if it is no time of day. */
export function parseClock(typed: string): string | null {
  const [, hour, minute = '00'] = /^(\d{1,2})(?:[:.h ]?(\d{2}))?$/.exec(typed.trim()) ?? [];
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return null;
  return `${hour.padStart(2, '0')}:${minute}`;
}
