import * as z from 'zod/mini';
import { addDays, calendarDate } from '#domain/shared/calendar-date.ts';
import { admin } from '#domain/shared/field-tags.ts';
import { controlChart, RUN_SIGNALS, type RunSignal } from '#domain/statistics/control-chart.ts';
import { checkPeriod, count, reportFilters, share } from './report-filters.ts';
import { percent } from './report-words.ts';

/** The reports by week. */
export const RUN_REPORTS = ['side_effects', 'no_shows', 'late_cancels', 'lots', 'depths'] as const;
/** One of them. */
export type RunReportKey = (typeof RUN_REPORTS)[number];

/** What each counts. The diary's are for the desk too. */
export const RUN_DETAILS: Record<
  RunReportKey,
  { title: string; label: string; of: string; had: string; isDiary: boolean }
> = {
  side_effects: {
    title: 'Sessions with a side effect, by week',
    label: 'Sessions with a side effect',
    of: 'sessions asked after',
    had: 'had at least one side effect recorded',
    isDiary: false,
  },
  no_shows: {
    title: 'Appointments nobody came to, by week',
    label: 'No-shows',
    of: 'appointments not cancelled in time',
    had: 'were no-shows',
    isDiary: true,
  },
  late_cancels: {
    title: 'Appointments cancelled late, by week',
    label: 'Late cancellations',
    of: 'appointments not cancelled in time',
    had: 'were cancelled late',
    isDiary: true,
  },
  lots: {
    title: 'Sessions with the lot of every ingredient, by week',
    label: 'Lots recorded',
    of: 'sessions signed',
    had: 'have the lot of every ingredient',
    isDiary: false,
  },
  depths: {
    title: 'Sessions with their depth, by week',
    label: 'Depth recorded',
    of: 'sessions signed',
    had: 'have the depth',
    isDiary: false,
  },
};

const { from, to, indication, technique, practitionerId, recipeId } = reportFilters;

/** The fields of the question; from and to are days of sessions or appointments. */
const runFilters = {
  report: z.enum(RUN_REPORTS, 'Choose the report.'),
  from,
  to,
  indication,
  technique,
  practitionerId,
  recipeId,
};

/** The question of a report by week. */
export const runsQuery = z.strictObject(runFilters).check(checkPeriod);
/** The question of a report by week, as a type. */
export type RunsQuery = z.infer<typeof runsQuery>;

/** A report by week, with its average and limits. */
export const runsReport = z.strictObject({
  definitionVersion: admin(z.string()),
  definition: admin(z.string()),
  asOf: admin(calendarDate),
  report: admin(z.enum(RUN_REPORTS)),
  from: admin(calendarDate),
  to: admin(calendarDate),
  count: admin(count),
  of: admin(count),
  patients: admin(count),
  /** The average over all weeks, 0–1. */
  centre: admin(z.nullable(share)),
  weeks: admin(
    z.array(
      z.strictObject({
        /** Its Monday. */
        monday: admin(calendarDate),
        count: admin(count),
        of: admin(count),
        share: admin(z.nullable(share)),
        low: admin(z.nullable(share)),
        high: admin(z.nullable(share)),
        signals: admin(z.array(z.enum(RUN_SIGNALS))),
      }),
    ),
  ),
});
/** A report by week, as a type. */
export type RunsReport = z.infer<typeof runsReport>;

/** Weeks that are shown unless a period is asked for. */
const USUAL_WEEKS = 26;

/** The Monday of the week a day lies in. */
export function mondayOf(day: string): string {
  // 3 January 2000 was a Monday; a remainder may be negative before it.
  const since = Math.round((Date.parse(day) - Date.parse('2000-01-03')) / 86_400_000);
  return addDays(day, -(((since % 7) + 7) % 7));
}

/** The period asked for: the last 26 whole weeks unless said otherwise; whole weeks, to yesterday. */
export function runPeriod(
  asked: { from?: string | undefined; to?: string | undefined },
  today: string,
): { from: string; to: string } {
  const lastWeek = addDays(mondayOf(today), -1);
  // A start that lies later is a week to come: it is shown alone, as yet empty.
  const from = asked.from ?? lastWeek;
  const end = asked.to ?? (from > lastWeek ? from : lastWeek);
  return { from: mondayOf(asked.from ?? addDays(end, -7 * USUAL_WEEKS + 1)), to: end };
}

/** Changes whenever a definition below does. */
export const RUN_DEFINITION_VERSION = '1';

/** What a report by week counts, in one paragraph. Source: CLINICAL.md section 6, "SPC". */
export const runsDefinition = (report: RunReportKey): string =>
  `${RUN_DETAILS[report].label} of ${RUN_DETAILS[report].of}, by the week (Monday to Sunday on the ` +
  `clinic’s clock) of the ${RUN_DETAILS[report].isDiary ? 'appointment' : 'session'}. ` +
  (RUN_DETAILS[report].isDiary
    ? 'Cancelled in time is not counted; a late cancellation is no no-show and is shown apart. '
    : '') +
  'Line: the average of all weeks shown. Limits: exact binomial, 99.8 %, from 12 weeks on. ' +
  'Signals: a week outside; seven on one side; seven rising or falling; two of three in the ' +
  'outer third. A signal asks to look: first at how it was recorded, then at who came, then at ' +
  'practice. Limits are calculated again only with a dated reason.';

/** The weeks with average, limits and signals. */
export function runWeeks(
  counts: readonly { monday: string; count: number; of: number }[],
): Pick<RunsReport, 'centre' | 'weeks'> {
  const { centre, points } = controlChart(counts);
  return {
    centre,
    weeks: counts.map(({ monday }, at) => ({
      monday,
      count: points[at]?.count ?? 0,
      of: points[at]?.of ?? 0,
      share: points[at]?.share ?? null,
      low: points[at]?.limits?.low ?? null,
      high: points[at]?.limits?.high ?? null,
      signals: points[at]?.signals ?? [],
    })),
  };
}

/** What each signal is called. */
export const SIGNAL_LABELS: Record<RunSignal, string> = {
  outside: 'outside the limits',
  one_side: 'seven weeks on one side',
  trend: 'seven weeks rising or falling',
  near_limits: 'two of three near a limit',
};

/** A report by week in plain English. */
export function runSentence({ report, count: had, of, centre, weeks }: RunsReport): string {
  const details = RUN_DETAILS[report];
  if (centre === null) return `No ${details.of} in this period.`;
  const signals = weeks.filter((week) => week.signals.length > 0);
  const looked =
    weeks.filter((week) => week.of > 0).length < 12
      ? 'With fewer than 12 weeks there are no limits yet.'
      : signals.length === 0
        ? 'No week asks to be looked into.'
        : `${signals.length === 1 ? '1 week asks' : `${signals.length} weeks ask`} to be looked ` +
          'into: first how it was recorded, then who came.';
  return `${had} of ${of} ${details.of} ${details.had} (${percent(centre)} %). ${looked}`;
}

/** Several weeks as one piece. */
type Piece = { monday: string; weeks: number; count: number; of: number };

/** Weeks put together until each piece has at least `least` of both kinds, for what leaves the clinic. */
export function coarsenWeeks(weeks: readonly Omit<Piece, 'weeks'>[], least: number): Piece[] {
  const pieces: Piece[] = [];
  let open: Piece | undefined;
  for (const week of weeks) {
    const piece: Piece = {
      monday: open?.monday ?? week.monday,
      weeks: (open?.weeks ?? 0) + 1,
      count: (open?.count ?? 0) + week.count,
      of: (open?.of ?? 0) + week.of,
    };
    const isEnough = piece.count >= least && piece.of - piece.count >= least;
    if (isEnough) pieces.push(piece);
    open = isEnough ? undefined : piece;
  }
  return pieces;
}
