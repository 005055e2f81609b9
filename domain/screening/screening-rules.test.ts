import { expect, test } from 'vitest';
import { neededFor } from '#domain/ingredients/finding.ts';
import { EMPTY_PROFILE } from '#domain/profiles/profile.ts';
import { screeningAnswers } from '#tests/support/screening-factories.ts';
import { SCREENING_DETAILS, SCREENING_ITEMS } from './screening-items.ts';
import { DEFAULT_LEVELS, levelsAfter } from './screening-levels.ts';
import {
  dueItems,
  lastAnswersOf,
  needsClinician,
  type ScreeningFacts,
  screeningFindings,
} from './screening-rules.ts';

const WOMAN = { sexAtBirth: 'female', birthDate: '1990-05-05' } as const;
const DUTASTERIDE = {
  id: '0198a000-0000-7000-8000-000000000001',
  name: 'Dutasteride',
  class: 'five_alpha_reductase_inhibitor',
  anaestheticFamily: 'none',
  isFiveAri: true,
} as const;
const MINOXIDIL = {
  ...DUTASTERIDE,
  name: 'Minoxidil',
  class: 'vasodilator',
  isFiveAri: false,
} as const;

const facts = (change: Partial<ScreeningFacts> = {}): ScreeningFacts => ({
  ...dueItems('course', WOMAN, []),
  answers: screeningAnswers(),
  levels: DEFAULT_LEVELS,
  profile: EMPTY_PROFILE,
  ...WOMAN,
  on: '2026-06-10',
  ingredients: [],
  ...change,
});
const keysOf = (change: Partial<ScreeningFacts>) =>
  screeningFindings(facts(change)).map(({ level, subject, code }) => `${level} ${subject ?? code}`);

test('the levels and the re-asking of CLINICAL.md section 5, item by item', () => {
  const table = Object.fromEntries(
    SCREENING_ITEMS.map((item) => {
      const { level, reask } = SCREENING_DETAILS[item];
      return [item, `${level} ${reask}`];
    }),
  );
  expect(table).toEqual({
    pregnancy: 'stop every',
    breastfeeding: 'stop every',
    allergy: 'stop every',
    active_infection: 'stop every',
    anticoagulant: 'review every',
    cancer: 'stop course',
    autoimmune: 'review course',
    organ_disease: 'review course',
    keloid_scarring: 'review course',
    cardiac: 'review every',
    mood_sexual: 'review every',
    needle_phobia: 'note first',
    previous_reaction: 'review every',
    recent_procedure: 'review every',
    under_18: 'stop first',
    undiagnosed_cause: 'review first',
    body_image: 'review first',
    blood_tests: 'note every',
  });
});

test('“no” to everything is no finding', () => {
  expect(screeningFindings(facts())).toEqual([]);
});

test('“not known” is a review, whatever a yes would be', () => {
  const answers = screeningAnswers({ active_infection: 'unknown', blood_tests: 'unknown' });
  expect(keysOf({ answers })).toEqual(['review active_infection', 'review blood_tests']);
});

test('“not asked” is no “no”: what is due and not asked is a review, and no answer', () => {
  const { cancer: _, ...answers } = screeningAnswers({ pregnancy: 'not_asked' });
  expect(keysOf({ answers })).toEqual(['review pregnancy', 'review cancer']);
  expect(needsClinician(screeningFindings(facts({ answers })))).toBe(false);
});

test('the clinic’s levels stand in place of the defaults, the newest last', () => {
  const levels = levelsAfter([
    { item: 'anticoagulant', level: 'stop' },
    { item: 'anticoagulant', level: 'note' },
  ]);
  const answers = screeningAnswers({ anticoagulant: 'yes' });
  expect(keysOf({ levels, answers })).toEqual(['note anticoagulant']);
});

test.each(['yes', 'unknown', 'not_asked'] as const)(
  'a 5-alpha-reductase inhibitor with pregnancy “%s” is a stop that nobody overrides',
  (pregnancy) => {
    const answers = screeningAnswers({ pregnancy });
    const [first] = screeningFindings(facts({ answers, ingredients: [DUTASTERIDE] }));
    expect(first).toMatchObject({ code: 'pregnancy_five_ari', level: 'stop' });
    expect(first && neededFor(first)).toBe('never');
  },
);

test('without a 5-alpha-reductase inhibitor a prescriber may override pregnancy, and a “no” is no finding', () => {
  const answers = screeningAnswers({ pregnancy: 'yes' });
  const [first] = screeningFindings(facts({ answers, ingredients: [MINOXIDIL] }));
  expect(first && neededFor(first)).toBe('prescriber_reason');
  expect(screeningFindings(facts({ ingredients: [DUTASTERIDE] }))).toEqual([]);
});

test('where male was recorded at birth, pregnancy and breastfeeding are not asked', () => {
  const man = { sexAtBirth: 'male', birthDate: '1990-05-05' } as const;
  const due = dueItems('course', man, []);
  expect(due.due).not.toContain('pregnancy');
  expect(due.due).not.toContain('breastfeeding');
  const found = screeningFindings(
    facts({
      ...man,
      ...due,
      answers: screeningAnswers({ pregnancy: 'not_asked' }),
      ingredients: [DUTASTERIDE],
    }),
  );
  expect(found).toEqual([]);
});

test('what is asked once a course is due again in the next, and once it was left open', () => {
  const before = [
    {
      id: '1',
      courseId: 'course',
      answeredOn: '2026-05-01',
      answers: screeningAnswers({ cancer: 'yes', autoimmune: 'unknown', needle_phobia: 'yes' }),
    },
  ];
  const same = dueItems('course', WOMAN, before);
  expect(same.earlier).toMatchObject({
    cancer: { answer: 'yes' },
    needle_phobia: { answer: 'yes' },
  });
  expect(same.due).toContain('autoimmune');
  expect(same.due).toContain('pregnancy');
  expect(same.due).not.toContain('cancer');
  const next = dueItems('another', WOMAN, before);
  expect(next.due).toContain('cancer');
  expect(next.due).not.toContain('needle_phobia');
  // What was answered before still stands before the next session.
  expect(keysOf({ ...same, answers: screeningAnswers({ autoimmune: 'no' }) })).toEqual([]);
  const { cancer: _, ...answers } = screeningAnswers();
  expect(keysOf({ ...same, answers })).toEqual(['stop cancer']);
});

test('the age is read off the birth date; asked only where there is none', () => {
  expect(dueItems('course', WOMAN, []).due).not.toContain('under_18');
  expect(dueItems('course', { ...WOMAN, birthDate: null }, []).due).toContain('under_18');
  expect(keysOf({ birthDate: '2008-06-11' })).toEqual(['stop under_18']);
  expect(keysOf({ birthDate: '2008-06-10' })).toEqual([]);
});

test('minoxidil with heart trouble asks for a blood pressure of the day', () => {
  const answers = screeningAnswers({ cardiac: 'yes' });
  const on = (takenOn: string) => ({
    ...EMPTY_PROFILE,
    bloodPressure: { systolic: 130, diastolic: 80, takenOn },
  });
  const missing = screeningFindings(
    facts({ answers, ingredients: [MINOXIDIL], profile: on('2026-06-09') }),
  );
  expect(missing.map(({ code }) => code)).toContain('blood_pressure_missing');
  const taken = screeningFindings(
    facts({ answers, ingredients: [MINOXIDIL], profile: on('2026-06-10') }),
  );
  expect(taken.map(({ code }) => code)).not.toContain('blood_pressure_missing');
});

test('an allergy that is told and not recorded is a stop; a recorded one is compared', () => {
  const answers = screeningAnswers({ allergy: 'yes' });
  expect(keysOf({ answers })).toEqual(['stop allergy']);
  const profile = {
    ...EMPTY_PROFILE,
    allergyState: 'recorded' as const,
    allergies: [
      {
        substance: 'ingredient' as const,
        ingredientId: DUTASTERIDE.id,
        detail: null,
        reaction: 'Hives',
        severity: 'moderate' as const,
      },
    ],
  };
  expect(keysOf({ answers, profile })).toEqual(['review allergy']);
  expect(keysOf({ answers, profile, ingredients: [DUTASTERIDE] })).toEqual([
    'stop ingredient',
    'review allergy',
  ]);
});

test('what was answered last is the newest answer of each, not what nobody asked', () => {
  const last = lastAnswersOf([
    {
      id: '1',
      courseId: null,
      answeredOn: '2026-01-01',
      answers: screeningAnswers({ cardiac: 'yes' }),
    },
    {
      id: '2',
      courseId: null,
      answeredOn: '2026-02-01',
      answers: {
        cardiac: { answer: 'not_asked', note: null },
        cancer: { answer: 'unknown', note: null },
      },
    },
  ]);
  expect(last.cardiac).toEqual({ answer: 'yes', note: null, answeredOn: '2026-01-01' });
  expect(last.cancer?.answeredOn).toBe('2026-02-01');
});
