import * as z from 'zod/mini';
import { INDICATIONS } from '#domain/courses/indication.ts';
import { OUTCOME_WEEKS } from '#domain/outcomes/windows.ts';
import { calendarDate } from '#domain/shared/calendar-date.ts';
import { admin, clinical, desk } from '#domain/shared/field-tags.ts';
import { id } from '#domain/shared/ids.ts';
import { pageQuery } from '#domain/shared/page.ts';
import { SIDE_EFFECTS } from '#domain/side-effects/side-effect-enums.ts';
import { CHANGE_MEASURES } from './changes.ts';
import { CURVE_REPORTS } from './curves.ts';
import { checkPeriod, REPORT_COURSES, reportFilters } from './report-filters.ts';
import { FIGURE_DETAILS, SHARE_FIGURES } from './share-figures.ts';
import { isShareFigure } from './shares.ts';

/** Weeks of sessions; from and to are then days of sessions. */
export const WEEK_BEHIND = ['week_side_effects', 'week_lots', 'week_depths'] as const;
/** One of them. */
export type WeekBehind = (typeof WEEK_BEHIND)[number];
/** Whether a list is behind a week of sessions. */
export const isWeekBehind = (behind: Behind): behind is WeekBehind =>
  WEEK_BEHIND.some((one) => one === behind);

/** What a list of patients is behind: a figure, a time, a change, a week, or all of a row. */
export const BEHIND = [
  ...WEEK_BEHIND,
  ...SHARE_FIGURES,
  ...SIDE_EFFECTS,
  ...CURVE_REPORTS,
  'lapsed',
  'screening',
  'change',
  'row',
] as const;
/** One of them. */
export type Behind = (typeof BEHIND)[number];

/** How a person stands: counted, not counted, or not in it. */
export const BEHIND_STATES = ['yes', 'no', 'out'] as const;
/** One state. */
export type BehindState = (typeof BEHIND_STATES)[number];

const CURVE_STATES: Record<string, Record<BehindState, string>> = {
  noticing: { yes: 'Noticed', no: 'Not so far', out: 'Not asked' },
  resolution: { yes: 'All ended', no: 'One not ended', out: 'None recorded' },
  drop_out: { yes: 'Left early', no: 'Running or completed', out: '' },
  lapsed: { yes: 'No session for long', no: 'Running or ended', out: '' },
  screening: { yes: 'Answered and seen', no: 'Unanswered, or waits for a clinician', out: '' },
  change: { yes: 'Both points', no: 'Missing', out: 'No baseline, or not due' },
  row: { yes: 'Counted', no: '', out: '' },
  week_side_effects: { yes: 'Had one', no: 'None', out: '' },
  week_lots: { yes: 'In every session', no: 'Missing somewhere', out: '' },
  week_depths: { yes: 'In every session', no: 'Missing somewhere', out: '' },
};

/** What the states are called behind a figure; an empty word means that there is no such state. */
export const behindStates = (behind: Behind): Record<BehindState, string> =>
  isShareFigure(behind)
    ? FIGURE_DETAILS[behind].states
    : (CURVE_STATES[behind] ?? { yes: 'Recorded', no: 'Not recorded', out: '' });

/** States of no clinical kind: whether someone is counted, came on, or is missing in the record. */
const NOT_CLINICAL: readonly Behind[] = [
  'row',
  'change',
  'lapsed',
  'screening',
  'drop_out',
  'week_lots',
  'week_depths',
];

/**
 * Whether the state behind it is a clinical fact of a person: then only the care team sees who
 * stands where. A manager sees what is missing. Source: PRODUCT.md, "Who may do what".
 */
export const isClinicalBehind = (behind: Behind): boolean =>
  isShareFigure(behind) ? FIGURE_DETAILS[behind].isClinical : !NOT_CLINICAL.includes(behind);

/** The question of the patients behind a point or row. */
export const reportPatientsQuery = z
  .strictObject({
    ...reportFilters,
    ...pageQuery,
    behind: z.enum(BEHIND, 'Choose what to open.'),
    courses: z._default(z.enum(REPORT_COURSES, 'Choose first or all courses.'), 'first'),
    /** The key of the row; left out: all rows. */
    group: z.optional(z.string().check(z.minLength(1), z.maxLength(120))),
    state: z.optional(z.enum(BEHIND_STATES, 'Choose from the list.')),
    /** Of a change: which measure, at which week. */
    measure: z._default(z.enum(CHANGE_MEASURES, 'Choose the measure.'), 'hair_pull'),
    week: z._default(
      z.pipe(z.coerce.number(), z.literal(OUTCOME_WEEKS, 'Choose 12, 24 or 52.')),
      12,
    ),
  })
  .check(checkPeriod);
/** The question, as a type. */
export type ReportPatientsQuery = z.infer<typeof reportPatientsQuery>;

/** One patient behind a point or row. What is for the care team is null for everyone else. */
export const reportPatient = z.strictObject({
  patientId: desk(id),
  clinicNumber: desk(z.string()),
  /** Null where it would tell a manager something clinical. */
  state: admin(z.nullable(z.enum(BEHIND_STATES))),
  /** Only for practitioners. */
  details: clinical(
    z.nullable(
      z.strictObject({
        familyName: clinical(z.string()),
        givenName: clinical(z.string()),
        courseId: clinical(id),
        indication: clinical(z.enum(INDICATIONS)),
        firstSessionOn: clinical(calendarDate),
        signedSessions: clinical(z.int()),
      }),
    ),
  ),
});
/** One patient behind a point or row, as a type. */
export type ReportPatient = z.infer<typeof reportPatient>;
