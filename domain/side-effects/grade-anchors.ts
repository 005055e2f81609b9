import type { Grade, SideEffectCode } from './side-effect-enums.ts';

type Anchors = Partial<Record<Grade, string>>;

const INJECTION_SITE: Anchors = {
  1: 'Tender, perhaps warm, red or itching; no treatment',
  2: 'Simple or local treatment, or it limits work and shopping; swelling alone is not yet grade 2 here',
  3: 'Ulcer, dead tissue or an operation, or it limits self-care',
};
const PAIN: Anchors = {
  1: 'Mild',
  2: 'Limits work and shopping',
  3: 'Limits self-care',
};
const INFECTION: Anchors = {
  1: 'Local care is enough',
  2: 'Treatment by mouth',
  3: 'Treatment through a vein, opened or operated on, or hospital',
};
const RASH: Anchors = {
  1: 'Under 10 % of the body',
  2: '10–30 % of the body',
  3: 'Over 30 % of the body, and it limits self-care',
};

/**
 * What the grades look like for an effect, in our own words, by function and intervention. An
 * effect that is not here, or a grade that is missing, follows the general scheme.
 * Source: CLINICAL.md sections 0.6 and 3.1 [R11, R12, R42].
 */
export const GRADE_ANCHORS: Partial<Record<SideEffectCode, Anchors>> = {
  red: INJECTION_SITE,
  tender: INJECTION_SITE,
  swell: INJECTION_SITE,
  bump: INJECTION_SITE,
  pain: PAIN,
  headache: PAIN,
  bruise: { 1: 'At the sites only', 2: 'Beyond the sites' },
  itch: {
    1: 'Mild, at one place',
    2: 'Widespread, or a drug by mouth',
    3: 'Constant, or a steroid by mouth or injection',
  },
  rash: RASH,
  urticaria: RASH,
  nausea: { 1: 'Less appetite', 2: 'Eats less', 3: 'Tube or hospital' },
  faint: { 2: 'Near-faint', 3: 'Fainted' },
  follic: { 1: 'Under 10 % of the scalp', 2: 'More, or treatment by mouth' },
  infect: INFECTION,
  ntm: { 2: 'Antibiotics by mouth', 3: 'Opened or operated on, or a vein, or hospital' },
  necros: { 3: 'Dead tissue begins at grade 3' },
  allergy: {
    1: 'No drug for the whole body',
    2: 'A drug by mouth',
    3: 'A drug through a vein, tight airways or hospital',
  },
  anaph: { 3: 'Begins at grade 3' },
};

/** What to describe beside the grade, where a grade alone says little. Source: section 3.1. */
export const DESCRIBE_TOO: Partial<Record<SideEffectCode, string>> = {
  alop_patch: 'Say how many patches, how large, and whether they scar; take a photo.',
  cardio: 'Write down the blood pressure and pulse.',
  shed: 'Write down the shed count, if there is one.',
  granul: 'Say how many, how large and where.',
  ntm: 'Say how many, how large and where, and which cultures were taken.',
};
