/** How the product reaches the scalp. Source: CLINICAL.md section 1 (S2, S4; R5, R16). */
export const TECHNIQUES = [
  'point_by_point',
  'nappage',
  'mesogun',
  'dermaroller',
  'micro_needling_pen',
] as const;
/** One technique. */
export type Technique = (typeof TECHNIQUES)[number];
/** What each is called on screen. */
export const TECHNIQUE_LABELS: Record<Technique, string> = {
  point_by_point: 'Point by point',
  nappage: 'Nappage',
  mesogun: 'Mesogun',
  dermaroller: 'Dermaroller',
  micro_needling_pen: 'Micro-needling pen',
};

/** Whether a technique injects a volume; needling only spreads a product, if any. */
export const isInjection = (technique: Technique): boolean =>
  technique !== 'dermaroller' && technique !== 'micro_needling_pen';

/** Whether each point is set, so that points and spacing can be told (not so in nappage). */
export const hasCountedPoints = (technique: Technique): boolean =>
  technique === 'point_by_point' || technique === 'mesogun';

/** How pain was dulled. Source: CLINICAL.md section 1 (S1, S3). */
export const ANAESTHESIA_METHODS = [
  'none',
  'cream',
  'gel',
  'cooling',
  'infiltration',
  'other',
] as const;
/** One method. */
export type AnaesthesiaMethod = (typeof ANAESTHESIA_METHODS)[number];
/** What each is called on screen. */
export const ANAESTHESIA_LABELS: Record<AnaesthesiaMethod, string> = {
  none: 'None',
  cream: 'Cream',
  gel: 'Gel',
  cooling: 'Cooling',
  infiltration: 'Infiltration',
  other: 'Other',
};

/** The nine quick picks; codes are those of side effects. Source: CLINICAL.md section 1 (S3). */
export const REACTIONS = [
  'red',
  'swell',
  'bump',
  'itch',
  'bruise',
  'rash',
  'nausea',
  'pain',
  'sensit',
] as const;
/** One reaction. */
export type Reaction = (typeof REACTIONS)[number];
/** What each is called on screen. */
export const REACTION_LABELS: Record<Reaction, string> = {
  red: 'Redness',
  swell: 'Swelling',
  bump: 'Bumps',
  itch: 'Itching',
  bruise: 'Bruising',
  rash: 'Rash',
  nausea: 'Nausea',
  pain: 'Pain',
  sensit: 'Sensitivity',
};

/** The patient's answer to "Have you noticed a change?". */
export const NOTICED_CHANGES = ['yes', 'no', 'not_asked'] as const;
/** One answer. */
export type NoticedChange = (typeof NOTICED_CHANGES)[number];
/** What each is called on screen. */
export const NOTICED_CHANGE_LABELS: Record<NoticedChange, string> = {
  yes: 'Yes',
  no: 'No',
  not_asked: 'Not asked',
};

/** A draft may be incomplete and changes; a signed session never does. */
export const SESSION_STATUSES = ['draft', 'signed'] as const;
/** One status. */
export type SessionStatus = (typeof SESSION_STATUSES)[number];
