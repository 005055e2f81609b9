import type { FindingLevel } from '#domain/ingredients/finding.ts';

/** When an item is asked: at every session, once for each course, or once for each patient. */
export const REASKS = ['every', 'course', 'first'] as const;
/** One way of asking again. */
export type Reask = (typeof REASKS)[number];
/** What each is called on screen. */
export const REASK_LABELS: Record<Reask, string> = {
  every: 'Every time',
  course: 'Each course',
  first: 'Once',
};

/** What is asked before a session. Source: CLINICAL.md section 5. */
export const SCREENING_ITEMS = [
  'pregnancy',
  'breastfeeding',
  'allergy',
  'active_infection',
  'anticoagulant',
  'cancer',
  'autoimmune',
  'organ_disease',
  'keloid_scarring',
  'cardiac',
  'mood_sexual',
  'needle_phobia',
  'previous_reaction',
  'recent_procedure',
  'under_18',
  'undiagnosed_cause',
  'body_image',
  'blood_tests',
] as const;
/** One item. */
export type ScreeningItem = (typeof SCREENING_ITEMS)[number];

/** What an item is: its words, its default level, and when it is asked again. */
type ItemDetails = {
  /** What a clinician reads. */
  label: string;
  /** What the patient reads on the form; null for what only a clinician judges. */
  question: string | null;
  /** What a "yes" means for the session, by default. */
  level: FindingLevel;
  reask: Reask;
  /** What the finding says beside its label. */
  advice: string;
  /** The clinic may not set another level. */
  isLevelFixed?: true;
};

/** Every item. Levels are defaults; a clinic sets its own. Source: CLINICAL.md section 5. */
export const SCREENING_DETAILS: Record<ScreeningItem, ItemDetails> = {
  pregnancy: {
    label: 'Pregnant, could be, or trying',
    question: 'Are you pregnant, could you be, or are you trying to be?',
    level: 'stop',
    reask: 'every',
    advice: 'With a 5-alpha-reductase inhibitor this is never overridden.',
    isLevelFixed: true,
  },
  breastfeeding: {
    label: 'Breastfeeding',
    question: 'Are you breastfeeding?',
    level: 'stop',
    reask: 'every',
    advice: 'A prescriber decides.',
  },
  allergy: {
    label: 'Allergy to an ingredient, anaesthetic, latex, antiseptic or fish',
    question:
      'Are you allergic to a medicine, an anaesthetic, latex, an antiseptic or fish, or did you become so since last time?',
    level: 'stop',
    reask: 'every',
    advice: 'A stop if it is in the recipe: record what it is to.',
  },
  active_infection: {
    label: 'Active scalp infection, dermatitis or wound; fever',
    question: 'Do you have a fever today, or an infection, a rash or a wound on the scalp?',
    level: 'stop',
    reask: 'every',
    advice: 'Not today.',
  },
  anticoagulant: {
    label: 'Anticoagulant or antiplatelet, bleeding disorder',
    question: 'Do you take blood thinners or aspirin, or do you bleed or bruise easily?',
    level: 'review',
    reask: 'every',
    advice: 'Bruising. Whether to go on taking a medicine is for whoever prescribed it.',
  },
  cancer: {
    label: 'Cancer now, chemotherapy, radiotherapy to the scalp',
    question: 'Do you have cancer, or have you had chemotherapy, or radiotherapy to the head?',
    level: 'stop',
    reask: 'course',
    advice: 'A prescriber decides.',
  },
  autoimmune: {
    label: 'Autoimmune disease, immunosuppressed',
    question: 'Do you have an autoimmune disease, or take medicine that weakens immunity?',
    level: 'review',
    reask: 'course',
    advice: 'Look at it before the session.',
  },
  organ_disease: {
    label: 'Diabetes; heart, liver or kidney failure; stroke',
    question: 'Do you have diabetes, heart, liver or kidney disease, or have you had a stroke?',
    level: 'review',
    reask: 'course',
    advice: 'Look at it before the session.',
  },
  keloid_scarring: {
    label: 'Keloid tendency; scarring alopecia, shaft disorder; complete baldness',
    question: 'Do your wounds leave thick scars, or were you told you have scarring hair loss?',
    level: 'review',
    reask: 'course',
    advice: 'Mesotherapy is said not to suit scarring or shaft disorders.',
  },
  cardiac: {
    label: 'Cardiac disease or blood pressure drugs (minoxidil)',
    question: 'Do you have heart trouble, or take medicine for blood pressure?',
    level: 'review',
    reask: 'every',
    advice: 'Take the blood pressure.',
  },
  mood_sexual: {
    label: 'Depression, suicidal thoughts; sexual dysfunction (5-ARI)',
    question:
      'Have you felt very low or had thoughts of harming yourself, or had sexual difficulties?',
    level: 'review',
    reask: 'every',
    advice: 'Speak about it before the session; suicidal thoughts are urgent.',
  },
  needle_phobia: {
    label: 'Needle phobia, fainted before',
    question: 'Are you afraid of needles, or have you fainted from one?',
    level: 'note',
    reask: 'first',
    advice: 'Lie down, and observe.',
  },
  previous_reaction: {
    label: 'Reaction to an earlier session',
    question: 'Did anything trouble you after an earlier session?',
    level: 'review',
    reask: 'every',
    advice: 'Record it as a side effect if it is not yet.',
  },
  recent_procedure: {
    label: 'Laser, peel, dye, transplant, PRP or other injections in the last 4 weeks',
    question:
      'In the last 4 weeks: laser, peel, hair dye, a transplant, PRP or other injections on the head?',
    level: 'review',
    reask: 'every',
    advice: 'Look at the skin, and at the days between.',
  },
  under_18: {
    label: 'Under 18',
    question: 'Are you under 18?',
    level: 'stop',
    reask: 'first',
    advice: 'The clinic’s policy decides.',
  },
  undiagnosed_cause: {
    label: 'Cause not diagnosed (iron, thyroid, drug, alopecia areata)',
    question: null,
    level: 'review',
    reask: 'first',
    advice: 'Look for a cause that has a treatment of its own.',
  },
  body_image: {
    label: 'Concern out of proportion to what is seen',
    question: null,
    level: 'review',
    reask: 'first',
    advice: 'A prompt for the clinician, and for nobody else.',
    isLevelFixed: true,
  },
  blood_tests: {
    label: 'Blood tests in the next or last 72 hours (biotin)',
    question: 'Have you had, or will you have, a blood test within 72 hours?',
    level: 'note',
    reask: 'every',
    advice: 'Biotin can change results: tell the laboratory.',
  },
};

/** Items that no manager or receptionist sees by name. Source: CLINICAL.md section 5. */
export const CLINICIAN_ONLY_ITEMS: readonly ScreeningItem[] = ['body_image'];

/** Items the patient answers on the form. */
export const PATIENT_ITEMS: readonly ScreeningItem[] = SCREENING_ITEMS.filter(
  (item) => SCREENING_DETAILS[item].question !== null,
);
