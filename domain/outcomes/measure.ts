import type { Indication } from '#domain/courses/indication.ts';
import { GLOBAL_MEASURES } from './measures-global.ts';
import { PATTERN_MEASURES } from './measures-pattern.ts';
import { QUESTIONNAIRE_MEASURES } from './measures-questionnaire.ts';
import { TRICHOSCOPY_MEASURES } from './measures-trichoscopy.ts';
import { SALT_AREAS, type SaltArea } from './reading-details.ts';

/** Measures the clinic can record. Source: CLINICAL.md section 2. */
export const MEASURES = [
  'photo_global_assessment',
  'patient_global_change',
  'satisfaction',
  'satisfaction_vas',
  'hair_pull',
  'comb_count',
  'shedding_scale',
  'norwood',
  'ludwig',
  'basp',
  'salt',
  'density',
  'terminal_vellus',
  'shaft_diameter',
  'anagen_percent',
  'dlqi',
  'hairdex',
  'waa_qol',
  'hgq',
] as const;
/** One measure. */
export type MeasureKey = (typeof MEASURES)[number];

/** Who gives a reading. */
export const RATERS = ['patient', 'clinician', 'photo_rater'] as const;
/** One kind of rater. */
export type Rater = (typeof RATERS)[number];
/** What each is called on screen. */
export const RATER_LABELS: Record<Rater, string> = {
  patient: 'Patient',
  clinician: 'Clinician',
  photo_rater: 'Photo rater',
};

/** Which side is better; a pattern scale is too coarse to read as change. */
export type Direction = 'higher_is_better' | 'lower_is_better';

/** What of the way it was measured must be equal before two readings are compared. */
export const KEY_PARTS = [
  'site',
  'landmark',
  'areaCm2',
  'device',
  'software',
  'magnification',
  'cutoffUm',
  'operator',
  'isDyed',
  'isClipped',
  'daysSinceWash',
] as const;
/** One part of the comparability key. */
export type KeyPart = (typeof KEY_PARTS)[number];
/** What each is called on screen. */
export const KEY_PART_LABELS: Record<KeyPart, string> = {
  site: 'site',
  landmark: 'distance from the landmark',
  areaCm2: 'measured area',
  device: 'device',
  software: 'software version',
  magnification: 'magnification',
  cutoffUm: 'vellus cut-off',
  operator: 'operator',
  isDyed: 'dyed or not',
  isClipped: 'clipped or not',
  daysSinceWash: 'days since the wash',
};

/** A measure as data: what a reading may be and how it is read. */
export type Measure = {
  label: string;
  question: string;
  rater: Rater;
  min: number;
  max: number;
  /** Readings are multiples of this. */
  step: number;
  unit: string | null;
  direction: Direction;
  /** At baseline only, at later points only (a change from baseline), or at any. */
  timing: 'baseline' | 'after_baseline' | 'any';
  /** Null: for every indication. */
  indications: readonly Indication[] | null;
  /** Sexes a scale describes; null: all. */
  sex: 'male' | 'female' | null;
  /** Years of age from which it is meant; null: any. */
  minAge: number | null;
  /** Readings from here on are a response; strict asks for more. Null: no responders. */
  responder: { usual: number; strict: number } | null;
  /** What must be equal before two readings are compared; empty: they always are. */
  keyParts: readonly KeyPart[];
  /** A difference people just notice: an amount in its unit, and a share of the earlier value. */
  noticeable: { amount: number; share: number } | null;
  /** The share by which measuring alone may be wrong. */
  errorShare: number | null;
  /** What is known of how to read it: its error, what is usual, where it does not hold. */
  note: string;
  source: string;
};

/** Every measure by its key. */
export const MEASURE_DETAILS: Record<MeasureKey, Measure> = {
  ...GLOBAL_MEASURES,
  ...PATTERN_MEASURES,
  ...TRICHOSCOPY_MEASURES,
  ...QUESTIONNAIRE_MEASURES,
};

/** Our own words for the seven steps of the photo global assessment. */
export const PHOTO_STEP_LABELS: Record<string, string> = {
  '-3': 'Much less hair',
  '-2': 'Clearly less hair',
  '-1': 'Slightly less hair',
  '0': 'No difference',
  '1': 'Slightly more hair',
  '2': 'Clearly more hair',
  '3': 'Much more hair',
};

/** Our own words for the seven steps of the patient global change. */
export const PATIENT_STEP_LABELS: Record<string, string> = {
  '-3': 'Much worse',
  '-2': 'Clearly worse',
  '-1': 'Slightly worse',
  '0': 'No change',
  '1': 'Slightly better',
  '2': 'Clearly better',
  '3': 'Much better',
};

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII'] as const;

/** A pattern stage as it is written: 3 is "III". */
export const stageLabel = (stage: number): string => ROMAN[stage - 1] ?? String(stage);

/** Whether a measure is meant for an indication. */
export function isForIndication(measure: MeasureKey, indication: Indication): boolean {
  const { indications } = MEASURE_DETAILS[measure];
  return indications === null || indications.includes(indication);
}

/** Whether a reading of a measure counts as a response; null if the measure has no responders. */
export function isResponse(
  measure: MeasureKey,
  value: number,
  strictness: 'usual' | 'strict' = 'usual',
): boolean | null {
  const { responder } = MEASURE_DETAILS[measure];
  return responder === null ? null : value >= responder[strictness];
}

/**
 * SALT from the share of hair lost in four regions, each 0–100 %: 0.40 top + 0.24 back +
 * 0.18 left + 0.18 right, to one decimal. Source: CLINICAL.md section 2 [R24].
 * @throws RangeError if a share is outside 0–100.
 */
export function saltScore(lost: Record<SaltArea, number>): number {
  for (const share of Object.values(lost)) {
    if (!(share >= 0 && share <= 100)) throw new RangeError(`A share is 0–100 %, not ${share}`);
  }
  const score =
    SALT_AREAS.top * lost.top +
    SALT_AREAS.back * lost.back +
    SALT_AREAS.left * lost.left +
    SALT_AREAS.right * lost.right;
  return Math.round(score / 10) / 10;
}

/** The band of a SALT score: 1–20 mild, 21–49 moderate, 50–94 severe, 95–100 very severe. */
export function saltBand(score: number): 'none' | 'mild' | 'moderate' | 'severe' | 'very_severe' {
  if (score <= 0) return 'none';
  if (score <= 20) return 'mild';
  if (score < 50) return 'moderate';
  return score < 95 ? 'severe' : 'very_severe';
}
