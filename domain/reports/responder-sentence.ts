import { OUTCOME_WINDOWS, type OutcomeWeek } from '#domain/outcomes/windows.ts';
import { populationWords, type ReportGrouping } from './report-filters.ts';
import { causeNote, people, percent, percentRange, RECOVERY_NOTES } from './report-words.ts';
import {
  LATE_SESSION_DAYS,
  type ResponderGroup,
  type ResponderMeasure,
  type ResponderThreshold,
} from './responders.ts';

/** Changes whenever the definition below does; printed with every chart and export. */
export const RESPONDER_DEFINITION_VERSION = '2';

/** What the words of a row depend on. */
export type ResponderWords = {
  week: OutcomeWeek;
  measure: ResponderMeasure;
  threshold: ResponderThreshold;
  groupBy: ReportGrouping;
  /** The k of the session asked about, in place of the week. */
  session: number | null;
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

/** What is counted, in one paragraph. Source: PRODUCT.md, "Words and windows". */
export function responderDefinition(words: ResponderWords): string {
  const { week, session, measure, threshold } = words;
  const { day, tolerance } = OUTCOME_WINDOWS[week];
  const when =
    session === null
      ? `at week ${week} (day ${day} ± ${tolerance} from the first signed session). ` +
        'Of several readings the nearest to the target day counts, the earlier on a tie, a ' +
        'blinded one before an unblinded. '
      : `at session ${session} (taken at it or on its day; a blinded reading before an ` +
        'unblinded). Who stopped before has no reading: look at all due, and at fixed weeks. ';
  const due =
    session === null
      ? 'Due: the window has closed, or the person is assessed. '
      : `Due: session ${session} was held, or its latest planned day is ${LATE_SESSION_DAYS} ` +
        'days past. ';
  return (
    `Responder: at least +${threshold} on the ${MEASURE_WORDS[measure].name} ${when}` +
    `${populationWords(words.groupBy)} ${due}Shown of those assessed, and of all ` +
    'due with a missing reading counted as no response. Wilson 95 % intervals; counts only ' +
    'below 10 people.'
  );
}

/** When a row is about: "week 12" or "session 3". */
export const responderPoint = ({ week, session }: Pick<ResponderWords, 'week' | 'session'>) =>
  session === null ? `week ${week}` : `session ${session}`;

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

function nobodyAssessed(group: ResponderGroup, words: ResponderWords): string[] {
  const { measure } = words;
  if (group.due === 0) return [`Nobody is due at ${responderPoint(words)} yet.`];
  return [
    `Nobody is assessed at ${responderPoint(words)}: ` +
      `all ${people(group.due)} due ${MEASURE_WORDS[measure].missing}.`,
  ];
}

function assessedWords(group: ResponderGroup, words: ResponderWords): string[] {
  const { assessed, responders, due, ofAssessed, ofDue } = group;
  const { rated, missing } = MEASURE_WORDS[words.measure];
  const share = ofAssessed === null ? '' : ` (${percent(ofAssessed.value)} %)`;
  const sentences = [
    `${responders} of ${people(assessed)} assessed at ${responderPoint(words)}${share} ` +
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
