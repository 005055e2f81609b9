import * as z from 'zod/mini';
import { INDICATIONS } from '#domain/courses/indication.ts';
import { OUTCOME_WEEKS } from '#domain/outcomes/windows.ts';
import { admin } from '#domain/shared/field-tags.ts';
import { wilson } from '#domain/statistics/wilson.ts';
import {
  checkPeriod,
  count,
  estimate,
  FEW_PEOPLE,
  reportAbout,
  reportFilters,
  share,
} from './report-filters.ts';

/** Measures with responders; they are two and never mixed. */
export const RESPONDER_MEASURES = ['photo_global_assessment', 'patient_global_change'] as const;
/** One of them. */
export type ResponderMeasure = (typeof RESPONDER_MEASURES)[number];

/** Least reading that counts as a response: +1, or strictly +2. */
export const RESPONDER_THRESHOLDS = [1, 2] as const;
/** One of them. */
export type ResponderThreshold = (typeof RESPONDER_THRESHOLDS)[number];

/** Sessions that can be asked about. */
const MOST_SESSIONS = 24;

/**
 * Days after its latest planned day from which a session that was not held counts as due, so that
 * who stopped before it is not left out. Source: PRODUCT.md, "Words and windows" (drop-out).
 */
export const LATE_SESSION_DAYS = 42;

const wholeNumber = () => z.coerce.number('Choose from the list.');

/** The fields of the report's question, as they stand in the URL of page and API. */
export const responderFilters = {
  ...reportFilters,
  week: z._default(z.pipe(wholeNumber(), z.literal(OUTCOME_WEEKS, 'Choose 12, 24 or 52.')), 12),
  measure: z._default(z.enum(RESPONDER_MEASURES, 'Choose the measure.'), 'photo_global_assessment'),
  threshold: z._default(
    z.pipe(wholeNumber(), z.literal(RESPONDER_THRESHOLDS, 'Choose 1 or 2.')),
    1,
  ),
  /** The k-th session in place of a week. */
  session: z.optional(
    z.pipe(wholeNumber(), z.int('Choose a session.').check(z.minimum(1), z.maximum(MOST_SESSIONS))),
  ),
};

/** The report's question. */
export const respondersQuery = z.strictObject(responderFilters).check(checkPeriod);

/** The report's question, as a type. */
export type RespondersQuery = z.infer<typeof respondersQuery>;

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
  ...reportAbout,
  week: admin(z.literal(OUTCOME_WEEKS)),
  session: admin(z.nullable(z.int())),
  measure: admin(z.enum(RESPONDER_MEASURES)),
  threshold: admin(z.literal(RESPONDER_THRESHOLDS)),
  indication: admin(z.nullable(z.enum(INDICATIONS))),
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
