/** What kind of substance it is. Source: CLINICAL.md sections 1 (S0–S2) and 4. */
export const INGREDIENT_CLASSES = [
  'vitamin',
  'mineral',
  'amino_acid',
  'coenzyme',
  'antioxidant',
  'peptide',
  'hyaluronic_acid',
  'polynucleotide',
  'vasodilator',
  'five_alpha_reductase_inhibitor',
  'anaesthetic',
  'corticosteroid',
  'hormone',
  'enzyme',
  'growth_factor',
  'biologic',
  'autologous_product',
  'plant_extract',
  'homeopathic',
  'ready_made_mix',
  'diluent',
  'other',
] as const;
/** One class of ingredient. */
export type IngredientClass = (typeof INGREDIENT_CLASSES)[number];
/** What each is called on screen. */
export const INGREDIENT_CLASS_LABELS: Record<IngredientClass, string> = {
  vitamin: 'Vitamin',
  mineral: 'Mineral',
  amino_acid: 'Amino acid',
  coenzyme: 'Coenzyme',
  antioxidant: 'Antioxidant',
  peptide: 'Peptide',
  hyaluronic_acid: 'Hyaluronic acid',
  polynucleotide: 'PN or PDRN',
  vasodilator: 'Vasodilator',
  five_alpha_reductase_inhibitor: '5-alpha-reductase inhibitor',
  anaesthetic: 'Local anaesthetic',
  corticosteroid: 'Corticosteroid',
  hormone: 'Hormone',
  enzyme: 'Enzyme',
  growth_factor: 'Growth factor',
  biologic: 'Biologic or cell product',
  autologous_product: 'From the patient’s own blood or tissue',
  plant_extract: 'Plant extract',
  homeopathic: 'Homeopathic',
  ready_made_mix: 'Ready-made mix',
  diluent: 'Diluent',
  other: 'Other',
};

/** The clinic's own label for an ingredient's part in a cocktail; it is no evidence. */
export const INGREDIENT_TIERS = ['principal', 'complementary'] as const;
/** One tier. */
export type IngredientTier = (typeof INGREDIENT_TIERS)[number];
/** What each is called on screen. */
export const INGREDIENT_TIER_LABELS: Record<IngredientTier, string> = {
  principal: 'Principal',
  complementary: 'Complementary',
};

/** What it is dissolved in. Source: CLINICAL.md section 4, "Mixing". */
export const VEHICLES = [
  'water',
  'saline',
  'glycol',
  'alcohol',
  'oil',
  'gel',
  'suspension',
  'powder',
  'plasma',
  'other',
  'unknown',
] as const;
/** One vehicle. */
export type Vehicle = (typeof VEHICLES)[number];
/** What each is called on screen. */
export const VEHICLE_LABELS: Record<Vehicle, string> = {
  water: 'Water',
  saline: 'Saline',
  glycol: 'Glycol',
  alcohol: 'Alcohol',
  oil: 'Oil',
  gel: 'Gel',
  suspension: 'Suspension',
  powder: 'Powder to dissolve',
  plasma: 'Plasma',
  other: 'Other',
  unknown: 'Not known',
};

/** How the product may be used by law. Source: CLINICAL.md section 4, "Status enum". */
export const REGULATORY_STATUSES = [
  'licensed_for_use',
  'licensed_off_label',
  'compounded',
  'medical_device',
  'autologous',
  'cosmetic_not_for_injection',
  'unlicensed_unknown',
] as const;
/** One regulatory status. */
export type RegulatoryStatus = (typeof REGULATORY_STATUSES)[number];
/** What each is called on screen. */
export const REGULATORY_STATUS_LABELS: Record<RegulatoryStatus, string> = {
  licensed_for_use: 'Licensed for this use',
  licensed_off_label: 'Licensed, used off-label',
  compounded: 'Compounded',
  medical_device: 'Medical device',
  autologous: 'Autologous',
  cosmetic_not_for_injection: 'Cosmetic, not for injection',
  unlicensed_unknown: 'Unlicensed or not known',
};

/** How strength is written. `as_supplied` stands for a product without a stated strength. */
export const CONCENTRATION_UNITS = [
  'mg_per_ml',
  'microgram_per_ml',
  'percent',
  'iu_per_ml',
  'as_supplied',
] as const;
/** One unit of strength. */
export type ConcentrationUnit = (typeof CONCENTRATION_UNITS)[number];
/** What each is called on screen. Per cent is weight in volume: 1 % is 10 mg/ml. */
export const CONCENTRATION_UNIT_LABELS: Record<ConcentrationUnit, string> = {
  mg_per_ml: 'mg/ml',
  microgram_per_ml: 'µg/ml',
  percent: '%',
  iu_per_ml: 'IU/ml',
  as_supplied: 'as supplied',
};

/** The chemical family of a local anaesthetic: allergies seldom cross from one to the other. */
export const ANAESTHETIC_FAMILIES = ['none', 'ester', 'amide'] as const;
/** One family. */
export type AnaestheticFamily = (typeof ANAESTHETIC_FAMILIES)[number];
/** What each is called on screen. */
export const ANAESTHETIC_FAMILY_LABELS: Record<AnaestheticFamily, string> = {
  none: 'Not an anaesthetic',
  ester: 'Ester (such as procaine)',
  amide: 'Amide (such as lidocaine)',
};
