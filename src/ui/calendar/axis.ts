import { clinicClock } from '#domain/shared/clinic-time.ts';

const DAY = 1440;
const MINUTE_MS = 60_000;

/** A day of the clinic's calendar: 23, 24 or 25 hours between two midnights of its clock. */
export type CalendarDay = {
  /** YYYY-MM-DD */
  date: string;
  /** The UTC moment of its first midnight, in ms. */
  startMs: number;
  /** Hours that pass, in minutes: 1380, 1440 or 1500 in most zones. */
  minutes: number;
  /** Where the clock is put on (`by` > 0) or back: minutes passed since midnight. */
  change: { at: number; by: number } | null;
};

/** A calendar day of a zone, with the place where its clock is changed, if it is. */
export function calendarDay(timeZone: string, date: string): CalendarDay {
  const clock = clinicClock(timeZone);
  const { startsAt, minutes } = clock.dayBounds(date);
  const startMs = Date.parse(startsAt);
  if (minutes === DAY) return { date, startMs, minutes, change: null };
  const shown = (passed: number): number =>
    clock.wallTimeOf(new Date(startMs + passed * MINUTE_MS).toISOString()).minutes;
  let [same, changed] = [-1, minutes - 1];
  while (changed - same > 1) {
    const middle = Math.floor((same + changed) / 2);
    if (shown(middle) === middle) same = middle;
    else changed = middle;
  }
  return { date, startMs, minutes, change: { at: changed, by: DAY - minutes } };
}

/**
 * The scale all columns of a view share, in minutes from midnight of the clinic's clock. On a day the
 * clock is put back, the repeated stretch stands in it twice, and is shaded where a column has it once.
 */
export type Axis = { repeat: { at: number; length: number } | null };

/** The scale on which all these days can be shown. */
export function axisOf(days: readonly CalendarDay[]): Axis {
  const longest = days.find((day) => day.change !== null && day.change.by < 0);
  if (!longest?.change) return { repeat: null };
  return { repeat: { at: longest.change.at, length: -longest.change.by } };
}

/** How long the scale is. */
export const axisLength = (axis: Axis): number => DAY + (axis.repeat?.length ?? 0);

const isLonger = (day: CalendarDay): boolean => day.change !== null && day.change.by < 0;

/** Where a moment of the day stands on the scale, in minutes; moments of other days end at its ends. */
export function toAxis(axis: Axis, day: CalendarDay, ms: number): number {
  const passed = Math.min(Math.max((ms - day.startMs) / MINUTE_MS, 0), day.minutes);
  if (isLonger(day)) return passed;
  const onClock = day.change && passed >= day.change.at ? passed + day.change.by : passed;
  return axis.repeat && onClock >= axis.repeat.at ? onClock + axis.repeat.length : onClock;
}

/** The moment that stands at this minute of the scale; within hours the day has not, the next that is. */
export function fromAxis(axis: Axis, day: CalendarDay, minute: number): number {
  return day.startMs + Math.min(passedAt(axis, day, minute), day.minutes) * MINUTE_MS;
}

function passedAt(axis: Axis, day: CalendarDay, minute: number): number {
  if (isLonger(day)) return minute;
  let onClock = minute;
  if (axis.repeat && minute >= axis.repeat.at)
    onClock = Math.max(axis.repeat.at, minute - axis.repeat.length);
  if (!day.change || onClock < day.change.at) return onClock;
  return Math.max(day.change.at, onClock - day.change.by);
}

/** Stretches of the scale that this day has not. */
export function missingOn(axis: Axis, day: CalendarDay): { from: number; to: number }[] {
  if (isLonger(day)) return [];
  const missing: { from: number; to: number }[] = [];
  if (day.change) {
    const shift = axis.repeat && day.change.at >= axis.repeat.at ? axis.repeat.length : 0;
    missing.push({ from: day.change.at + shift, to: day.change.at + day.change.by + shift });
  }
  if (axis.repeat) missing.push({ from: axis.repeat.at, to: axis.repeat.at + axis.repeat.length });
  return missing;
}

/** What the clock shows at this minute of the scale, e.g. `09:15`. */
export function clockAt(axis: Axis, minute: number): string {
  const { repeat } = axis;
  const onClock = repeat && minute >= repeat.at ? minute - repeat.length : minute;
  const hour = Math.floor(onClock / 60);
  return `${String(hour).padStart(2, '0')}:${String(Math.floor(onClock % 60)).padStart(2, '0')}`;
}
