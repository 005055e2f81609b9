import * as z from 'zod/mini';
import { MEASURE_DETAILS, MEASURES, type MeasureKey } from '#domain/outcomes/measure.ts';
import { OUTCOME_WEEKS, type OutcomeWeek } from '#domain/outcomes/windows.ts';
import { admin, clinical } from '#domain/shared/field-tags.ts';
import { pairedChange } from '#domain/statistics/paired-change.ts';
import {
  checkPeriod,
  count,
  FEW_PEOPLE,
  groupAbout,
  type GroupAbout,
  populationWords,
  reportAbout,
  reportFilters,
  type ReportGrouping,
} from './report-filters.ts';
import { causeNote, oneDecimal, people, percent, RECOVERY_NOTES } from './report-words.ts';
import { responderFilters } from './responders.ts';

/** Measures that are read before and after, so that a change has a meaning. */
export const CHANGE_MEASURES = MEASURES.filter((key) => MEASURE_DETAILS[key].timing === 'any');

/** The fields of the question. */
export const changeFilters = {
  ...reportFilters,
  week: responderFilters.week,
  measure: z._default(z.enum(CHANGE_MEASURES, 'Choose the measure.'), 'hair_pull'),
};

/** The question of the report on change from baseline. */
export const changesQuery = z.strictObject(changeFilters).check(checkPeriod);
/** The question, as a type. */
export type ChangesQuery = z.infer<typeof changesQuery>;

/** Lines of patients that are drawn at most, of all rows together. */
export const MOST_LINES = 200;

const interval = z.nullable(
  z.strictObject({
    value: admin(z.number()),
    low: admin(z.number()),
    high: admin(z.number()),
    deviation: admin(z.number()),
  }),
);

/** One row: paired differences, later minus baseline. */
export const changeGroup = z.strictObject({
  ...groupAbout,
  /** With a baseline of the measure. */
  withBaseline: admin(count),
  /** Of those: window closed, or paired. */
  due: admin(count),
  /** Of those: with a later reading measured alike. */
  paired: admin(count),
  /** Means of the pairs; null below ten. */
  baselineMean: admin(z.nullable(z.number())),
  laterMean: admin(z.nullable(z.number())),
  change: admin(interval),
  /** One line per patient, without a name; only for the care team. */
  lines: clinical(
    z.nullable(
      z.array(z.strictObject({ baseline: clinical(z.number()), later: clinical(z.number()) })),
    ),
  ),
});
/** One row, as a type. */
export type ChangeGroup = z.infer<typeof changeGroup>;

/** The report on change from baseline. */
export const changesReport = z.strictObject({
  ...reportAbout,
  week: admin(z.literal(OUTCOME_WEEKS)),
  measure: admin(z.enum(CHANGE_MEASURES)),
  unit: admin(z.nullable(z.string())),
  /** How many lines were left out. */
  linesLeftOut: admin(count),
  groups: admin(z.array(changeGroup)),
});
/** The report, as a type. */
export type ChangesReport = z.infer<typeof changesReport>;

/** What SQL gives of one row. */
export type ChangeCounts = GroupAbout & {
  withBaseline: number;
  due: number;
  paired: number;
  baselineSum: number;
  laterSum: number;
  differenceSum: number;
  differenceSquares: number;
  lines: { baseline: number; later: number }[] | null;
};

/**
 * A row from its sums: the mean of paired differences with a 95 % t interval, from ten pairs on.
 * Only points of one comparability key are paired. Source: CLINICAL.md sections 2 and 6.
 * @throws RangeError unless paired ≤ due ≤ with baseline.
 */
export function changeRow(counts: ChangeCounts): ChangeGroup {
  const { baselineSum, laterSum, differenceSum, differenceSquares, ...about } = counts;
  const { withBaseline, due, paired } = about;
  if (!(paired <= due && due <= withBaseline))
    throw new RangeError(`Counts do not nest: ${paired}, ${due}, ${withBaseline}`);
  const isTooFew = paired < FEW_PEOPLE;
  const found = isTooFew
    ? null
    : pairedChange({ n: paired, sum: differenceSum, sumOfSquares: differenceSquares });
  return {
    ...about,
    baselineMean: isTooFew ? null : baselineSum / paired,
    laterMean: isTooFew ? null : laterSum / paired,
    change: found && {
      value: found.value,
      low: found.low,
      high: found.high,
      deviation: found.deviation,
    },
  };
}

/** Changes whenever the definition below does. */
export const CHANGE_DEFINITION_VERSION = '1';

/** What is counted, in one paragraph. Source: CLINICAL.md sections 2 and 6. */
export const changesDefinition = (
  measure: MeasureKey,
  week: OutcomeWeek,
  groupBy: ReportGrouping,
): string =>
  `${MEASURE_DETAILS[measure].label}: the reading in the window of week ${week} nearest to its ` +
  'day, minus the last baseline measured alike (same site and conditions; points measured ' +
  `otherwise are never joined). ${populationWords(groupBy)} Mean of the paired differences with ` +
  'a 95 % t interval; counts only below 10 pairs. Who starts when it is worst gets better anyway ' +
  '(regression to the mean), seasons and practice play in: changes of two groups are not compared.';

/** A row in plain English. */
export function changeSentence(
  group: ChangeGroup,
  { measure, week, groupBy }: Pick<ChangesReport, 'measure' | 'week' | 'groupBy'>,
): string {
  const { unit, direction, label } = MEASURE_DETAILS[measure];
  const { change, paired, due, withBaseline } = group;
  const suffix = unit === null ? '' : ` ${unit}`;
  const sentences = [
    `${label} was measured alike before and at week ${week} in ${paired} of ${people(due)} due.`,
  ];
  if (withBaseline < group.patients)
    sentences.push(`${group.patients - withBaseline} of ${group.patients} have no baseline of it.`);
  if (change === null) sentences.push('That is too few pairs for a mean.');
  else {
    const better = direction === 'higher_is_better' ? 'higher' : 'lower';
    sentences.push(
      `On average it changed by ${signed(change.value)}${suffix} (plausibly ${signed(change.low)} ` +
        `to ${signed(change.high)}); ${better} is meant as better.`,
    );
    sentences.push(...smallness(group, measure, change.value));
  }
  return [...sentences, RECOVERY_NOTES[group.indication], causeNote(groupBy)]
    .filter((sentence) => sentence !== undefined)
    .join(' ');
}

/** How a change compares with what people notice, and with the error of measuring. */
function smallness(
  { baselineMean }: Pick<ChangeGroup, 'baselineMean'>,
  measure: MeasureKey,
  change: number,
): string[] {
  const { noticeable, errorShare, unit } = MEASURE_DETAILS[measure];
  const said: string[] = [];
  if (noticeable !== null)
    said.push(
      Math.abs(change) < noticeable.amount
        ? `That is below what people usually notice (about ${noticeable.amount} ${unit ?? ''}).`
        : `People usually notice a difference of about ${noticeable.amount} ${unit ?? ''}.`,
    );
  if (errorShare !== null && baselineMean !== null && Math.abs(change) <= errorShare * baselineMean)
    said.push(`It is within what measuring alone may be wrong by (${percent(errorShare)} %).`);
  return said;
}

const signed = (value: number): string =>
  value > 0 ? `+${oneDecimal(value)}` : oneDecimal(value).replace('-', '−');
