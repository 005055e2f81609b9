import { expect, test } from 'vitest';
import {
  nextVisit,
  profileAlerts,
  profileChangesInWords,
  type VisitFacts,
  visitGaps,
} from './visit-rules.ts';

const facts = (change: Partial<VisitFacts> = {}): VisitFacts => ({
  kind: 'session',
  course: { isDecided: true, signedSessions: 0, hasBaseline: true },
  isConsentSigned: true,
  screening: 'answered',
  allergiesAsked: true,
  ...change,
});

test('a session that lacks nothing lacks nothing', () => {
  expect(visitGaps(facts())).toEqual([]);
});

test('what a first session lacks is told in the order of mending', () => {
  const course = { isDecided: false, signedSessions: 0, hasBaseline: false };
  expect(
    visitGaps(facts({ course, isConsentSigned: false, screening: 'none', allergiesAsked: false })),
  ).toEqual(['consent', 'suitability', 'baseline', 'screening', 'allergies']);
});

test('a baseline is missed before the first session only; no course is the one thing to mend', () => {
  const course = { isDecided: true, signedSessions: 1, hasBaseline: false };
  expect(visitGaps(facts({ course }))).toEqual([]);
  expect(visitGaps(facts({ course: null, screening: 'none' }))).toEqual(['course']);
});

test('a consultation lacks no consent, and shows answers that wait', () => {
  const consultation = { kind: 'consultation' as const, course: null, isConsentSigned: false };
  expect(visitGaps(facts({ ...consultation, screening: 'none' }))).toEqual([]);
  expect(visitGaps(facts({ ...consultation, screening: 'waiting' }))).toEqual(['review']);
});

test('allergies and what makes bleed are told; a vitamin is not', () => {
  const names = new Map([['0198a000-0000-7000-8000-000000000001', 'Dexpanthenol']]);
  const allergy = { detail: null, ingredientId: null, reaction: null };
  const medicine = { since: null, note: null };
  expect(
    profileAlerts(
      {
        allergies: [
          { ...allergy, substance: 'latex', severity: 'severe' },
          {
            ...allergy,
            substance: 'ingredient',
            ingredientId: '0198a000-0000-7000-8000-000000000001',
            severity: 'mild',
          },
        ],
        medication: [
          { ...medicine, name: 'Apixaban', effects: ['anticoagulant'] },
          { ...medicine, name: 'Vitamins', effects: ['biotin'] },
        ],
      },
      names,
    ),
  ).toEqual([
    { level: 'stop', text: 'Allergy: Latex, severe' },
    { level: 'review', text: 'Allergy: Dexpanthenol' },
    { level: 'review', text: 'Apixaban: anticoagulant' },
  ]);
});

test('changes of a profile are said once each', () => {
  expect(profileChangesInWords(['allergyState', 'allergies', 'weight'])).toEqual([
    'Changed: allergies, weight',
  ]);
  expect(profileChangesInWords(['notes'])).toEqual([]);
});

test('next is whoever is in treatment, then whoever waits, then the first to come', () => {
  const visit = (status: 'booked' | 'arrived' | 'in_treatment' | 'done', startsAt: string) => ({
    status,
    startsAt,
    arrivedAt: null,
  });
  const [done, later, waits, treated] = [
    visit('done', '09:00'),
    visit('booked', '10:00'),
    visit('arrived', '10:30'),
    visit('in_treatment', '11:00'),
  ];
  expect(nextVisit([done, later, waits, treated])).toBe(treated);
  expect(nextVisit([done, later, waits])).toBe(waits);
  expect(nextVisit([done, later])).toBe(later);
  expect(nextVisit([done])).toBeNull();
});
