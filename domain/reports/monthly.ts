import { MONTH_TITLES } from '#domain/shared/month-titles.ts';
import { addDays } from '#domain/shared/calendar-date.ts';
import { GAP_LABELS, type OutcomesOverview, type OverviewPart } from './overview.ts';
import { percent } from './report-words.ts';
import { SMALL_CELL } from './suppress-small-cells.ts';

/** A month as an address holds it: "2026-05". */
export const MONTH_PATTERN = /^\d{4}-(?:0[1-9]|1[0-2])$/;

/** Its first and last day. */
export function monthDays(month: string): { from: string; to: string } {
  return { from: `${month}-01`, to: addDays(`${nextMonth(month)}-01`, -1) };
}

/** The month after. */
export function nextMonth(month: string): string {
  return addDays(`${month}-28`, 4).slice(0, 7);
}

/** The month before. */
export const monthBefore = (month: string): string => addDays(`${month}-01`, -1).slice(0, 7);

/** "May 2026". */
export const monthTitle = (month: string): string =>
  `${MONTH_TITLES[Number(month.slice(5)) - 1] ?? month} ${month.slice(0, 4)}`;

/** The last month that has ended. */
export const lastMonth = (today: string): string => monthBefore(today.slice(0, 7));

/** One part of the monthly report: a picture of a report, one to a page. */
export type MonthlyPart = { id: string; path: string; search: Record<string, string> };

/**
 * The parts of the report of a month, in order: completeness first, because whatever a chart says,
 * it says of those who were followed up. Runs cover the 26 weeks that end with the month.
 * Source: PRODUCT.md, "Manager".
 */
export function monthlyParts(month: string): MonthlyPart[] {
  const { to } = monthDays(month);
  const weeks = { from: addDays(to, -7 * 26 + 1), to };
  const byIndication = { groupBy: 'indication', to };
  const shares = (id: string, report: string, figure: string): MonthlyPart => ({
    id,
    path: 'reports/shares/picture',
    search: { report, figure, ...byIndication },
  });
  return [
    shares('follow_up', 'follow_up', 'week_12'),
    { id: 'responders', path: 'reports/responders/picture', search: byIndication },
    shares('side_effects', 'side_effects', 'asked_people'),
    {
      id: 'side_effects_by_week',
      path: 'reports/runs/picture',
      search: { report: 'side_effects', ...weeks },
    },
    {
      id: 'funnel',
      path: 'reports/funnel/picture',
      search: { figure: 'asked_people', groupBy: 'practitioner', to },
    },
    shares('completion', 'completion', 'completed'),
    { id: 'no_shows', path: 'desk-reports/picture', search: weeks },
    shares('data_quality', 'data_quality', 'lot'),
  ];
}

/** A small figure as it may be printed: hidden where it or the rest of it is under five. */
export function printedPart({ count, of }: OverviewPart): string {
  if (of === 0) return 'none yet';
  const isHidden = count < SMALL_CELL || of - count < SMALL_CELL;
  return isHidden ? 'hidden, under 5' : `${count} of ${of}, ${percent(count / of)} %`;
}

/** The headline figures, in words that may be printed. */
export function headlines(data: OutcomesOverview): { label: string; words: string }[] {
  const { followUp } = data;
  return [
    { label: 'Assessed at week 12, of due', words: printedPart(followUp.week12) },
    { label: 'Assessed at week 24, of due', words: printedPart(followUp.week24) },
    { label: 'Assessed at week 52, of due', words: printedPart(followUp.week52) },
    { label: 'Sessions with a side effect, of asked', words: printedPart(data.sideEffects) },
    { label: 'People with a serious side effect', words: printedPart(data.serious) },
    { label: 'Courses completed, of due to end', words: printedPart(data.completed) },
    { label: 'Planned intervals kept', words: printedPart(data.gapsWithin) },
    { label: 'Appointments nobody came to, 26 weeks', words: printedPart(data.noShows) },
    { label: 'Sessions with every lot', words: printedPart(data.lots) },
  ];
}

/** What is missing, in words that may be printed. */
export const printedGaps = (data: OutcomesOverview): { label: string; words: string }[] =>
  data.gaps.map(({ gap, count }) => ({
    label: GAP_LABELS[gap],
    words: count === 0 ? 'none' : count < SMALL_CELL ? 'under 5' : String(count),
  }));
