import * as z from 'zod/mini';
import { admin } from '#domain/shared/field-tags.ts';
import { SIDE_EFFECTS } from '#domain/side-effects/side-effect-enums.ts';
import { exactZeroUpper } from '#domain/statistics/exact-zero-upper.ts';
import { clusteredWilson } from '#domain/statistics/intracluster.ts';
import { wilson } from '#domain/statistics/wilson.ts';
import {
  checkPeriod,
  count,
  estimate,
  FEW_PEOPLE,
  groupAbout,
  REPORT_COURSES,
  reportAbout,
  reportFilters,
} from './report-filters.ts';
import { type ShareFigure, SHARE_FIGURES, SHARE_REPORTS } from './share-figures.ts';

/** The fields of the question: which report, and who is counted. */
export const shareFilters = {
  ...reportFilters,
  report: z.enum(SHARE_REPORTS, 'Choose the report.'),
  courses: z._default(z.enum(REPORT_COURSES, 'Choose first or all courses.'), 'first'),
};

/** The question of a report of shares. */
export const sharesQuery = z.strictObject(shareFilters).check(checkPeriod);
/** The question of a report of shares, as a type. */
export type SharesQuery = z.infer<typeof sharesQuery>;

/** One figure of one row. */
export const shareFigure = z.strictObject({
  /** What it counts: a figure of the report, or the code of a side effect. */
  figure: admin(z.enum([...SHARE_FIGURES, ...SIDE_EFFECTS])),
  count: admin(count),
  /** Of those asked, judged or due … */
  of: admin(count),
  /** … out of all there were. */
  eligible: admin(count),
  /** People behind `of`. */
  people: admin(count),
  ofThose: admin(estimate),
  /** Of all, the missing counted as none; null where that would mislead. */
  ofAll: admin(estimate),
  /** The clustering of sessions: how much less they tell than as many people. */
  designEffect: admin(z.nullable(z.number())),
  /** None seen: the highest rate of people that could have been missed, 95 % one-sided. */
  upperIfNone: admin(z.nullable(z.number())),
});
/** One figure of one row, as a type. */
export type ShareFigureRow = z.infer<typeof shareFigure>;

/** One row of a report of shares. */
export const shareGroup = z.strictObject({
  ...groupAbout,
  figures: admin(z.array(shareFigure)),
  /** Gaps by how far outside the plan they were, in `GAP_BINS`; only of adherence. */
  gapBins: admin(z.nullable(z.array(count))),
  /** People by the worst grade they had and its scheme; only of severity. */
  grades: admin(
    z.nullable(
      z.array(
        z.strictObject({ scheme: admin(z.string()), grade: admin(z.int()), people: admin(count) }),
      ),
    ),
  ),
});
/** One row of a report of shares, as a type. */
export type ShareGroup = z.infer<typeof shareGroup>;

/** A report of shares: how many of how many, by group. */
export const sharesReport = z.strictObject({
  ...reportAbout,
  report: admin(z.enum(SHARE_REPORTS)),
  courses: admin(z.enum(REPORT_COURSES)),
  groups: admin(z.array(shareGroup)),
});
/** A report of shares, as a type. */
export type SharesReport = z.infer<typeof sharesReport>;

/** The bins of days outside the planned interval, from early to late; 0 is as planned. */
export const GAP_BINS = [
  'more than 14 days early',
  '8 to 14 days early',
  '1 to 7 days early',
  'as planned',
  '1 to 7 days late',
  '8 to 14 days late',
  '15 to 28 days late',
  'more than 28 days late',
] as const;

/** What SQL gives of one figure of one row: counts, and sums over people. */
export type FigureSums = {
  figure: ShareFigureRow['figure'];
  count: number;
  of: number;
  eligible: number;
  people: number;
  everyone: number;
  ofSquared: number;
  countSquaredPerOf: number;
  allSquared: number;
  countSquaredPerAll: number;
};

type Sums = { count: number; of: number; people: number; squares: number; perUnit: number };

/** Wilson where each person counts once, else widened by how alike the units of a person are. */
function intervalOf({ count: events, of, people, squares, perUnit }: Sums) {
  if (people < FEW_PEOPLE) return null;
  if (of === people) return { ...wilson(events, of), designEffect: null };
  return clusteredWilson({
    clusters: people,
    units: of,
    events,
    unitsSquared: squares,
    eventsSquaredPerUnit: perUnit,
  });
}

const withoutExtras = (found: ReturnType<typeof intervalOf>) =>
  found && { value: found.value, low: found.low, high: found.high };

/**
 * One figure from its sums: its share of those asked with a 95 % interval, and of all where the
 * missing may count as none. Below ten people there are only counts; where nobody had it, the
 * highest rate of people that could have been missed. Source: CLINICAL.md section 6.
 * @throws RangeError unless count ≤ of ≤ eligible.
 */
export function figureRow(sums: FigureSums, showsAll: boolean): ShareFigureRow {
  const { figure, count: events, of, eligible, people } = sums;
  if (!(events <= of && of <= eligible))
    throw new RangeError(`Counts do not nest: ${events}, ${of}, ${eligible}`);
  const those = intervalOf({
    count: events,
    of,
    people,
    squares: sums.ofSquared,
    perUnit: sums.countSquaredPerOf,
  });
  const all = showsAll
    ? intervalOf({
        count: events,
        of: eligible,
        people: sums.everyone,
        squares: sums.allSquared,
        perUnit: sums.countSquaredPerAll,
      })
    : null;
  return {
    figure,
    count: events,
    of,
    eligible,
    people,
    ofThose: withoutExtras(those),
    ofAll: withoutExtras(all),
    designEffect: those?.designEffect ?? null,
    upperIfNone: events === 0 && people >= FEW_PEOPLE ? exactZeroUpper(people) : null,
  };
}

/** The figure of a row, by its name. */
export const figureOf = (
  group: { figures: readonly ShareFigureRow[] },
  figure: ShareFigureRow['figure'],
): ShareFigureRow | undefined => group.figures.find((one) => one.figure === figure);

/** Whether a text names a figure of a report (and not the code of a side effect). */
export const isShareFigure = (figure: string): figure is ShareFigure =>
  SHARE_FIGURES.some((one) => one === figure);
