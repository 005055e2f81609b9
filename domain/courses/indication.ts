/**
 * Why a patient is treated: a diagnosis, a complaint in the patient's words, or a purpose without
 * a disease. Source: CLINICAL.md sections 1 (S1–S4) and 3.4.
 */
export const INDICATIONS = [
  'androgenetic_male',
  'androgenetic_female',
  'telogen_effluvium',
  'postpartum_effluvium',
  'alopecia_areata',
  'nutritional_thinning',
  'hormonal_thinning',
  'involutional_thinning',
  'traction',
  'scarring',
  'dandruff_seborrhoea',
  'weak_or_slow_hair',
  'prevention',
  'after_transplant',
  'other',
] as const;
/** One indication. */
export type Indication = (typeof INDICATIONS)[number];
/** What each is called on screen. */
export const INDICATION_LABELS: Record<Indication, string> = {
  androgenetic_male: 'Male pattern hair loss',
  androgenetic_female: 'Female pattern hair loss',
  telogen_effluvium: 'Telogen effluvium',
  postpartum_effluvium: 'Shedding after birth',
  alopecia_areata: 'Alopecia areata',
  nutritional_thinning: 'Thinning from nutrition',
  hormonal_thinning: 'Thinning from hormones',
  involutional_thinning: 'Thinning with age (over 50)',
  traction: 'Traction',
  scarring: 'Scarring hair loss',
  dandruff_seborrhoea: 'Dandruff or seborrhoea',
  weak_or_slow_hair: 'Weak or slow hair',
  prevention: 'Prevention',
  after_transplant: 'After a transplant',
  other: 'Other',
};

/** Whether an indication names a disease, what the patient complains of, or only a purpose. */
export type IndicationKind = 'diagnosis' | 'complaint' | 'purpose';

/** What kind each is, and the ICD-10 code offered for it (the clinician may type another). */
export const INDICATION_DETAILS: Record<
  Indication,
  { kind: IndicationKind; icd10: string | null }
> = {
  androgenetic_male: { kind: 'diagnosis', icd10: 'L64.9' },
  androgenetic_female: { kind: 'diagnosis', icd10: 'L64.9' },
  telogen_effluvium: { kind: 'diagnosis', icd10: 'L65.0' },
  postpartum_effluvium: { kind: 'diagnosis', icd10: 'L65.0' },
  alopecia_areata: { kind: 'diagnosis', icd10: 'L63.9' },
  nutritional_thinning: { kind: 'diagnosis', icd10: 'L65.8' },
  hormonal_thinning: { kind: 'diagnosis', icd10: 'L65.8' },
  involutional_thinning: { kind: 'diagnosis', icd10: 'L65.8' },
  traction: { kind: 'diagnosis', icd10: 'L65.8' },
  scarring: { kind: 'diagnosis', icd10: 'L66.9' },
  dandruff_seborrhoea: { kind: 'diagnosis', icd10: 'L21.0' },
  weak_or_slow_hair: { kind: 'complaint', icd10: null },
  prevention: { kind: 'purpose', icd10: null },
  after_transplant: { kind: 'purpose', icd10: null },
  other: { kind: 'complaint', icd10: null },
};

/**
 * Indications that often recover untreated: every chart of them says so permanently.
 * Source: CLINICAL.md section 6 [R19].
 */
export const OFTEN_RECOVERS_UNTREATED: readonly Indication[] = [
  'telogen_effluvium',
  'postpartum_effluvium',
  'alopecia_areata',
];
