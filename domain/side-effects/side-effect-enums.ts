/** Our own codes of side effects; no licensed code set. Source: CLINICAL.md section 3.1. */
export const SIDE_EFFECTS = [
  'red',
  'tender',
  'swell',
  'bump',
  'pain',
  'headache',
  'bruise',
  'itch',
  'rash',
  'urticaria',
  'nausea',
  'faint',
  'sensit',
  'bleed',
  'follic',
  'infect',
  'ntm',
  'granul',
  'necros',
  'scar',
  'pigm',
  'alop_patch',
  'shed',
  'allergy',
  'anaph',
  'cardio',
  'sexual',
  'mood',
  'last',
  'other',
] as const;
/** One side effect. */
export type SideEffectCode = (typeof SIDE_EFFECTS)[number];

const FEW_DAYS = 72;
const DAY = 24;

/**
 * What each is called, and within how many hours after it began it usually ends. Null: it has no
 * usual end, so it is reviewed from the start. The hours are what articles state, no pass mark.
 * Source: CLINICAL.md sections 1 (S0, S1) and 3.1.
 */
export const SIDE_EFFECT_DETAILS: Record<
  SideEffectCode,
  { label: string; expectedHours: number | null }
> = {
  red: { label: 'Redness, warmth', expectedHours: 48 },
  tender: { label: 'Tenderness', expectedHours: 48 },
  swell: { label: 'Swelling', expectedHours: FEW_DAYS },
  bump: { label: 'Bumps', expectedHours: FEW_DAYS },
  pain: { label: 'Pain', expectedHours: 48 },
  headache: { label: 'Headache', expectedHours: 48 },
  bruise: { label: 'Bruising', expectedHours: 7 * DAY },
  itch: { label: 'Itching', expectedHours: 48 },
  rash: { label: 'Rash', expectedHours: FEW_DAYS },
  urticaria: { label: 'Hives', expectedHours: FEW_DAYS },
  nausea: { label: 'Nausea', expectedHours: DAY },
  faint: { label: 'Faint or near-faint', expectedHours: 1 },
  sensit: { label: 'Scalp sensitivity', expectedHours: FEW_DAYS },
  bleed: { label: 'Pinpoint bleeding', expectedHours: DAY },
  follic: { label: 'Folliculitis', expectedHours: 14 * DAY },
  infect: { label: 'Infection or abscess', expectedHours: null },
  ntm: { label: 'Atypical mycobacteria', expectedHours: null },
  granul: { label: 'Nodule, granuloma or panniculitis', expectedHours: null },
  necros: { label: 'Necrosis', expectedHours: null },
  scar: { label: 'Scar or keloid', expectedHours: null },
  pigm: { label: 'Change of pigment', expectedHours: null },
  alop_patch: { label: 'Patchy hair loss at the sites', expectedHours: null },
  shed: { label: 'More shedding than before', expectedHours: 8 * 7 * DAY },
  allergy: { label: 'Allergic reaction of the body', expectedHours: null },
  anaph: { label: 'Anaphylaxis', expectedHours: null },
  cardio: { label: 'Low blood pressure, palpitations, dizziness', expectedHours: DAY },
  sexual: { label: 'Sexual side effect', expectedHours: null },
  mood: { label: 'Low mood or suicidal thoughts', expectedHours: null },
  last: { label: 'Local-anaesthetic toxicity', expectedHours: null },
  other: { label: 'Other', expectedHours: 48 },
};

/** How exactly the beginning is known. */
export const ONSET_PRECISIONS = ['exact', 'day', 'week'] as const;
/** One precision. */
export type OnsetPrecision = (typeof ONSET_PRECISIONS)[number];
/** What each is called on screen. */
export const ONSET_PRECISION_LABELS: Record<OnsetPrecision, string> = {
  exact: 'To the hour',
  day: 'To the day',
  week: 'To the week',
};

/** How it came to be known; asked and volunteered rates are charted apart. */
export const REPORT_SOURCES = ['asked', 'volunteered', 'phone'] as const;
/** One source. */
export type ReportSource = (typeof REPORT_SOURCES)[number];
/** What each is called on screen. */
export const REPORT_SOURCE_LABELS: Record<ReportSource, string> = {
  asked: 'Asked for',
  volunteered: 'Volunteered',
  phone: 'By phone',
};

/** Severity by what it needs and limits; own words. Source: CLINICAL.md sections 0.6 and 3.1. */
export const GRADES = [1, 2, 3, 4, 5] as const;
/** One grade. */
export type Grade = (typeof GRADES)[number];
/** What each means. */
export const GRADE_LABELS: Record<Grade, string> = {
  1: 'Mild: no treatment needed',
  2: 'Moderate: simple or local treatment, or it limits work and shopping',
  3: 'Severe: medically significant, hospital or operation, or it limits self-care',
  4: 'Life-threatening',
  5: 'Death',
};

/** The scheme a new grade is given by; each grade keeps its own, and history is not re-graded. */
export const GRADE_SCHEME = { name: 'function and intervention', version: '1' } as const;

/** How it ended or stands. */
export const SIDE_EFFECT_OUTCOMES = [
  'recovered',
  'recovering',
  'not_recovered',
  'with_sequelae',
  'fatal',
  'unknown',
] as const;
/** One outcome. */
export type SideEffectOutcome = (typeof SIDE_EFFECT_OUTCOMES)[number];
/** What each is called on screen. */
export const SIDE_EFFECT_OUTCOME_LABELS: Record<SideEffectOutcome, string> = {
  recovered: 'Recovered',
  recovering: 'Recovering',
  not_recovered: 'Not recovered',
  with_sequelae: 'Recovered with lasting effects',
  fatal: 'Fatal',
  unknown: 'Not known',
};

/** What was done about it. */
export const SIDE_EFFECT_ACTIONS = [
  'none',
  'advice',
  'topical',
  'oral',
  'referral',
  'emergency_room',
  'session_withheld',
  'course_stopped',
] as const;
/** One action. */
export type SideEffectAction = (typeof SIDE_EFFECT_ACTIONS)[number];
/** What each is called on screen. */
export const SIDE_EFFECT_ACTION_LABELS: Record<SideEffectAction, string> = {
  none: 'None',
  advice: 'Advice',
  topical: 'Treatment on the skin',
  oral: 'Treatment by mouth',
  referral: 'Referral',
  emergency_room: 'Emergency room',
  session_withheld: 'Session withheld',
  course_stopped: 'Course stopped',
};

/** Criteria of seriousness [R49]; none of them means not serious. Severe is not serious. */
export const SERIOUSNESS_CRITERIA = [
  'death',
  'life_threatening',
  'hospital_stay',
  'lasting_disability',
  'birth_defect',
  'important_medical_event',
] as const;
/** One criterion. */
export type SeriousnessCriterion = (typeof SERIOUSNESS_CRITERIA)[number];
/** What each is called on screen. */
export const SERIOUSNESS_LABELS: Record<SeriousnessCriterion, string> = {
  death: 'Death',
  life_threatening: 'Life-threatening',
  hospital_stay: 'Hospital stay, or a longer one',
  lasting_disability: 'Lasting disability',
  birth_defect: 'Birth defect',
  important_medical_event: 'Important medical event',
};

/** How likely something caused it [R50], own words. */
export const RELATEDNESS = [
  'certain',
  'probable',
  'possible',
  'unlikely',
  'conditional',
  'unassessable',
] as const;
/** One level. */
export type Relatedness = (typeof RELATEDNESS)[number];
/** What each is called on screen. */
export const RELATEDNESS_LABELS: Record<Relatedness, string> = {
  certain: 'Certain: timing fits, no other cause, settles on stopping',
  probable: 'Probable: timing fits, another cause is unlikely',
  possible: 'Possible: timing fits, another cause could be',
  unlikely: 'Unlikely: timing does not fit, another cause could be',
  conditional: 'Conditional: more data awaited',
  unassessable: 'Cannot be assessed',
};

/** Signs that decide how soon a clinician looks. Source: CLINICAL.md section 3.3. */
export const WARNING_SIGNS = [
  'breathing_trouble',
  'collapse',
  'face_or_tongue_swelling',
  'suicidal_thoughts',
  'spreading_redness',
  'fever',
  'pus',
  'blackening_skin',
  'severe_pain',
  'new_nodule',
  'new_bald_patch',
] as const;
/** One sign. */
export type WarningSign = (typeof WARNING_SIGNS)[number];
/** What each is called on screen. */
export const WARNING_SIGN_LABELS: Record<WarningSign, string> = {
  breathing_trouble: 'Trouble breathing',
  collapse: 'Collapse',
  face_or_tongue_swelling: 'Swelling of face or tongue',
  suicidal_thoughts: 'Suicidal thoughts',
  spreading_redness: 'Spreading redness',
  fever: 'Fever',
  pus: 'Pus',
  blackening_skin: 'Blackening skin',
  severe_pain: 'Severe pain',
  new_nodule: 'New nodule',
  new_bald_patch: 'New bald patch',
};

/** Whether it is reported outside the clinic; the app submits nothing. Source: section 3.3 [R51]. */
export const REPORTING_DECISIONS = ['to_report', 'reported', 'not_reportable'] as const;
/** One decision. */
export type ReportingDecision = (typeof REPORTING_DECISIONS)[number];
/** What each is called on screen. */
export const REPORTING_DECISION_LABELS: Record<ReportingDecision, string> = {
  to_report: 'To be reported',
  reported: 'Reported',
  not_reportable: 'Not to be reported',
};
