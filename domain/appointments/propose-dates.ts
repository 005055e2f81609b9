import { addDays, daysBetween } from '#domain/shared/calendar-date.ts';

/** What is proposed for one of a course's appointments. */
export type ProposedDate<S> = {
  index: number;
  /** Null when nothing is free in its window. */
  slot: S | null;
  isFixed: boolean;
  intervalDays: number | null;
  isOutsideInterval: boolean;
};

/** The plan the dates follow. Dates are the clinic's. */
export type DatePlan<S> = {
  count: number;
  intervalDaysMin: number;
  intervalDaysMax: number;
  /** The first date that will do, and how many days after it still will for the first one. */
  from: string;
  firstWithinDays: number;
  /** Slots chosen by hand, by their place: they stay, and those after them follow. */
  fixed: ReadonlyMap<number, S>;
  dateOf: (slot: S) => string;
  /** The free slot on a date nearest to the time of day of another, or the earliest. */
  findOn: (date: string, like: S | null) => S | null;
};

/** The dates of a window in the order they are wanted: the first one's weekday, then the earliest. */
function wantedDates(from: string, to: string, weekdayOf: string | null): string[] {
  const dates = Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, index) =>
    addDays(from, index),
  );
  if (weekdayOf === null) return dates;
  const isSame = (date: string): boolean => daysBetween(weekdayOf, date) % 7 === 0;
  const [first] = dates.filter(isSame);
  const far = (date: string): number =>
    first === undefined ? daysBetween(from, date) : Math.abs(daysBetween(first, date));
  return [
    ...dates.filter(isSame),
    ...dates.filter((date) => !isSame(date)).toSorted((one, other) => far(one) - far(other)),
  ];
}

/**
 * Dates for a course's appointments: the first as early as can be, each next one as soon as its
 * interval allows, on the weekday and near the time of the first, else on the nearest day in the
 * interval. One without a free slot leaves the rest where they would have been.
 * Source: PRODUCT.md, "Reception".
 */
export function proposeDates<S>(plan: DatePlan<S>): ProposedDate<S>[] {
  const { count, intervalDaysMin: min, intervalDaysMax: max, from, fixed, dateOf } = plan;
  const proposed: ProposedDate<S>[] = [];
  let like: S | null = null;
  /** Where the one before stands, or would have stood. */
  let before: { date: string; isReal: boolean } | null = null;
  for (let index = 0; index < count; index += 1) {
    const chosen = fixed.get(index);
    const earliest: string = before ? addDays(before.date, min) : from;
    const latest: string = before ? addDays(before.date, max) : addDays(from, plan.firstWithinDays);
    let slot: S | null = chosen ?? null;
    const dates = wantedDates(earliest, latest, like === null ? null : dateOf(like));
    for (const date of slot === null ? dates : []) {
      slot = plan.findOn(date, like);
      if (slot !== null) break;
    }
    const date: string = slot === null ? latest : dateOf(slot);
    const gap: number | null = before === null ? null : daysBetween(before.date, date);
    proposed.push({
      index,
      slot,
      isFixed: chosen !== undefined,
      intervalDays: slot !== null && before?.isReal ? gap : null,
      isOutsideInterval: slot !== null && gap !== null && (gap < min || gap > max),
    });
    like ??= slot;
    before = { date, isReal: slot !== null };
  }
  return proposed;
}
