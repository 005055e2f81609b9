import { expect, test } from 'vitest';
import { demoIngredients } from '#domain/demo/demo-ingredients.ts';
import { findingKey } from '#domain/ingredients/finding.ts';
import type { Ingredient } from '#domain/ingredients/ingredient.ts';
import type { Allergy } from '#domain/profiles/profile.ts';
import type { RecipeLine } from '#domain/recipes/recipe-view.ts';
import type { Override } from './override.ts';
import { NOTHING_PREPARED } from './preparation.ts';
import { mayAnswer, weighFindings } from './session-check.ts';
import { type CheckedSession, sessionChecks } from './session-checks.ts';
import type { UsedIngredient } from './session.ts';

const CATALOGUE = demoIngredients('2026-01-01T09:00:00.000Z');
const named = (key: string): Ingredient => {
  const found = CATALOGUE.find(({ catalogueKey }) => catalogueKey === key);
  if (!found) throw new Error(`No ${key} in the catalogue.`);
  return found;
};
const line = (key: string, volumeMl: number, mgPerMl = 10): RecipeLine => ({
  ingredientId: named(key).id,
  concentrationValue: mgPerMl,
  concentrationUnit: 'mg_per_ml',
  volumeMl,
  statedPurpose: null,
  order: 1,
  ingredient: named(key),
  amountMg: volumeMl * mgPerMl,
});
const drawn = (key: string, volumeMl: number, change: Partial<UsedIngredient> = {}) => ({
  ingredientId: named(key).id,
  volumeMl,
  lot: 'A-1',
  expiresOn: null,
  openedOn: '2026-03-02',
  vial: null,
  ...change,
});

const base: CheckedSession = {
  session: {
    sessionOn: '2026-03-02',
    technique: 'point_by_point',
    usedIngredients: [],
    preparation: NOTHING_PREPARED,
    anaesthesia: 'none',
  },
  lines: [],
  known: new Map(CATALOGUE.map((one) => [one.id, one])),
  pairs: [],
  allergies: [],
  weightKg: 50,
  breastfeeding: null,
  asked: [],
  otherUses: [],
  notesFewPrincipals: false,
};
type Change = Partial<Omit<CheckedSession, 'session'>> & {
  session?: Partial<CheckedSession['session']>;
};
const check = ({ session, ...change }: Change) =>
  sessionChecks({ ...base, ...change, session: { ...base.session, ...session } });
const codes = (change: Change) =>
  check(change)
    .filter(({ level }) => level !== 'note')
    .map(({ code, level }) => `${level} ${code}`);

test('what is drawn counts, not what the recipe plans', () => {
  const lines = [line('lidocaine', 1, 20)];
  expect(codes({ lines })).toEqual([]);
  // 50 kg × 4.5 mg/kg = 225 mg; 12 ml of 20 mg/ml are 240 mg.
  const over = { usedIngredients: [drawn('lidocaine', 12)] };
  expect(codes({ lines, session: over })).toEqual(['review anaesthetic_over_maximum']);
  expect(codes({ lines, session: { usedIngredients: [drawn('lidocaine', 0)] } })).toEqual([]);
});

test('a cream counts in the sum by its milligrams and its own maximum', () => {
  const lines = [line('lidocaine', 6, 20)];
  const cream = (anaestheticMg: number | null) => ({
    anaesthesia: 'cream' as const,
    preparation: {
      ...NOTHING_PREPARED,
      anaestheticIngredientId: named('lidocaine').id,
      anaestheticMg,
    },
  });
  expect(codes({ lines, session: cream(100) })).toEqual([]);
  expect(codes({ lines, session: cream(110) })).toEqual(['review anaesthetic_over_maximum']);
  expect(codes({ lines, session: cream(null) })).toEqual(['review anaesthetic_unknown']);
  expect(codes({ lines, session: { anaesthesia: 'cooling' } })).toEqual([]);
});

test('what is drawn beside the recipe is checked too', () => {
  const session = { usedIngredients: [drawn('copper_peptide', 1)] };
  expect(codes({ lines: [line('dexpanthenol', 1)], session })).toEqual([
    'stop cosmetic_not_for_injection',
    'review pair_unknown',
  ]);
});

test('a roller may spread what is not injected, but nothing suspended', () => {
  const lines = [line('copper_peptide', 1)];
  expect(codes({ lines })).toEqual(['stop cosmetic_not_for_injection']);
  expect(codes({ lines, session: { technique: 'dermaroller' } })).toEqual([]);
  const suspended = lines.map((one) => ({
    ...one,
    ingredient: { ...one.ingredient, isSuspended: true },
  }));
  expect(codes({ lines: suspended, session: { technique: 'dermaroller' } })).toEqual([
    'stop suspended',
  ]);
});

test.each([
  ['alcohol', 'stop alcohol_vehicle'],
  ['oil', 'stop oil_vehicle'],
  ['unknown', 'review vehicle_unknown'],
] as const)('a vehicle of %s is told as %s', (vehicle, told) => {
  const [one] = [line('dexpanthenol', 1)];
  if (!one) throw new Error('No line.');
  expect(codes({ lines: [{ ...one, ingredient: { ...one.ingredient, vehicle } }] })).toEqual([
    told,
  ]);
});

test('breastfeeding and a 5-ARI takes no one’s word', () => {
  const lines = [line('dutasteride', 1)];
  const found = check({ lines, breastfeeding: 'yes' });
  const weighed = weighFindings(found, [], []);
  expect(weighed[0]).toMatchObject({
    code: 'breastfeeding_five_ari',
    needs: 'never',
    isOpen: true,
  });
  expect(codes({ lines, breastfeeding: 'no' })).not.toContain('stop breastfeeding_five_ari');
});

test('an antiseptic or cream someone is allergic to is a stop', () => {
  const allergy: Allergy = {
    substance: 'antiseptic',
    ingredientId: null,
    detail: 'chlorhexidine',
    reaction: null,
    severity: 'mild',
  };
  const preparation = {
    ...NOTHING_PREPARED,
    antiseptic: 'used' as const,
    antisepticProduct: 'Chlorhexidine 2 %',
  };
  const session = { preparation };
  expect(codes({ session, allergies: [allergy] })).toEqual(['stop allergy_on_skin']);
  expect(codes({ session, allergies: [{ ...allergy, detail: 'iodine' }] })).toEqual([]);
  const none = { preparation: { ...preparation, antiseptic: 'none' as const } };
  expect(codes({ session: none, allergies: [allergy] })).toEqual([]);
});

test('what screening and consent say is weighed with the rest, gravest first', () => {
  const stop = {
    code: 'screening_yes',
    level: 'stop',
    message: 'x',
    source: 'y',
    subject: 'cancer',
  };
  const found = check({
    lines: [line('zinc', 1), line('biotin', 1)],
    asked: [{ ...stop, level: 'stop' }],
  });
  expect(found.map(findingKey).slice(0, 2)).toEqual([
    'screening_yes:cancer',
    `pair_unknown:${named('biotin').id}:${named('zinc').id}`,
  ]);
});

const override = (key: string, byPrescriber: boolean): Override => ({
  key,
  level: 'review',
  message: 'x',
  reason: 'Because.',
  by: named('zinc').id,
  byPrescriber,
  at: '2026-03-02T10:00:00.000Z',
});

test('a review is answered by any practitioner or the approver, a stop by a prescriber alone', () => {
  const review = { code: 'pair_unknown', level: 'review', message: 'x', source: 'y' } as const;
  const stop = { ...review, code: 'suspended', level: 'stop' } as const;
  const over = { ...review, code: 'anaesthetic_over_maximum' } as const;
  const open = (given: Parameters<typeof weighFindings>) =>
    weighFindings(...given)
      .filter(({ isOpen }) => isOpen)
      .map(({ code }) => code);
  const all = [stop, review, over];
  expect(open([all, [], []])).toEqual(['suspended', 'pair_unknown', 'anaesthetic_over_maximum']);
  const plain = all.map(({ code }) => override(code, false));
  expect(open([all, plain, []])).toEqual(['suspended']);
  expect(open([all, all.map(({ code }) => override(code, true)), []])).toEqual([]);
  // The approver's reason stands for the recipe, never for a patient or a stop.
  const reasons = all.map(({ code: key }) => ({ key, message: 'x', reason: 'Because.' }));
  expect(open([all, [], reasons])).toEqual(['suspended', 'anaesthetic_over_maximum']);
});

test('who may answer what', () => {
  expect(mayAnswer('practitioner_reason', false)).toBe(true);
  expect(mayAnswer('prescriber_reason', false)).toBe(false);
  expect(mayAnswer('prescriber_reason', true)).toBe(true);
  expect(mayAnswer('never', true)).toBe(false);
});
