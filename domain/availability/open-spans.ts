import { type OpeningHours, type Weekday, WEEKDAYS } from '#domain/clinic/clinic.ts';
import { daysBetween } from '#domain/shared/calendar-date.ts';

/** A span between two moments, as ISO 8601 in UTC; it holds its start and not its end. */
export type Span = { startsAt: string; endsAt: string };

/** A span on the clinic's clock, `HH:MM`; a day ends at `24:00`. */
export type ClockSpan = OpeningHours[Weekday][number];

/** Weekly hours that hold from a day on; null hours are the clinic's. */
export type WeeklyHours = { validFrom: string | null; hours: OpeningHours | null };

/** What decides when one practitioner can be booked on a day. */
export type DayOfPractitioner = {
  /** A clinic date, `YYYY-MM-DD`. */
  date: string;
  clinicHours: OpeningHours;
  /** The practitioner's own weekly hours, in any order. */
  weeklyHours: readonly WeeklyHours[];
  closures: readonly { fromDate: string; toDate: string }[];
  /** The practitioner's own time off. */
  timeOff: readonly Span[];
  /** The moment the clinic's clock shows a time (`00:00`–`24:00`) on a day, as ISO 8601 in UTC. */
  instantAt: (date: string, time: string) => string;
};

const A_MONDAY = '2024-01-01';

/** The day of the week of a clinic date. */
export function weekdayOf(date: string): Weekday {
  const index = ((daysBetween(A_MONDAY, date) % 7) + 7) % 7;
  return WEEKDAYS[index] ?? 'monday';
}

/** Whether the whole clinic is closed on a date by a closure; both its ends are closed. */
const isClosedOn = (
  date: string,
  closures: readonly { fromDate: string; toDate: string }[],
): boolean => closures.some(({ fromDate, toDate }) => fromDate <= date && date <= toDate);

/** The weekly hours that hold on a date: those begun last, or undefined when none have begun. */
export function weeklyHoursOn<H extends WeeklyHours>(
  date: string,
  weekly: readonly H[],
): H | undefined {
  return weekly
    .filter(({ validFrom }) => validFrom === null || validFrom <= date)
    .toSorted((one, other) => (one.validFrom ?? '').localeCompare(other.validFrom ?? ''))
    .at(-1);
}

/** What two lists of spans of one day have in common, in order. */
function inBoth(some: readonly ClockSpan[], others: readonly ClockSpan[]): ClockSpan[] {
  return some
    .flatMap((one) =>
      others.map((other) => ({
        from: one.from > other.from ? one.from : other.from,
        to: one.to < other.to ? one.to : other.to,
      })),
    )
    .filter(({ from, to }) => from < to)
    .toSorted((one, other) => one.from.localeCompare(other.from));
}

/** What is left of the spans when others are taken out of them. */
function without(spans: readonly Span[], taken: readonly Span[]): Span[] {
  let left = [...spans];
  for (const hole of taken)
    left = left.flatMap((span) => {
      if (hole.endsAt <= span.startsAt || span.endsAt <= hole.startsAt) return [span];
      const before = { startsAt: span.startsAt, endsAt: hole.startsAt };
      const after = { startsAt: hole.endsAt, endsAt: span.endsAt };
      return [before, after].filter(({ startsAt, endsAt }) => startsAt < endsAt);
    });
  return left;
}

/** The clinic's hours on a date on its own clock: none on a closed day. */
export function clinicSpansOn(
  day: Pick<DayOfPractitioner, 'date' | 'clinicHours' | 'closures'>,
): ClockSpan[] {
  return isClosedOn(day.date, day.closures) ? [] : day.clinicHours[weekdayOf(day.date)];
}

/** A practitioner's working hours on a date on the clinic's clock, time off not taken out. */
export function workingSpansOn(day: Omit<DayOfPractitioner, 'timeOff' | 'instantAt'>): ClockSpan[] {
  const clinic = clinicSpansOn(day);
  const own = weeklyHoursOn(day.date, day.weeklyHours)?.hours;
  return own ? inBoth(clinic, own[weekdayOf(day.date)]) : clinic;
}

/**
 * When a practitioner can be booked on a clinic date, in order: the weekly hours that hold on it,
 * within the clinic's, without closures and time off. Moments are true on both nights of
 * daylight saving, because the clock's times are told as moments one by one.
 */
export function openSpans(day: DayOfPractitioner): Span[] {
  const spans = workingSpansOn(day)
    .map(({ from, to }) => ({
      startsAt: day.instantAt(day.date, from),
      endsAt: day.instantAt(day.date, to),
    }))
    .filter(({ startsAt, endsAt }) => startsAt < endsAt);
  return without(spans, day.timeOff);
}
