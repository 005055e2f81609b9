/** How the complaint began. */
export const ONSETS = ['sudden', 'gradual', 'comes_and_goes', 'not_known'] as const;
/** One way it began. */
export type Onset = (typeof ONSETS)[number];
/** What each is called on screen. */
export const ONSET_LABELS: Record<Onset, string> = {
  sudden: 'Suddenly',
  gradual: 'Gradually',
  comes_and_goes: 'Comes and goes',
  not_known: 'Not known',
};

/** Whose advice was sought before. Source: CLINICAL.md section 1 (S3). */
export const ADVICE_SOURCES = [
  'gp',
  'dermatologist',
  'pharmacist',
  'other_clinic',
  'other',
] as const;
/** One source of advice. */
export type AdviceSource = (typeof ADVICE_SOURCES)[number];
/** What each is called on screen. */
export const ADVICE_SOURCE_LABELS: Record<AdviceSource, string> = {
  gp: 'General practitioner',
  dermatologist: 'Dermatologist',
  pharmacist: 'Pharmacist',
  other_clinic: 'Another clinic',
  other: 'Someone else',
};

/** What the surgeon of a transplant said of injections there. Source: CLINICAL.md section 1 (S3). */
export const CLEARANCES = ['given', 'refused', 'not_asked'] as const;
/** One answer. */
export type Clearance = (typeof CLEARANCES)[number];
/** What each is called on screen. */
export const CLEARANCE_LABELS: Record<Clearance, string> = {
  given: 'Cleared by the surgeon',
  refused: 'Not cleared',
  not_asked: 'Not asked yet',
};

/** Where a consultation's record stands. */
export const CONSULTATION_STATUSES = ['draft', 'signed'] as const;
/** One status. */
export type ConsultationStatus = (typeof CONSULTATION_STATUSES)[number];
/** What each is called on screen. */
export const CONSULTATION_STATUS_LABELS: Record<ConsultationStatus, string> = {
  draft: 'Draft',
  signed: 'Signed',
};
