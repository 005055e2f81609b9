import { expect, test } from 'vitest';
import type { Allergy } from '#domain/profiles/profile.ts';
import { allergyFindings } from './allergy-rules.ts';

const allergy = (change: Partial<Allergy>): Allergy => ({
  substance: 'other',
  ingredientId: null,
  detail: null,
  reaction: null,
  severity: 'not_known',
  ...change,
});
const injected = (change: object = {}) => ({
  id: '0198a000-0000-7000-8000-000000000001',
  name: 'Procaine 2 %',
  class: 'anaesthetic' as const,
  anaestheticFamily: 'ester' as const,
  ...change,
});

test('an ester allergy stops procaine and says nothing of lidocaine', () => {
  const allergies = [
    allergy({ substance: 'ester_anaesthetic', severity: 'severe', reaction: 'Collapse' }),
  ];
  expect(allergyFindings(allergies, [injected()])).toMatchObject([
    {
      code: 'allergy_in_recipe',
      level: 'stop',
      message: 'Allergy (Severe reaction: Collapse): Procaine 2 % is in the recipe.',
    },
  ]);
  expect(
    allergyFindings(allergies, [injected({ name: 'Lidocaine', anaestheticFamily: 'amide' })]),
  ).toEqual([]);
});

test('fish is in what is made of fish', () => {
  const pdrn = injected({ name: 'PDRN', class: 'polynucleotide', anaestheticFamily: 'none' });
  expect(allergyFindings([allergy({ substance: 'fish' })], [pdrn])).toMatchObject([
    { level: 'stop' },
  ]);
  expect(allergyFindings([allergy({ substance: 'fish' })], [injected()])).toEqual([]);
});

test('words of one’s own are compared by name, and shown for comparison when none matches', () => {
  const own = [allergy({ detail: 'PROCAINE' })];
  expect(allergyFindings(own, [injected()])).toMatchObject([{ level: 'stop' }]);
  expect(allergyFindings(own, [injected({ name: 'Biotin' })])).toMatchObject([
    { level: 'review', message: 'Allergy to PROCAINE. Compare it with what is in the recipe.' },
  ]);
});

test('latex and antiseptics are at every session, whatever is injected', () => {
  const found = allergyFindings(
    [
      allergy({ substance: 'latex' }),
      allergy({ substance: 'antiseptic', detail: 'Chlorhexidine' }),
    ],
    [],
  );
  expect(found.map(({ level }) => level)).toEqual(['review', 'review']);
  expect(found[1]?.message).toContain('Chlorhexidine');
});
