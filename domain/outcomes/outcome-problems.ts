import { daysBetween } from '#domain/shared/calendar-date.ts';
import type { FieldProblem } from '#domain/shared/problem.ts';
import { MEASURE_DETAILS, type MeasureKey, type Rater, RATER_LABELS } from './measure.ts';
import type { PullSite, StageVariant } from './outcome.ts';
import { conditionProblems, partProblems, patternProblem } from './detail-problems.ts';
import type { ReadingConditions, ReadingParts } from './reading-details.ts';

type Checked = {
  measure: MeasureKey;
  value: number;
  rater: Rater;
  isBlinded: boolean;
  isBaseline: boolean;
  variant?: StageVariant | null | undefined;
  site?: PullSite | null | undefined;
  grasped?: number | null | undefined;
  lastWashOn?: string | null | undefined;
  parts?: ReadingParts | null | undefined;
  pattern?: string | null | undefined;
  conditions?: ReadingConditions | null | undefined;
  assessedOn: string;
};

// Multiples of 0.1 are not exact in floating point, so a tiny remainder is none.
const isMultiple = (value: number, step: number): boolean =>
  Math.abs(value / step - Math.round(value / step)) < 1e-9;

function valueProblem({ measure, value }: Checked): string | null {
  const { min, max, step } = MEASURE_DETAILS[measure];
  if (value < min || value > max) return `From ${min} to ${max}.`;
  return isMultiple(value, step) ? null : `Use steps of ${step}.`;
}

function timingProblem({ measure, isBaseline }: Checked): string | null {
  const { timing, label } = MEASURE_DETAILS[measure];
  if (timing === 'baseline' && !isBaseline) {
    return `${label} is too coarse for change: record it as a baseline.`;
  }
  if (timing === 'after_baseline' && isBaseline) {
    return `${label} compares with the baseline: it cannot be one.`;
  }
  return null;
}

/** Where and after which wash: of the measures whose comparison asks for it. */
function placeProblems({ measure, site, lastWashOn, assessedOn }: Checked): FieldProblem[] {
  const { keyParts, label } = MEASURE_DETAILS[measure];
  const problems: FieldProblem[] = [];
  const hasSite = keyParts.includes('site');
  if (hasSite && (site ?? null) === null)
    problems.push({ path: 'site', message: 'Choose the site.' });
  if (!hasSite && (site ?? null) !== null)
    problems.push({ path: 'site', message: `${label} has no site.` });
  if (!keyParts.includes('daysSinceWash') && (lastWashOn ?? null) !== null)
    problems.push({ path: 'lastWashOn', message: `The wash plays no part in ${label}.` });
  if (lastWashOn && daysBetween(lastWashOn, assessedOn) < 0)
    problems.push({ path: 'lastWashOn', message: 'The wash lies after the test.' });
  return problems;
}

function graspProblem({ measure, value, grasped }: Checked): FieldProblem[] {
  const isGiven = grasped !== undefined && grasped !== null;
  if (measure !== 'hair_pull')
    return isGiven ? [{ path: 'grasped', message: 'Only the hair pull test has this.' }] : [];
  if (!isGiven) return [{ path: 'grasped', message: 'Type how many hairs were grasped.' }];
  return value > grasped
    ? [{ path: 'value', message: `At most the ${grasped} hairs grasped.` }]
    : [];
}

function variantProblem({ measure, value, variant }: Checked): string | null {
  if (variant === undefined || variant === null) return null;
  if (measure !== 'norwood') return 'Only Norwood–Hamilton has variants.';
  if (variant === 'vertex') return value === 3 ? null : 'Only stage III has the vertex variant.';
  return value >= 2 && value <= 5 ? null : 'Stages II to V have the variant a.';
}

/** What does not fit together in a reading. */
export function outcomeProblems(fields: Checked): FieldProblem[] {
  const { rater } = MEASURE_DETAILS[fields.measure];
  const found: [string, string | null][] = [
    ['value', valueProblem(fields)],
    ['isBaseline', timingProblem(fields)],
    ['rater', fields.rater === rater ? null : `Rated by: ${RATER_LABELS[rater].toLowerCase()}.`],
    [
      'isBlinded',
      fields.isBlinded && rater !== 'photo_rater' ? 'Only a photo rater can be blinded.' : null,
    ],
    ['variant', variantProblem(fields)],
    ['pattern', patternProblem(fields)],
  ];
  const problems = found.flatMap(([path, message]) => (message === null ? [] : { path, message }));
  return [
    ...problems,
    ...placeProblems(fields),
    ...graspProblem(fields),
    ...partProblems(fields),
    ...conditionProblems(fields),
  ];
}
