import type { Indication } from '#domain/courses/indication.ts';

/** Measures the clinic can record. Source: CLINICAL.md section 2. */
export const MEASURES = [
  'photo_global_assessment',
  'patient_global_change',
  'satisfaction',
  'hair_pull',
  'norwood',
  'ludwig',
  'salt',
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
  /** Sexes a pattern scale describes; null: all. */
  sex: 'male' | 'female' | null;
  /** Readings from here on are a response; strict asks for more. Null: no responders. */
  responder: { usual: number; strict: number } | null;
  source: string;
};

const EVERY = null;
const SOURCE = 'CLINICAL.md §2';

/** Every measure by its key. */
export const MEASURE_DETAILS: Record<MeasureKey, Measure> = {
  photo_global_assessment: {
    label: 'Photo global assessment',
    question: 'Compared with the photos before session 1, how does the hair look?',
    rater: 'photo_rater',
    min: -3,
    max: 3,
    step: 1,
    unit: null,
    direction: 'higher_is_better',
    timing: 'after_baseline',
    indications: EVERY,
    sex: null,
    responder: { usual: 1, strict: 2 },
    source: `${SOURCE} [R32]`,
  },
  patient_global_change: {
    label: 'Patient global change',
    question: 'Compared with before the first session, how is your hair?',
    rater: 'patient',
    min: -3,
    max: 3,
    step: 1,
    unit: null,
    direction: 'higher_is_better',
    timing: 'after_baseline',
    indications: EVERY,
    sex: null,
    responder: { usual: 1, strict: 2 },
    source: SOURCE,
  },
  satisfaction: {
    label: 'Satisfaction',
    question: 'How content are you with the treatment so far?',
    rater: 'patient',
    min: 0,
    max: 10,
    step: 1,
    unit: null,
    direction: 'higher_is_better',
    timing: 'after_baseline',
    indications: EVERY,
    sex: null,
    responder: null,
    source: SOURCE,
  },
  hair_pull: {
    label: 'Hair pull test',
    question: 'How many hairs came out of those grasped?',
    rater: 'clinician',
    min: 0,
    max: 100,
    step: 1,
    unit: 'hairs',
    direction: 'lower_is_better',
    timing: 'any',
    indications: EVERY,
    sex: null,
    responder: null,
    source: `${SOURCE} [R25]`,
  },
  norwood: {
    label: 'Norwood–Hamilton',
    question: 'Which stage of male pattern is it?',
    rater: 'clinician',
    min: 1,
    max: 7,
    step: 1,
    unit: 'stage',
    direction: 'lower_is_better',
    timing: 'baseline',
    indications: ['androgenetic_male', 'after_transplant', 'prevention'],
    sex: 'male',
    responder: null,
    source: `${SOURCE} [R20, R21]`,
  },
  ludwig: {
    label: 'Ludwig',
    question: 'Which stage of thinning at the crown is it?',
    rater: 'clinician',
    min: 1,
    max: 3,
    step: 1,
    unit: 'stage',
    direction: 'lower_is_better',
    timing: 'baseline',
    indications: ['androgenetic_female', 'after_transplant', 'prevention'],
    sex: 'female',
    responder: null,
    source: SOURCE,
  },
  salt: {
    label: 'SALT',
    question: 'What share of the scalp has lost its hair?',
    rater: 'clinician',
    min: 0,
    max: 100,
    step: 0.1,
    unit: '%',
    direction: 'lower_is_better',
    timing: 'any',
    indications: ['alopecia_areata'],
    sex: null,
    responder: null,
    source: `${SOURCE} [R24]`,
  },
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
export function saltScore(lost: {
  top: number;
  back: number;
  left: number;
  right: number;
}): number {
  for (const share of Object.values(lost)) {
    if (!(share >= 0 && share <= 100)) throw new RangeError(`A share is 0–100 %, not ${share}`);
  }
  const score = 40 * lost.top + 24 * lost.back + 18 * lost.left + 18 * lost.right;
  return Math.round(score / 10) / 10;
}

/** The band of a SALT score: 1–20 mild, 21–49 moderate, 50–94 severe, 95–100 very severe. */
export function saltBand(score: number): 'none' | 'mild' | 'moderate' | 'severe' | 'very_severe' {
  if (score <= 0) return 'none';
  if (score <= 20) return 'mild';
  if (score < 50) return 'moderate';
  return score < 95 ? 'severe' : 'very_severe';
}
