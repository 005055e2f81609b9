import * as z from 'zod/mini';
import { INDICATIONS } from '#domain/courses/indication.ts';
import { OUTCOME_WEEKS } from '#domain/outcomes/windows.ts';
import { calendarDate } from '#domain/shared/calendar-date.ts';
import { checkFields } from '#domain/shared/check-fields.ts';
import { admin } from '#domain/shared/field-tags.ts';
import { wilson } from '#domain/statistics/wilson.ts';

/** Measures with responders; they are two and never mixed. */
export const RESPONDER_MEASURES = ['photo_global_assessment', 'patient_global_change'] as const;
/** One of them. */
export type ResponderMeasure = (typeof RESPONDER_MEASURES)[number];

/** Least reading that counts as a response: +1, or strictly +2. */
export const RESPONDER_THRESHOLDS = [1, 2] as const;
/** One of them. */
export type ResponderThreshold = (typeof RESPONDER_THRESHOLDS)[number];

/** What the rows are, each within one indication: indications are never pooled. */
export const RESPONDER_GROUPINGS = ['recipe', 'indication', 'technique'] as const;
/** One grouping. */
export type ResponderGrouping = (typeof RESPONDER_GROUPINGS)[number];
/** What each is called on screen. */
export const RESPONDER_GROUPING_LABELS: Record<ResponderGrouping, string> = {
  recipe: 'Recipe of the first session',
  indication: 'Indication',
  technique: 'Technique of the first session',
};

/** Below this many people there is no percentage and no interval, only counts. */
export const FEW_PEOPLE = 10;

const wholeNumber = () => z.coerce.number('Choose from the list.');

/** Refuses a period that ends before it starts. */
export const checkPeriod = checkFields(
  ({ from, to }: { from?: string | undefined; to?: string | undefined }) =>
    from !== undefined && to !== undefined && to < from
      ? [{ path: 'to', message: 'The end lies before the start.' }]
      : [],
);

/** The fields of the report's question, as they stand in the URL of page and API. */
export const responderFilters = {
  week: z._default(z.pipe(wholeNumber(), z.literal(OUTCOME_WEEKS, 'Choose 12, 24 or 52.')), 12),
  measure: z._default(z.enum(RESPONDER_MEASURES, 'Choose the measure.'), 'photo_global_assessment'),
  threshold: z._default(
    z.pipe(wholeNumber(), z.literal(RESPONDER_THRESHOLDS, 'Choose 1 or 2.')),
    1,
  ),
  groupBy: z._default(z.enum(RESPONDER_GROUPINGS, 'Choose what the rows are.'), 'recipe'),
  /** First sessions from this clinic date on … */
  from: z.optional(calendarDate),
  /** … to this one, both included. */
  to: z.optional(calendarDate),
  indication: z.optional(z.enum(INDICATIONS, 'Choose the indication.')),
};

/** The report's question. */
export const respondersQuery = z.strictObject(responderFilters).check(checkPeriod);

/** The report's question, as a type. */
export type RespondersQuery = z.infer<typeof respondersQuery>;

const count = z.int().check(z.minimum(0));
const share = z.number().check(z.minimum(0), z.maximum(1));
const estimate = z.nullable(z.strictObject({ value: share, low: share, high: share }));

/** Counts of people (one row per patient) and of their signed sessions. */
const countFields = {
  /** Had a first signed session in the period. */
  started: admin(count),
  /** Of those: window closed, or assessed. */
  due: admin(count),
  /** Of those: with a reading in the window. */
  assessed: admin(count),
  /** Of those: at or above the threshold. */
  responders: admin(count),
  sessions: admin(count),
};

/** One row. Proportions come with Wilson's 95 % interval and are null below ten people. */
export const responderGroup = z.strictObject({
  key: admin(z.string()),
  label: admin(z.string()),
  indication: admin(z.enum(INDICATIONS)),
  ...countFields,
  /** Assessed of due, 0–1; null when nobody is due. */
  completeness: admin(z.nullable(share)),
  /** (a) Of those assessed. */
  ofAssessed: admin(estimate),
  /** (b) Of those due, a missing reading counted as no response. */
  ofDue: admin(estimate),
  /** Fewer than ten assessed: counts only. */
  isTooFew: admin(z.boolean()),
});

/** One row, as a type. */
export type ResponderGroup = z.infer<typeof responderGroup>;

/** The whole answer. The totals are counts only: across indications no share is meaningful. */
export const respondersReport = z.strictObject({
  definitionVersion: admin(z.string()),
  definition: admin(z.string()),
  week: admin(z.literal(OUTCOME_WEEKS)),
  measure: admin(z.enum(RESPONDER_MEASURES)),
  threshold: admin(z.literal(RESPONDER_THRESHOLDS)),
  groupBy: admin(z.enum(RESPONDER_GROUPINGS)),
  indication: admin(z.nullable(z.enum(INDICATIONS))),
  from: admin(z.nullable(calendarDate)),
  to: admin(z.nullable(calendarDate)),
  /** The clinic date on which "due" was decided. */
  asOf: admin(calendarDate),
  groups: admin(z.array(responderGroup)),
  totals: admin(z.strictObject(countFields)),
});

/** The whole answer, as a type. */
export type RespondersReport = z.infer<typeof respondersReport>;

/** Counts of one row as SQL gives them. */
export type ResponderCounts = Pick<
  ResponderGroup,
  'key' | 'label' | 'indication' | 'started' | 'due' | 'assessed' | 'responders' | 'sessions'
>;

/**
 * A row from its counts: completeness and both proportions. Source: CLINICAL.md section 6.
 * @throws RangeError unless responders ≤ assessed ≤ due ≤ started.
 */
export function responderRow(counts: ResponderCounts): ResponderGroup {
  const { started, due, assessed, responders } = counts;
  if (!(responders <= assessed && assessed <= due && due <= started)) {
    throw new RangeError(`Counts do not nest: ${responders}, ${assessed}, ${due}, ${started}`);
  }
  return {
    ...counts,
    completeness: due === 0 ? null : assessed / due,
    ofAssessed: assessed < FEW_PEOPLE ? null : wilson(responders, assessed),
    ofDue: due < FEW_PEOPLE ? null : wilson(responders, due),
    isTooFew: assessed < FEW_PEOPLE,
  };
}

/** The sums over rows; counts only. */
export function responderTotals(groups: readonly ResponderGroup[]): RespondersReport['totals'] {
  const sum = (field: keyof RespondersReport['totals']) =>
    groups.reduce((total, group) => total + group[field], 0);
  return {
    started: sum('started'),
    due: sum('due'),
    assessed: sum('assessed'),
    responders: sum('responders'),
    sessions: sum('sessions'),
  };
}

/**
 * How complete a follow-up is: under 60 % is warned of, under 80 % shown in grey (the clinic's
 * policy by default). Source: CLINICAL.md section 6.
 */
export function completenessLevel(completeness: number): 'enough' | 'low' | 'very_low' {
  if (completeness < 0.6) return 'very_low';
  return completeness < 0.8 ? 'low' : 'enough';
}
