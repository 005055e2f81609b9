import * as z from 'zod/mini';
import { INDICATION_LABELS, INDICATIONS } from '#domain/courses/indication.ts';
import { calendarDate } from '#domain/shared/calendar-date.ts';
import { admin } from '#domain/shared/field-tags.ts';
import { type FunnelLimits, funnelLimits, funnelSteps } from '#domain/statistics/funnel-limits.ts';
import {
  byLabel,
  checkPeriod,
  count,
  FEW_PEOPLE,
  groupAbout,
  type GroupAbout,
  reportFilters,
  share,
} from './report-filters.ts';
import { people, percent } from './report-words.ts';

/** What a funnel plots: shares of people, each counted once, so that chance has exact limits. */
export const FUNNEL_FIGURES = ['asked_people', 'grade_2', 'responders'] as const;
/** One of them. */
export type FunnelFigure = (typeof FUNNEL_FIGURES)[number];
/** What each is called, and of whom it is. */
export const FUNNEL_DETAILS: Record<FunnelFigure, { label: string; title: string; of: string }> = {
  asked_people: {
    label: 'Side effect, asked for',
    title: 'People with a side effect, by how many were asked',
    of: 'people asked',
  },
  grade_2: {
    label: 'Grade 2 or more',
    title: 'People with a side effect of grade 2 or more, by how many started',
    of: 'people who started',
  },
  responders: {
    label: 'Rated improved at week 12',
    title: 'People rated at least slightly improved at week 12, by how many were assessed',
    of: 'people assessed',
  },
};

/** What the points are. Practitioners by CLINICAL.md section 6; recipes by the clinic's choice. */
export const FUNNEL_GROUPINGS = ['practitioner', 'recipe'] as const;
/** One of them. */
export type FunnelGrouping = (typeof FUNNEL_GROUPINGS)[number];

const { from, to, technique, indication } = reportFilters;
/** The fields of the question. */
const funnelFilters = {
  figure: z._default(z.enum(FUNNEL_FIGURES, 'Choose the figure.'), 'asked_people'),
  groupBy: z._default(z.enum(FUNNEL_GROUPINGS, 'Choose what the points are.'), 'practitioner'),
  from,
  to,
  indication,
  technique,
};
/** The question of a funnel plot. */
export const funnelQuery = z.strictObject(funnelFilters).check(checkPeriod);
/** The question, as a type. */
export type FunnelQuery = z.infer<typeof funnelQuery>;

/** Where a share lies among the limits of chance. */
const FUNNEL_PLACES = ['within', 'outside_95', 'outside_998'] as const;
/** One place. */
export type FunnelPlace = (typeof FUNNEL_PLACES)[number];
/** What each is called. */
export const FUNNEL_PLACE_LABELS: Record<FunnelPlace, string> = {
  within: 'within the limits',
  outside_95: 'outside 95 %',
  outside_998: 'outside 99.8 %: look into it',
};

const limits = z.strictObject({ low: admin(share), high: admin(share) });
const point = z.strictObject({
  ...groupAbout,
  count: admin(count),
  of: admin(count),
  /** Null below ten people: then there are only counts. */
  share: admin(z.nullable(share)),
  inner: admin(z.nullable(limits)),
  outer: admin(z.nullable(limits)),
  place: admin(z.nullable(z.enum(FUNNEL_PLACES))),
});
/** One practitioner or recipe, as a type. */
export type FunnelPoint = z.infer<typeof point>;

const stratum = z.strictObject({
  indication: admin(z.enum(INDICATIONS)),
  count: admin(count),
  of: admin(count),
  /** The clinic's own share within the indication; null where nobody counts. */
  centre: admin(z.nullable(share)),
  points: admin(z.array(point)),
});
/** One indication: indications are never pooled. */
export type FunnelStratum = z.infer<typeof stratum>;

/** A funnel plot for each indication. */
export const funnelReport = z.strictObject({
  definitionVersion: admin(z.string()),
  definition: admin(z.string()),
  asOf: admin(calendarDate),
  from: admin(z.nullable(calendarDate)),
  to: admin(z.nullable(calendarDate)),
  figure: admin(z.enum(FUNNEL_FIGURES)),
  groupBy: admin(z.enum(FUNNEL_GROUPINGS)),
  strata: admin(z.array(stratum)),
});
/** A funnel plot for each indication, as a type. */
export type FunnelReport = z.infer<typeof funnelReport>;

/** A row with its count. */
export type FunnelCounts = GroupAbout & { count: number; of: number };

function pointOf(row: FunnelCounts, centre: number | null): FunnelPoint {
  const { key, label, indication: of, patients, sessions } = row;
  const about = { key, label, indication: of, patients, sessions, count: row.count, of: row.of };
  if (centre === null || row.of < FEW_PEOPLE)
    return { ...about, share: null, inner: null, outer: null, place: null };
  const { inner, outer } = funnelLimits(centre, row.of);
  const value = row.count / row.of;
  const isOutside = ({ low, high }: { low: number; high: number }) => value < low || value > high;
  const place = isOutside(outer) ? 'outside_998' : isOutside(inner) ? 'outside_95' : 'within';
  return { ...about, share: value, inner, outer, place };
}

/**
 * Rows as funnels: in each indication the clinic's own share, and around it the exact limits for
 * each row's number of people. Rows of fewer than ten are counts. Source: CLINICAL.md section 6.
 * @throws RangeError where a count is more than it is of.
 */
export function funnelStrata(rows: readonly FunnelCounts[]): FunnelStratum[] {
  for (const row of rows)
    if (row.count > row.of) throw new RangeError(`Not a count: ${row.count} of ${row.of}`);
  return INDICATIONS.flatMap((one) => {
    const own = rows.filter((row) => row.indication === one);
    if (own.length === 0) return [];
    const sum = (field: 'count' | 'of') => own.reduce((total, row) => total + row[field], 0);
    const [had, of] = [sum('count'), sum('of')];
    const centre = of === 0 ? null : had / of;
    const points = byLabel(own).map((row) => pointOf(row, centre));
    return [{ indication: one, count: had, of, centre, points }];
  });
}

/** The limits as drawn behind the points, for every number of people up to the largest row. */
export function funnelCurve({ centre, points }: Pick<FunnelStratum, 'centre' | 'points'>) {
  const end = Math.max(0, ...points.map(({ of }) => of));
  if (centre === null) return [];
  return funnelSteps(Math.ceil(end * 1.05)).map((of): FunnelLimits => funnelLimits(centre, of));
}

/** Changes whenever the definition below does. */
export const FUNNEL_DEFINITION_VERSION = '1';

/** What is counted, in one paragraph. Source: CLINICAL.md section 6, "Funnel plots". */
export const funnelDefinition = (figure: FunnelFigure, groupBy: FunnelGrouping): string =>
  `Each patient’s first course in the period for the indication, by the ${groupBy === 'recipe' ? 'recipe version' : 'practitioner'} ` +
  `of its first session; shares are of ${FUNNEL_DETAILS[figure].of}, each person once. Middle line: ` +
  'this clinic’s own share within the indication. Limits: exact binomial, 95 % and 99.8 %, for ' +
  'that number of people. Below 10 people only counts. Points stand by how many people they are ' +
  'of, not by rank. A point outside asks to be looked into: first how it was recorded, then who ' +
  'came (case-mix), then practice. Where more lie outside than chance explains, groups differ in ' +
  'more than chance and the limits are too narrow.';

/** A funnel in plain English. */
export function funnelSentence(
  { figure, groupBy }: Pick<FunnelReport, 'figure' | 'groupBy'>,
  { indication: of, centre, points, ...sums }: FunnelStratum,
): string {
  const details = FUNNEL_DETAILS[figure];
  const name = INDICATION_LABELS[of];
  if (centre === null) return `${name}: nobody of ${details.of} counts yet.`;
  const drawn = points.filter((one) => one.place !== null);
  const outer = drawn.filter((one) => one.place === 'outside_998');
  const outside = drawn.filter((one) => one.place !== 'within');
  const what = groupBy === 'recipe' ? 'recipe versions' : 'practitioners';
  const sentences = [
    `${name}: ${sums.count} of ${sums.of} ${details.of} (${percent(centre)} %).`,
    drawn.length < 2
      ? `Fewer than two ${what} have ${people(FEW_PEOPLE)} or more: there is nothing to compare.`
      : outside.length === 0
        ? `Each of ${drawn.length} ${what} with ${people(FEW_PEOPLE)} or more lies where chance alone could put it.`
        : `${outside.length} of ${drawn.length} ${what} lie outside the 95 % limits and ${outer.length} outside 99.8 %: look first at how it was recorded, then at who came.`,
  ];
  if (drawn.length >= 5 && outside.length > Math.max(1, drawn.length / 10))
    sentences.push('More lie outside than chance explains, so the limits are too narrow here.');
  if (figure === 'responders') sentences.push('Those not assessed are missing from it.');
  return sentences.join(' ');
}
