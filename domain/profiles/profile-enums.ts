/** What an allergy can be to. Source: CLINICAL.md sections 4 and 5. */
export const ALLERGY_SUBSTANCES = [
  'ingredient',
  'ester_anaesthetic',
  'amide_anaesthetic',
  'latex',
  'antiseptic',
  'fish',
  'other',
] as const;
/** One substance, or a family of them. */
export type AllergySubstance = (typeof ALLERGY_SUBSTANCES)[number];
/** What each is called on screen. */
export const ALLERGY_SUBSTANCE_LABELS: Record<AllergySubstance, string> = {
  ingredient: 'An ingredient of the catalogue',
  ester_anaesthetic: 'Ester anaesthetics (such as procaine), PABA',
  amide_anaesthetic: 'Amide anaesthetics (such as lidocaine)',
  latex: 'Latex',
  antiseptic: 'Antiseptic',
  fish: 'Fish',
  other: 'Something else',
};

/** How grave the reaction was, as it is told. */
export const ALLERGY_SEVERITIES = ['mild', 'moderate', 'severe', 'not_known'] as const;
/** One severity. */
export type AllergySeverity = (typeof ALLERGY_SEVERITIES)[number];
/** What each is called on screen. */
export const ALLERGY_SEVERITY_LABELS: Record<AllergySeverity, string> = {
  mild: 'Mild',
  moderate: 'Moderate',
  severe: 'Severe',
  not_known: 'Not known',
};

/** What a medicine does that matters before a session. Source: CLINICAL.md section 5. */
export const MEDICATION_EFFECTS = [
  'anticoagulant',
  'antiplatelet',
  'blood_pressure',
  'immunosuppressant',
  'cancer_treatment',
  'five_ari',
  'minoxidil',
  'biotin',
] as const;
/** One effect. */
export type MedicationEffect = (typeof MEDICATION_EFFECTS)[number];
/** What each is called on screen. */
export const MEDICATION_EFFECT_LABELS: Record<MedicationEffect, string> = {
  anticoagulant: 'Anticoagulant',
  antiplatelet: 'Antiplatelet',
  blood_pressure: 'For blood pressure or heart',
  immunosuppressant: 'Suppresses immunity',
  cancer_treatment: 'Cancer treatment',
  five_ari: '5-alpha-reductase inhibitor',
  minoxidil: 'Minoxidil by mouth',
  biotin: 'Biotin',
};

/** Conditions that the questions before a session name. Source: CLINICAL.md section 5. */
export const CONDITIONS = [
  'autoimmune',
  'immunosuppressed',
  'bleeding_disorder',
  'diabetes',
  'heart',
  'liver',
  'kidney',
  'stroke',
  'cancer',
  'keloid',
  'scarring_alopecia',
  'hair_shaft_disorder',
  'low_mood',
  'other',
] as const;
/** One condition. */
export type Condition = (typeof CONDITIONS)[number];
/** What each is called on screen. */
export const CONDITION_LABELS: Record<Condition, string> = {
  autoimmune: 'Autoimmune disease',
  immunosuppressed: 'Weakened immunity',
  bleeding_disorder: 'Bleeding disorder',
  diabetes: 'Diabetes',
  heart: 'Heart disease',
  liver: 'Liver disease',
  kidney: 'Kidney disease',
  stroke: 'Stroke',
  cancer: 'Cancer, now or earlier',
  keloid: 'Keloid tendency',
  scarring_alopecia: 'Scarring hair loss',
  hair_shaft_disorder: 'Hair shaft disorder',
  low_mood: 'Low mood or depression',
  other: 'Other',
};

/** Whether a list was asked for: an empty list alone would not say. */
export const LIST_STATES = ['not_asked', 'none', 'recorded'] as const;
/** One state of a list. */
export type ListState = (typeof LIST_STATES)[number];
/** What each is called on screen. */
export const LIST_STATE_LABELS: Record<ListState, string> = {
  not_asked: 'Not asked',
  none: 'None',
  recorded: 'Recorded',
};
