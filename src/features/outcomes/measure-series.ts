import {
  type ChangeFromBaseline,
  changeFromBaseline,
  joinable,
  unknownParts,
} from '#domain/outcomes/comparability.ts';
import {
  KEY_PART_LABELS,
  MEASURE_DETAILS,
  type MeasureKey,
  MEASURES,
} from '#domain/outcomes/measure.ts';
import type { Outcome } from '#domain/outcomes/outcome.ts';
import { signedFigure } from '#domain/shared/signed-figure.ts';

/** The readings of one measure of one course that count, in groups that may be joined. */
export type MeasureSeries = { measure: MeasureKey; readings: Outcome[]; groups: Outcome[][] };

/** The measures of a course that were read more than once, each in joinable groups. */
export function seriesOf(outcomes: readonly Outcome[], courseId: string): MeasureSeries[] {
  return MEASURES.flatMap((measure) => {
    const readings = outcomes.filter(
      (one) => one.measure === measure && one.courseId === courseId && !one.voided,
    );
    if (readings.length < 2 || MEASURE_DETAILS[measure].timing === 'baseline') return [];
    const groups = joinable(readings);
    return [{ measure, readings: groups.flat().toSorted(byDay), groups }];
  });
}

const byDay = (one: Outcome, other: Outcome): number =>
  one.assessedOn === other.assessedOn
    ? one.id < other.id
      ? -1
      : 1
    : one.assessedOn < other.assessedOn
      ? -1
      : 1;

/** The change of a reading from the baseline in words, or why there is none. */
export function changeInWords(
  reading: Outcome,
  all: readonly Outcome[],
): { words: string; isWhyNot: boolean } | null {
  const change: ChangeFromBaseline | null = changeFromBaseline(reading, all);
  if (change === null) return null;
  if (change.kind === 'no_baseline') return { words: 'No baseline of it', isWhyNot: true };
  if (change.kind === 'change') return { words: signedFigure(change.change), isWhyNot: false };
  const unknown = unknownParts(reading);
  const parts = unknown.length > 0 ? unknown : change.differing;
  const names = parts.map((part) => KEY_PART_LABELS[part]).join(', ');
  return {
    words:
      unknown.length > 0 ? `Not compared: ${names} not recorded` : `Not compared: other ${names}`,
    isWhyNot: true,
  };
}

/** A band around the baseline within which a difference says little, both ends; null if none is known. */
export function noticeableBand(
  measure: MeasureKey,
  baseline: number,
): { from: number; to: number } | null {
  const { noticeable } = MEASURE_DETAILS[measure];
  if (noticeable === null) return null;
  return { from: baseline - noticeable.amount, to: baseline + noticeable.amount };
}

/** A band around the baseline that measuring alone may make; null if none is known. */
export function errorBand(
  measure: MeasureKey,
  baseline: number,
): { from: number; to: number } | null {
  const { errorShare } = MEASURE_DETAILS[measure];
  return errorShare === null
    ? null
    : { from: baseline * (1 - errorShare), to: baseline * (1 + errorShare) };
}
