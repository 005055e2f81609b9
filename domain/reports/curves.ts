import * as z from 'zod/mini';
import { STOP_REASONS } from '#domain/courses/course-enums.ts';
import { admin } from '#domain/shared/field-tags.ts';
import { SIDE_EFFECTS } from '#domain/side-effects/side-effect-enums.ts';
import {
  boundCurves,
  type DropOutCount,
  kaplanMeierOfCounts,
  medianTime,
  type SurvivalPoint,
} from '#domain/statistics/kaplan-meier.ts';
import {
  checkPeriod,
  count,
  FEW_PEOPLE,
  groupAbout,
  type GroupAbout,
  reportAbout,
  reportFilters,
  share,
} from './report-filters.ts';

/** The reports of times until something. */
export const CURVE_REPORTS = ['noticing', 'resolution', 'drop_out'] as const;
/** One of them. */
export type CurveReportKey = (typeof CURVE_REPORTS)[number];
/** What each asks. */
export const CURVE_TITLES: Record<CurveReportKey, string> = {
  noticing: 'When did patients first notice a change?',
  resolution: 'How long did side effects last?',
  drop_out: 'How many stay in their course?',
};

/** What time is counted in. */
export const CURVE_AXES = ['weeks', 'sessions', 'days'] as const;
/** One of them. */
export type CurveAxis = (typeof CURVE_AXES)[number];

/** The fields of the question. */
export const curveFilters = {
  ...reportFilters,
  report: z.enum(CURVE_REPORTS, 'Choose the report.'),
  /** Only of noticing: by weeks or by sessions. */
  axis: z._default(z.enum(['weeks', 'sessions'], 'Choose weeks or sessions.'), 'weeks'),
  /** Only of resolution: one side effect. */
  code: z.optional(z.enum(SIDE_EFFECTS, 'Choose the side effect.')),
};

/** The question of a report of times. */
export const curvesQuery = z.strictObject(curveFilters).check(checkPeriod);
/** The question of a report of times, as a type. */
export type CurvesQuery = z.infer<typeof curvesQuery>;

const step = z.strictObject({ time: admin(z.number()), share: admin(share) });

/** One row: its curve, and between which curves the truth lies where drop-outs may differ. */
export const curveGroup = z.strictObject({
  ...groupAbout,
  /** Watched: people, or side effects of them. */
  watched: admin(count),
  /** Of whom this is: people watched. */
  people: admin(count),
  events: admin(count),
  censored: admin(count),
  /** Of the censored: dropped out of the course. */
  droppedOut: admin(count),
  /** Share for whom it has not happened yet; empty below ten people. */
  curve: admin(
    z.array(
      z.strictObject({
        time: admin(z.number()),
        atRisk: admin(count),
        events: admin(count),
        censored: admin(count),
        share: admin(share),
        low: admin(z.nullable(share)),
        high: admin(z.nullable(share)),
      }),
    ),
  ),
  /** Had all who dropped out had the event then; and had none of them ever. Only of noticing. */
  best: admin(z.array(step)),
  worst: admin(z.array(step)),
  median: admin(z.nullable(z.number())),
  /** Why courses ended early; only of dropping out. `lapsed`: nobody recorded a reason. */
  reasons: admin(
    z.nullable(
      z.array(
        z.strictObject({
          reason: admin(z.enum([...STOP_REASONS, 'lapsed'])),
          people: admin(count),
        }),
      ),
    ),
  ),
  /** The last rating of those who dropped out; only of dropping out. */
  lastRatings: admin(
    z.nullable(
      z.strictObject({
        improved: admin(count),
        notImproved: admin(count),
        none: admin(count),
      }),
    ),
  ),
});
/** One row, as a type. */
export type CurveGroup = z.infer<typeof curveGroup>;

/** A report of times until something. */
export const curvesReport = z.strictObject({
  ...reportAbout,
  report: admin(z.enum(CURVE_REPORTS)),
  axis: admin(z.enum(CURVE_AXES)),
  groups: admin(z.array(curveGroup)),
});
/** A report of times, as a type. */
export type CurvesReport = z.infer<typeof curvesReport>;

/** What SQL gives of one row: whom it is of, counts by time, and what drop-outs said. */
export type CurveCounts = GroupAbout &
  Pick<CurveGroup, 'people' | 'reasons' | 'lastRatings'> & {
    times: DropOutCount[];
    /** Σ units² ÷ units over people: 1 where each has one. */
    designEffect: number;
  };

const sum = (times: readonly DropOutCount[], field: 'events' | 'censored' | 'droppedOut') =>
  times.reduce((total, one) => total + one[field], 0);

const steps = (curve: readonly SurvivalPoint[]) =>
  curve.map(({ time, survival }) => ({ time, share: survival }));

/**
 * A row from its counts by time: the Kaplan-Meier curve with its log-log interval and at-risk
 * counts, and for noticing the best- and worst-case curves. Below ten people only counts.
 * Source: CLINICAL.md section 6.
 */
export function curveRow(report: CurveReportKey, counts: CurveCounts): CurveGroup {
  const { times, designEffect, ...about } = counts;
  const isTooFew = about.people < FEW_PEOPLE;
  const curve = isTooFew ? [] : kaplanMeierOfCounts(times, { designEffect });
  const bounds = isTooFew || report !== 'noticing' ? { best: [], worst: [] } : boundCurves(times);
  const [events, censored] = [sum(times, 'events'), sum(times, 'censored')];
  return {
    ...about,
    watched: events + censored,
    events,
    censored,
    droppedOut: sum(times, 'droppedOut'),
    curve: curve.map(({ survival, interval, ...point }) => ({
      ...point,
      share: survival,
      low: interval?.low ?? null,
      high: interval?.high ?? null,
    })),
    best: steps(bounds.best),
    worst: steps(bounds.worst),
    median: medianTime(curve),
  };
}

/**
 * The curve with its steps put together until each has at least `least` events and as many still
 * watched, for what leaves the clinic; shares are those after the last step put together.
 */
export function coarsenCurve(curve: CurveGroup['curve'], least: number): CurveGroup['curve'] {
  const kept: CurveGroup['curve'] = [];
  let waiting: CurveGroup['curve'] = [];
  for (const point of curve) {
    waiting = [...waiting, point];
    const piece = putTogether(waiting);
    const left = piece.atRisk - piece.events - piece.censored;
    if (piece.events < least || (left > 0 && left < least)) continue;
    kept.push(piece);
    waiting = [];
  }
  return kept;
}

/** Steps as one: watched before the first, with all their events, and shares after the last. */
function putTogether(points: CurveGroup['curve']): CurveGroup['curve'][number] {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) throw new RangeError('There is no step.');
  return {
    ...last,
    atRisk: first.atRisk,
    events: points.reduce((total, { events }) => total + events, 0),
    censored: points.reduce((total, { censored }) => total + censored, 0),
  };
}
