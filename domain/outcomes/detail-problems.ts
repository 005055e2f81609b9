import type { FieldProblem } from '#domain/shared/problem.ts';
import { baspDegree, isBasp } from './basp.ts';
import { MEASURE_DETAILS, type MeasureKey, saltScore } from './measure.ts';
import { type ReadingConditions, type ReadingParts, SALT_AREAS } from './reading-details.ts';

type Detailed = {
  measure: MeasureKey;
  value: number;
  parts?: ReadingParts | null | undefined;
  pattern?: string | null | undefined;
  conditions?: ReadingConditions | null | undefined;
};

/** The parts each measure may have, in order; other measures have none. */
const PART_KEYS: Partial<Record<MeasureKey, readonly string[]>> = {
  salt: Object.keys(SALT_AREAS),
  comb_count: ['wash1', 'wash2', 'wash3'],
};

/** The mean of the three washes' counts, to one decimal. Source: CLINICAL.md section 2 [R26]. */
export const combMean = (counts: readonly number[]): number =>
  Math.round((counts.reduce((sum, count) => sum + count, 0) / counts.length) * 10) / 10;

const isNear = (one: number, other: number): boolean => Math.abs(one - other) < 1e-6;

/** What does not fit between a value and the parts it was computed from. */
export function partProblems({ measure, value, parts }: Detailed): FieldProblem[] {
  if (parts === null || parts === undefined) return [];
  const keys = PART_KEYS[measure];
  if (!keys) return [{ path: 'parts', message: `${MEASURE_DETAILS[measure].label} has no parts.` }];
  const missing = keys.filter((key) => parts[key] === undefined);
  if (missing.length > 0 || Object.keys(parts).length !== keys.length)
    return [{ path: `parts.${missing[0] ?? keys[0]}`, message: 'Type all parts, or none.' }];
  const numbers = keys.map((key) => parts[key] ?? 0);
  if (measure === 'salt') {
    const tooMuch = keys.find((key) => (parts[key] ?? 0) > 100);
    if (tooMuch !== undefined) return [{ path: `parts.${tooMuch}`, message: 'From 0 to 100 %.' }];
    const [top = 0, back = 0, left = 0, right = 0] = numbers;
    const score = saltScore({ top, back, left, right });
    return isNear(score, value)
      ? []
      : [{ path: 'value', message: `These areas make a score of ${score}.` }];
  }
  const mean = combMean(numbers);
  return isNear(mean, value)
    ? []
    : [{ path: 'value', message: `These washes make a mean of ${mean}.` }];
}

/** What is wrong with the letters of a pattern. */
export function patternProblem({ measure, value, pattern }: Detailed): string | null {
  const text = pattern ?? null;
  if (measure !== 'basp') return text === null ? null : 'Only BASP is written in letters.';
  if (text === null || !isBasp(text))
    return 'Choose one basic type, and at most one F and one V: M2, M2F1, LV2.';
  return value === baspDegree(text) ? null : `The number beside ${text} is ${baspDegree(text)}.`;
}

/** What is missing of, or foreign to, the way a reading was measured. */
export function conditionProblems({ measure, conditions }: Detailed): FieldProblem[] {
  const { keyParts, label } = MEASURE_DETAILS[measure];
  const isMeasured = keyParts.includes('device');
  if (!isMeasured)
    return conditions === null || conditions === undefined
      ? []
      : [{ path: 'conditions', message: `${label} is not measured by a device.` }];
  const problems: FieldProblem[] = [];
  if ((conditions?.device ?? null) === null)
    problems.push({ path: 'conditions.device', message: 'Type the device.' });
  const cutoff = conditions?.cutoffUm ?? null;
  if (keyParts.includes('cutoffUm') && cutoff === null)
    problems.push({
      path: 'conditions.cutoffUm',
      message: 'Type from which diameter a hair counts as terminal.',
    });
  if (!keyParts.includes('cutoffUm') && cutoff !== null)
    problems.push({ path: 'conditions.cutoffUm', message: `${label} has no cut-off.` });
  return problems;
}
