import { signedFigure } from '#domain/shared/signed-figure.ts';
import {
  MEASURE_DETAILS,
  type MeasureKey,
  PATIENT_STEP_LABELS,
  PHOTO_STEP_LABELS,
  stageLabel,
} from '#domain/outcomes/measure.ts';
import { type Outcome, PULL_SITE_LABELS } from '#domain/outcomes/outcome.ts';

const STEPS: Partial<Record<MeasureKey, Record<string, string>>> = {
  photo_global_assessment: PHOTO_STEP_LABELS,
  patient_global_change: PATIENT_STEP_LABELS,
};

/** The words of each step of a −3…+3 measure, in order; undefined for other measures. */
export function stepWords(measure: MeasureKey): string[] | undefined {
  const words = STEPS[measure];
  if (!words) return undefined;
  const { min, max } = MEASURE_DETAILS[measure];
  return Array.from({ length: max - min + 1 }, (_, at) => words[String(min + at)] ?? '');
}

/** A reading as a clinician says it, e.g. `+1, slightly better` or `3 of 60 hairs, vertex`. */
export function readingInWords(
  reading: Pick<Outcome, 'measure' | 'value' | 'grasped' | 'site' | 'variant'>,
): string {
  const { measure, value } = reading;
  const step = STEPS[measure]?.[String(value)];
  if (step !== undefined) return `${signedFigure(value)}, ${step.toLowerCase()}`;
  if (measure === 'norwood' || measure === 'ludwig')
    return `${stageLabel(value)}${reading.variant === null ? '' : ` ${reading.variant}`}`;
  if (measure === 'hair_pull') {
    const site = reading.site === null ? '' : `, ${PULL_SITE_LABELS[reading.site].toLowerCase()}`;
    return `${value} of ${reading.grasped ?? '?'} hairs${site}`;
  }
  if (measure === 'satisfaction') return `${value} of 10`;
  return `${value} ${MEASURE_DETAILS[measure].unit ?? ''}`.trim();
}
