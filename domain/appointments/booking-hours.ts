import {
  clinicSpansOn,
  type ClockSpan,
  type DayOfPractitioner,
  openSpans,
  type Span,
  weekdayOf,
  workingSpansOn,
} from '#domain/availability/open-spans.ts';
import { addDays } from '#domain/shared/calendar-date.ts';
import type { ClinicClock } from '#domain/shared/clinic-time.ts';
import type { FieldProblem } from '#domain/shared/problem.ts';
import { dayInWords } from './slot-conflict.ts';

/** What decides when a practitioner can be booked, on any day of a range. */
export type PractitionerHours = Pick<
  DayOfPractitioner,
  'clinicHours' | 'weeklyHours' | 'timeOff'
> & {
  name: string;
  closures: readonly { fromDate: string; toDate: string; name: string }[];
};

const MOST_DAYS_AHEAD = 731;

/** The last clinic date that can be booked: two years ahead. */
export const lastBookableDay = (today: string): string => addDays(today, MOST_DAYS_AHEAD);

/** Why a day can't be booked: it is past, or so far ahead that the year must be a slip. */
export function dayProblem(startsOn: string, today: string): string | null {
  if (startsOn < today) return 'This day is past.';
  return startsOn > lastBookableDay(today) ? 'At most two years ahead.' : null;
}

/** Spans that touch, as one: a night's appointment runs on over midnight. */
function joined(spans: readonly Span[]): Span[] {
  const whole: Span[] = [];
  for (const span of spans) {
    const last = whole.at(-1);
    if (last?.endsAt === span.startsAt)
      whole.splice(-1, 1, { startsAt: last.startsAt, endsAt: span.endsAt });
    else whole.push(span);
  }
  return whole;
}

const inWords = (spans: readonly ClockSpan[]): string =>
  spans.map(({ from, to }) => `${from}–${to}`).join(' and ');

function reason(date: string, hours: PractitionerHours): string {
  const { name, closures } = hours;
  const closure = closures.find(({ fromDate, toDate }) => fromDate <= date && date <= toDate);
  if (closure) return `The clinic is closed on ${dayInWords(date)} (${closure.name}).`;
  const day = { date, ...hours };
  const clinic = clinicSpansOn(day);
  if (clinic.length === 0) {
    const weekday = weekdayOf(date);
    return `The clinic is closed on ${weekday.charAt(0).toUpperCase()}${weekday.slice(1)}s.`;
  }
  const working = workingSpansOn(day);
  if (working.length === 0) return `${name} does not work on ${dayInWords(date)}.`;
  return `${name} works ${inWords(working)} on ${dayInWords(date)}.`;
}

/**
 * Why a slot does not lie within a practitioner's bookable hours: empty when it does. The problem
 * is at the end when only the end is out. Hours, closures and time off as they stand.
 */
export function hoursProblems(
  slot: Span,
  hours: PractitionerHours,
  clock: ClinicClock,
): FieldProblem[] {
  const date = clock.wallTimeOf(slot.startsAt).date;
  const next = addDays(date, 1);
  const { instantAt } = clock;
  const spansOf = (timeOff: readonly Span[]) =>
    joined([date, next].flatMap((on) => openSpans({ date: on, ...hours, timeOff, instantAt })));
  const holds = ({ startsAt, endsAt }: Span): boolean =>
    startsAt <= slot.startsAt && slot.endsAt <= endsAt;
  const open = spansOf(hours.timeOff);
  if (open.some(holds)) return [];
  const beginsInside = open.some(
    ({ startsAt, endsAt }) => startsAt <= slot.startsAt && slot.startsAt < endsAt,
  );
  const isAway = spansOf([]).some(holds);
  const message = isAway ? `${hours.name} is away then.` : reason(date, hours);
  return [{ path: beginsInside ? 'endsAt' : 'startsAt', message }];
}
