import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  INDICATION_LABELS,
  INDICATIONS,
  OFTEN_RECOVERS_UNTREATED,
} from '#domain/courses/indication.ts';
import {
  MEASURE_DETAILS,
  PATIENT_STEP_LABELS,
  PHOTO_STEP_LABELS,
} from '#domain/outcomes/measure.ts';
import { OUTCOME_WEEKS } from '#domain/outcomes/windows.ts';
import { BANNED_WORDS, findBannedWords } from './banned-words.ts';
import { REPORT_GROUPING_LABELS, REPORT_GROUPINGS } from './report-filters.ts';
import { causeNote, COMPARISON_NOTE } from './report-words.ts';
import {
  responderDefinition,
  responderSentence,
  type ResponderWords,
} from './responder-sentence.ts';
import {
  RESPONDER_MEASURES,
  RESPONDER_THRESHOLDS,
  type ResponderCounts,
  responderRow,
} from './responders.ts';

const words: ResponderWords = {
  week: 12,
  measure: 'photo_global_assessment',
  threshold: 1,
  groupBy: 'recipe',
  session: null,
};
const row = (given: Partial<ResponderCounts> = {}) =>
  responderRow({
    key: 'a',
    label: 'AGA-W base v2',
    indication: 'androgenetic_female',
    started: 35,
    due: 35,
    assessed: 26,
    responders: 18,
    sessions: 140,
    ...given,
  });
const say = (given: Partial<ResponderCounts>, other: Partial<ResponderWords> = {}) =>
  responderSentence(row(given), { ...words, ...other });

const NOTE =
  'Some people improve without an active ingredient; this does not show that the recipe caused it.';

test('counts, interval, who is missing, and no cause', () => {
  expect(say({})).toBe(
    '18 of 26 people assessed at week 12 (69 %) were rated at least slightly improved. ' +
      'With so few people the true figure could plausibly be 50–83 %. ' +
      '9 of the 35 who started and are due had no photo rated. ' +
      'Counted as not improved, that would be 18 of 35 (51 %; 36–67 %). ' +
      NOTE,
  );
});

test('below ten people there is no percentage', () => {
  expect(say({ assessed: 7, responders: 3, due: 7, started: 7 })).toBe(
    '3 of 7 people assessed at week 12 were rated at least slightly improved. ' +
      `That is too few people for a percentage. ${NOTE}`,
  );
  expect(say({ assessed: 1, responders: 1, due: 1, started: 1 })).toContain('1 of 1 person');
});

test('nobody assessed, nobody due', () => {
  expect(say({ assessed: 0, responders: 0, due: 5, started: 8 })).toBe(
    'Nobody is assessed at week 12: all 5 people due had no photo rated. ' +
      `3 people who started are not due yet. ${NOTE}`,
  );
  expect(say({ assessed: 0, responders: 0, due: 0, started: 8 })).toBe(
    `Nobody is due at week 12 yet. ${NOTE}`,
  );
});

test('the two measures and the strict threshold have their own words', () => {
  expect(say({}, { measure: 'patient_global_change', week: 24 })).toContain(
    'people assessed at week 24 (69 %) reported at least a slight improvement.',
  );
  expect(say({}, { measure: 'patient_global_change' })).toContain('due gave no answer.');
  expect(say({}, { threshold: 2 })).toContain('were rated at least clearly improved.');
});

test('with a hundred people it does not call them few', () => {
  const many = say({ assessed: 100, responders: 90, due: 100, started: 101 });
  expect(many).toContain('(90 %) were rated');
  expect(many).toContain('The true figure could plausibly be 83–94 %.');
  expect(many).toContain('1 person who started is not due yet.');
});

test('what often recovers untreated says so, always', () => {
  for (const indication of INDICATIONS) {
    const notes = /untreated/.test(say({ indication }));
    expect(notes).toBe(OFTEN_RECOVERS_UNTREATED.includes(indication));
  }
});

test('the note about the cause is always last', () => {
  for (const groupBy of REPORT_GROUPINGS) {
    expect(say({}, { groupBy }).endsWith(causeNote(groupBy))).toBe(true);
    expect(say({ due: 0, assessed: 0, responders: 0 }, { groupBy })).toContain(causeNote(groupBy));
  }
});

test('the definition names measure, week, window and threshold', () => {
  const definition = responderDefinition(words);
  expect(definition).toContain('at least +1 on the photo global assessment at week 12');
  expect(definition).toContain('day 84 ± 14');
  expect(responderDefinition({ ...words, week: 52 })).toContain('day 364 ± 42');
  expect(responderDefinition({ ...words, session: 3 })).toContain('at session 3 (taken at it');
  expect(say({}, { session: 3 })).toContain('26 people assessed at session 3');
});

const nested = fc
  .array(fc.integer({ min: 0, max: 300 }), { minLength: 4, maxLength: 4 })
  .map((values) => values.toSorted((a, b) => a - b));
const anyWords = fc.record({
  week: fc.constantFrom(...OUTCOME_WEEKS),
  measure: fc.constantFrom(...RESPONDER_MEASURES),
  threshold: fc.constantFrom(...RESPONDER_THRESHOLDS),
  groupBy: fc.constantFrom(...REPORT_GROUPINGS),
  session: fc.constantFrom(null, 1, 4),
});

test('no sentence about outcomes holds a banned word, NaN or undefined', () => {
  fc.assert(
    fc.property(nested, anyWords, fc.constantFrom(...INDICATIONS), (sizes, chosen, indication) => {
      const [responders = 0, assessed = 0, due = 0, started = 0] = sizes;
      const group = row({ responders, assessed, due, started, indication });
      for (const text of [responderSentence(group, chosen), responderDefinition(chosen)]) {
        expect(findBannedWords(text)).toEqual([]);
        expect(text).not.toMatch(/NaN|undefined|null|Infinity/);
      }
    }),
  );
});

test('no label or note about outcomes holds a banned word', () => {
  const texts = [
    COMPARISON_NOTE,
    ...Object.values(REPORT_GROUPING_LABELS),
    ...Object.values(INDICATION_LABELS),
    ...Object.values(PHOTO_STEP_LABELS),
    ...Object.values(PATIENT_STEP_LABELS),
    ...Object.values(MEASURE_DETAILS).flatMap(({ label, question }) => [label, question]),
  ];
  for (const text of texts) expect(findBannedWords(text)).toEqual([]);
});

test.each(BANNED_WORDS)('"%s" is found in any case, beside punctuation', (word) => {
  expect(findBannedWords(word)).toEqual([word]);
  expect(findBannedWords(`It is “${word.toUpperCase()}”.`)).toEqual([word]);
});

test.each([
  ['A significantly better result', ['significant']],
  ['Success  rates rise', ['success rate']],
  ['It cured them naturally', ['cures', 'natural']],
  ['The safest, most effectively proven', ['proven', 'effective', 'safe']],
  ['It worked', ['works']],
])('"%s" holds %o', (text, found) => {
  expect(findBannedWords(text)).toEqual(found);
});

test.each(['ineffectual', 'unsafely', 'workshop', 'bestow', 'secured', 'it limits work', 'Ébest'])(
  '"%s" holds none',
  (text) => {
    expect(findBannedWords(text)).toEqual([]);
  },
);
