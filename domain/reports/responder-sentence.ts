import type { Indication } from '#domain/courses/indication.ts';
import { OUTCOME_WINDOWS, type OutcomeWeek } from '#domain/outcomes/windows.ts';
import type {
  ResponderGroup,
  ResponderGrouping,
  ResponderMeasure,
  ResponderThreshold,
} from './responders.ts';

/** Changes whenever the definition below does; printed with every chart and export. */
export const RESPONDER_DEFINITION_VERSION = '1';

/** What the words of a row depend on. */
export type ResponderWords = {
  week: OutcomeWeek;
  measure: ResponderMeasure;
  threshold: ResponderThreshold;
  groupBy: ResponderGrouping;
};

type MeasureWords = {
  name: string;
  rated: Record<ResponderThreshold, string>;
  missing: string;
};

const MEASURE_WORDS: Record<ResponderMeasure, MeasureWords> = {
  photo_global_assessment: {
    name: 'photo global assessment',
    rated: {
      1: 'were rated at least slightly improved',
      2: 'were rated at least clearly improved',
    },
    missing: 'had no photo rated',
  },
  patient_global_change: {
    name: 'patient global change',
    rated: {
      1: 'reported at least a slight improvement',
      2: 'reported at least a clear improvement',
    },
    missing: 'gave no answer',
  },
};

const CAUSES: Record<ResponderGrouping, string> = {
  recipe: 'the recipe',
  technique: 'the technique',
  indication: 'the treatment',
};

const RECOVERY_NOTES: Partial<Record<Indication, string>> = {
  telogen_effluvium: 'Telogen effluvium largely recovers untreated.',
  postpartum_effluvium: 'Shedding after birth largely recovers untreated.',
  alopecia_areata: 'Alopecia areata often regrows untreated.',
};

/** The note beside two or more rows. Source: CLINICAL.md section 6, "Plain words". */
export const COMPARISON_NOTE =
  'These groups differ in age, diagnosis and other treatment. Not a fair test.';

/** The note under every chart of responders, whatever it shows. */
export const causeNote = (groupBy: ResponderGrouping): string =>
  'Some people improve without an active ingredient; ' +
  `this does not show that ${CAUSES[groupBy]} caused it.`;

/** What is counted, in one paragraph. Source: PRODUCT.md, "Words and windows". */
export function responderDefinition({ week, measure, threshold, groupBy }: ResponderWords): string {
  const { day, tolerance } = OUTCOME_WINDOWS[week];
  return (
    `Responder: at least +${threshold} on the ${MEASURE_WORDS[measure].name} at week ${week} ` +
    `(day ${day} ± ${tolerance} from the first signed session). ` +
    'Of several readings the nearest to the target day counts, the earlier on a tie, a blinded ' +
    'one before an unblinded. One row per patient: the first course in the period for the ' +
    `indication. ${GROUPING_WORDS[groupBy]} ` +
    'Due: the window has closed, or the person is assessed. Shown of those assessed, and of all ' +
    'due with a missing reading counted as no response. Wilson 95 % intervals; counts only ' +
    'below 10 people.'
  );
}

const GROUPING_WORDS: Record<ResponderGrouping, string> = {
  recipe: 'Rows: recipe version of the first session, within an indication.',
  technique: 'Rows: technique of the first session, within an indication.',
  indication: 'Rows: indication.',
};

const people = (count: number) => (count === 1 ? '1 person' : `${count} people`);
const percent = (share: number) => String(Math.round(share * 100));

/** "50–83 %", or "83 %" where both ends round to the same. */
function percentRange({ low, high }: { low: number; high: number }): string {
  const [from, to] = [percent(low), percent(high)];
  return from === to ? `${from} %` : `${from}–${to} %`;
}

/**
 * A row in plain English: counts, interval, who is missing, and always that it shows no cause.
 * Source: CLINICAL.md section 6, "Plain words".
 */
export function responderSentence(group: ResponderGroup, words: ResponderWords): string {
  return [
    ...(group.assessed === 0 ? nobodyAssessed(group, words) : assessedWords(group, words)),
    ...notYetDue(group),
    RECOVERY_NOTES[group.indication],
    causeNote(words.groupBy),
  ]
    .filter((sentence) => sentence !== undefined)
    .join(' ');
}

function nobodyAssessed(group: ResponderGroup, { week, measure }: ResponderWords): string[] {
  if (group.due === 0) return [`Nobody is due at week ${week} yet.`];
  return [
    `Nobody is assessed at week ${week}: ` +
      `all ${people(group.due)} due ${MEASURE_WORDS[measure].missing}.`,
  ];
}

function assessedWords(group: ResponderGroup, words: ResponderWords): string[] {
  const { assessed, responders, due, ofAssessed, ofDue } = group;
  const { rated, missing } = MEASURE_WORDS[words.measure];
  const share = ofAssessed === null ? '' : ` (${percent(ofAssessed.value)} %)`;
  const sentences = [
    `${responders} of ${people(assessed)} assessed at week ${words.week}${share} ` +
      `${rated[words.threshold]}.`,
  ];
  if (ofAssessed === null) sentences.push('That is too few people for a percentage.');
  else {
    const opening = assessed < 100 ? 'With so few people the' : 'The';
    sentences.push(`${opening} true figure could plausibly be ${percentRange(ofAssessed)}.`);
  }
  const missed = due - assessed;
  if (missed > 0) {
    sentences.push(`${missed} of the ${due} who started and are due ${missing}.`);
    if (ofDue !== null) {
      sentences.push(
        'Counted as not improved, that would be ' +
          `${responders} of ${due} (${percent(ofDue.value)} %; ${percentRange(ofDue)}).`,
      );
    }
  }
  return sentences;
}

function notYetDue({ started, due }: ResponderGroup): string[] {
  const waiting = started - due;
  if (waiting === 0 || due === 0) return [];
  return [`${people(waiting)} who started ${waiting === 1 ? 'is' : 'are'} not due yet.`];
}
