import { signedFigure } from '#domain/shared/signed-figure.ts';
import {
  MEASURE_DETAILS,
  type MeasureKey,
  PATIENT_STEP_LABELS,
  PHOTO_STEP_LABELS,
  saltBand,
  stageLabel,
} from '#domain/outcomes/measure.ts';
import { type Outcome, PULL_SITE_LABELS } from '#domain/outcomes/outcome.ts';

const STEPS: Partial<Record<MeasureKey, Record<string, string>>> = {
  photo_global_assessment: PHOTO_STEP_LABELS,
  patient_global_change: PATIENT_STEP_LABELS,
};

const SALT_BANDS = {
  none: 'none',
  mild: 'mild',
  moderate: 'moderate',
  severe: 'severe',
  very_severe: 'very severe',
} as const;

/** The words of each step of a −3…+3 measure, in order; undefined for other measures. */
export function stepWords(measure: MeasureKey): string[] | undefined {
  const words = STEPS[measure];
  if (!words) return undefined;
  const { min, max } = MEASURE_DETAILS[measure];
  return Array.from({ length: max - min + 1 }, (_, at) => words[String(min + at)] ?? '');
}

/** A value with its unit, as it is written: `42 hairs/cm²`, `2.6 : 1`, `7 of 10`. */
export function valueInWords(measure: MeasureKey, value: number): string {
  const { unit, max } = MEASURE_DETAILS[measure];
  if (STEPS[measure]) return signedFigure(value);
  if (measure === 'satisfaction' || measure === 'satisfaction_vas') return `${value} of ${max}`;
  return `${value} ${unit ?? ''}`.trim();
}

const siteWords = (site: Outcome['site']): string =>
  site === null ? '' : `, ${PULL_SITE_LABELS[site].toLowerCase()}`;

type Said = Pick<Outcome, 'measure' | 'value' | 'grasped' | 'site' | 'variant' | 'pattern'>;

/** A reading as a clinician says it, e.g. `+1, slightly better` or `3 of 60 hairs, vertex`. */
export function readingInWords(reading: Said): string {
  const { measure, value, site } = reading;
  const step = STEPS[measure]?.[String(value)];
  if (step !== undefined) return `${signedFigure(value)}, ${step.toLowerCase()}`;
  if (measure === 'norwood' || measure === 'ludwig')
    return `${stageLabel(value)}${reading.variant === null ? '' : ` ${reading.variant}`}`;
  if (measure === 'basp') return reading.pattern ?? '';
  if (measure === 'salt') return `${value} %, ${SALT_BANDS[saltBand(value)]}`;
  if (measure === 'hair_pull')
    return `${value} of ${reading.grasped ?? '?'} hairs${siteWords(site)}`;
  return `${valueInWords(measure, value)}${siteWords(site)}`;
}
