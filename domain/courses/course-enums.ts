/** How sure the reason for treatment is: what the patient says, or what a clinician found. */
export const DIAGNOSIS_BASES = ['complaint', 'working_diagnosis', 'confirmed_diagnosis'] as const;
/** One basis. */
export type DiagnosisBasis = (typeof DIAGNOSIS_BASES)[number];
/** What each is called on screen. */
export const DIAGNOSIS_BASIS_LABELS: Record<DiagnosisBasis, string> = {
  complaint: 'Complaint, not examined',
  working_diagnosis: 'Working diagnosis',
  confirmed_diagnosis: 'Confirmed diagnosis',
};

/** What the course is for. Source: CLINICAL.md section 1 (S3). */
export const PURPOSES = ['treat', 'prevent', 'adjunct', 'maintain'] as const;
/** One purpose. */
export type Purpose = (typeof PURPOSES)[number];
/** What each is called on screen. */
export const PURPOSE_LABELS: Record<Purpose, string> = {
  treat: 'Treat',
  prevent: 'Prevent',
  adjunct: 'Beside another treatment',
  maintain: 'Maintain',
};

/** Where on the scalp. Source: CLINICAL.md section 1 (S4) and the zones of the scalp map. */
export const SCALP_AREAS = [
  'frontal_hairline',
  'temples',
  'mid_scalp',
  'vertex',
  'crown',
  'parietal',
  'occipital',
  'whole_scalp',
  'patches',
] as const;
/** One area. */
export type ScalpArea = (typeof SCALP_AREAS)[number];
/** What each is called on screen. */
export const SCALP_AREA_LABELS: Record<ScalpArea, string> = {
  frontal_hairline: 'Frontal hairline',
  temples: 'Temples',
  mid_scalp: 'Mid-scalp',
  vertex: 'Vertex',
  crown: 'Crown',
  parietal: 'Sides',
  occipital: 'Back',
  whole_scalp: 'Whole scalp',
  patches: 'Patches',
};

/** Causes the history asks for by name. Source: CLINICAL.md section 1 (S4), PRODUCT.md. */
export const CAUSES = [
  'heredity',
  'stress',
  'pregnancy',
  'hormones',
  'tight_hairstyles',
  'illness',
  'drugs',
  'nutrition',
] as const;
/** One cause. */
export type Cause = (typeof CAUSES)[number];
/** What each is called on screen. */
export const CAUSE_LABELS: Record<Cause, string> = {
  heredity: 'Heredity',
  stress: 'Stress',
  pregnancy: 'Pregnancy or birth',
  hormones: 'Hormones',
  tight_hairstyles: 'Tight hairstyles',
  illness: 'Illness',
  drugs: 'Drugs',
  nutrition: 'Nutrition',
};

/** Answers to a question of the history: not asking is not "no". */
export const ANSWERS = ['yes', 'no', 'unknown', 'not_asked'] as const;
/** One answer. */
export type Answer = (typeof ANSWERS)[number];
/** What each is called on screen. */
export const ANSWER_LABELS: Record<Answer, string> = {
  yes: 'Yes',
  no: 'No',
  unknown: 'Not known',
  not_asked: 'Not asked',
};

/** Other treatments, the main confounders. Source: CLINICAL.md section 1 (S1–S3). */
export const THERAPIES = [
  'prp',
  'lllt',
  'micro_needling',
  'transplant',
  'topical_minoxidil',
  'oral_minoxidil',
  'oral_five_ari',
  'supplements_with_biotin',
  'other_supplements',
  'other',
] as const;
/** One other treatment. */
export type Therapy = (typeof THERAPIES)[number];
/** What each is called on screen. */
export const THERAPY_LABELS: Record<Therapy, string> = {
  prp: 'PRP',
  lllt: 'Low-level laser',
  micro_needling: 'Micro-needling',
  transplant: 'Hair transplant',
  topical_minoxidil: 'Minoxidil on the scalp',
  oral_minoxidil: 'Minoxidil by mouth',
  oral_five_ari: 'Finasteride or dutasteride by mouth',
  supplements_with_biotin: 'Supplements with biotin',
  other_supplements: 'Other supplements',
  other: 'Other',
};

/** What the specialist decided. The software records it and decides nothing. */
export const SUITABILITY_DECISIONS = ['suitable', 'not_suitable', 'refer'] as const;
/** One decision. */
export type SuitabilityDecision = (typeof SUITABILITY_DECISIONS)[number];
/** What each is called on screen. */
export const SUITABILITY_LABELS: Record<SuitabilityDecision, string> = {
  suitable: 'Suitable',
  not_suitable: 'Not suitable',
  refer: 'Refer',
};

/** Where a course stands. */
export const COURSE_STATUSES = ['open', 'completed', 'stopped'] as const;
/** One status. */
export type CourseStatus = (typeof COURSE_STATUSES)[number];
/** What each is called on screen. */
export const COURSE_STATUS_LABELS: Record<CourseStatus, string> = {
  open: 'Open',
  completed: 'Completed',
  stopped: 'Stopped early',
};

/** Why a course stopped. Source: CLINICAL.md section 6, "Drop-out". */
export const STOP_REASONS = [
  'satisfied',
  'no_effect',
  'side_effect',
  'pain',
  'cost',
  'moved',
  'not_suitable',
  'lost_contact',
  'other',
] as const;
/** One reason. */
export type StopReason = (typeof STOP_REASONS)[number];
/** What each is called on screen. */
export const STOP_REASON_LABELS: Record<StopReason, string> = {
  satisfied: 'Content with the result so far',
  no_effect: 'Noticed no effect',
  side_effect: 'Side effect',
  pain: 'Pain',
  cost: 'Cost',
  moved: 'Moved away',
  not_suitable: 'No longer suitable',
  lost_contact: 'Lost contact',
  other: 'Other',
};
