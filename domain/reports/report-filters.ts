import * as z from 'zod/mini';
import { INDICATIONS } from '#domain/courses/indication.ts';
import { TECHNIQUES } from '#domain/sessions/session-enums.ts';
import { calendarDate } from '#domain/shared/calendar-date.ts';
import { checkFields } from '#domain/shared/check-fields.ts';
import { admin } from '#domain/shared/field-tags.ts';
import { id } from '#domain/shared/ids.ts';

/** What the rows are, each within one indication: indications are never pooled. */
export const REPORT_GROUPINGS = ['recipe', 'indication', 'technique', 'practitioner'] as const;
/** One grouping. */
export type ReportGrouping = (typeof REPORT_GROUPINGS)[number];
/** What each is called on screen. */
export const REPORT_GROUPING_LABELS: Record<ReportGrouping, string> = {
  recipe: 'Recipe of the first session',
  indication: 'Indication',
  technique: 'Technique of the first session',
  practitioner: 'Practitioner of the first session',
};

/** Whose courses count: each patient's first of the indication in the period, or all. */
export const REPORT_COURSES = ['first', 'all'] as const;
/** One of them. */
export type ReportCourses = (typeof REPORT_COURSES)[number];

/** Below this many people there is no percentage and no interval, only counts. */
export const FEW_PEOPLE = 10;

/** Refuses a period that ends before it starts. */
export const checkPeriod = checkFields(
  ({ from, to }: { from?: string | undefined; to?: string | undefined }) =>
    from !== undefined && to !== undefined && to < from
      ? [{ path: 'to', message: 'The end lies before the start.' }]
      : [],
);

/** Who is counted and by what: the part of the question that every report of courses has. */
export const reportFilters = {
  groupBy: z._default(z.enum(REPORT_GROUPINGS, 'Choose what the rows are.'), 'recipe'),
  /** First sessions from this clinic date on … */
  from: z.optional(calendarDate),
  /** … to this one, both included. */
  to: z.optional(calendarDate),
  indication: z.optional(z.enum(INDICATIONS, 'Choose the indication.')),
  technique: z.optional(z.enum(TECHNIQUES, 'Choose the technique.')),
  practitionerId: z.optional(id),
  /** Any version of this recipe, at the first session. */
  recipeId: z.optional(id),
};

const filterQuery = z.strictObject(reportFilters);
/** Who is counted and by what, as a type. */
export type ReportFilters = z.infer<typeof filterQuery>;

/** What every report says about itself. */
export const reportAbout = {
  definitionVersion: admin(z.string()),
  definition: admin(z.string()),
  /** The clinic date on which "due" was decided. */
  asOf: admin(calendarDate),
  groupBy: admin(z.enum(REPORT_GROUPINGS)),
  from: admin(z.nullable(calendarDate)),
  to: admin(z.nullable(calendarDate)),
};

/** A count of people, sessions or courses. */
export const count = z.int().check(z.minimum(0));
/** A proportion, 0–1. */
export const share = z.number().check(z.minimum(0), z.maximum(1));
/** A proportion with its 95 % interval; null below ten people. */
export const estimate = z.nullable(z.strictObject({ value: share, low: share, high: share }));

/** What every row of a report says about whom it counts. */
export const groupAbout = {
  key: admin(z.string()),
  label: admin(z.string()),
  indication: admin(z.enum(INDICATIONS)),
  /** People of the row. */
  patients: admin(count),
  /** Their signed sessions in the courses counted. */
  sessions: admin(count),
};

/** What a row is, as SQL and names give it. */
export type GroupAbout = {
  key: string;
  label: string;
  indication: (typeof INDICATIONS)[number];
  patients: number;
  sessions: number;
};

/** Rows from A to Z: never a ranking. Source: CLINICAL.md section 6. */
export function byLabel<G extends Pick<GroupAbout, 'key' | 'label' | 'indication'>>(
  groups: readonly G[],
): G[] {
  const byName = new Intl.Collator('en', { numeric: true });
  return groups.toSorted(
    (a, b) =>
      byName.compare(a.label, b.label) ||
      byName.compare(a.indication, b.indication) ||
      byName.compare(a.key, b.key),
  );
}

const PEOPLE: Record<ReportCourses, string> = {
  first: 'One row per patient: the first course in the period for the indication.',
  all: 'Every course in the period counts; the courses of one patient are alike, so intervals are widened.',
};

const ROWS: Record<ReportGrouping, string> = {
  recipe: 'Rows: recipe version of the first session, within an indication.',
  technique: 'Rows: technique of the first session, within an indication.',
  practitioner: 'Rows: practitioner of the first session, within an indication.',
  indication: 'Rows: indication.',
};

/** Who is counted and what the rows are, in the words of a definition. */
export const populationWords = (
  groupBy: ReportGrouping,
  courses: ReportCourses = 'first',
): string => `${PEOPLE[courses]} ${ROWS[groupBy]}`;
