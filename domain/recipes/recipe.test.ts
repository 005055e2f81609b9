import * as z from 'zod/mini';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fieldTag } from '#domain/shared/field-tags.ts';
import {
  isLocked,
  NO_PATIENT,
  type RecipeContext,
  type RecipePart,
  recipeFindings,
  recipeTotals,
} from './recipe-rules.ts';
import { recipe, recipeCreate, recipeVersion, recipeVersionUpdate } from './recipe.ts';

const idOf = (last: number) => `0198a000-0000-7000-8000-${String(last).padStart(12, '0')}`;

const line = {
  ingredientId: idOf(1),
  concentrationValue: 5,
  concentrationUnit: 'mg_per_ml',
  volumeMl: 1,
  statedPurpose: null,
  order: 1,
};

const base = {
  name: 'AGA-W base',
  intendedIndications: ['androgenetic_female'],
  intendedArea: null,
  notes: '',
  ingredients: [line],
};

const pathsOf = (given: object) =>
  recipeCreate.safeParse({ ...base, ...given }).error?.issues.map(({ path }) => path.join('.')) ??
  [];

test('a recipe comes with its first version', () => {
  expect(recipeCreate.parse(base)).toEqual(base);
});

test.each([
  [{ name: '' }, ['name']],
  [{ ingredients: [] }, ['ingredients']],
  [{ intendedIndications: ['traction', 'traction'] }, ['intendedIndications']],
  [{ ingredients: [{ ...line, volumeMl: 0 }] }, ['ingredients.0.volumeMl']],
  [
    { ingredients: [line, { ...line, concentrationValue: null, order: 2 }] },
    ['ingredients.1.concentrationValue'],
  ],
  [{ ingredients: [line, line] }, ['ingredients.1.order']],
  [{ ingredients: [{ ...line, dose: 3 }] }, ['ingredients.0']],
])('%o is refused at its field', (given, paths) => {
  expect(pathsOf(given)).toEqual(paths);
});

test('a strength is never made up: it must be typed or said to be "as supplied"', () => {
  const { concentrationValue: _, ...without } = line;
  expect(pathsOf({ ingredients: [without] })).toEqual(['ingredients.0.concentrationValue']);
  const asSupplied = { ...line, concentrationValue: null, concentrationUnit: 'as_supplied' };
  expect(pathsOf({ ingredients: [asSupplied] })).toEqual([]);
});

test('a change may name any part, and its ingredients are checked too', () => {
  expect(recipeVersionUpdate.parse({ changeNote: 'Less zinc' })).toEqual({
    changeNote: 'Less zinc',
  });
  expect(recipeVersionUpdate.safeParse({ ingredients: [] }).success).toBe(false);
});

test('every field of the answers is tagged, and they can be described', () => {
  for (const field of [...Object.values(recipe.shape), ...Object.values(recipeVersion.shape)]) {
    expect(fieldTag(field)).toBe('admin');
  }
  for (const schema of [recipe, recipeVersion]) {
    expect(() => z.toJSONSchema(schema)).not.toThrow();
  }
});

const part = (given: Partial<RecipePart> = {}, ingredient: object = {}): RecipePart => ({
  concentrationValue: 5,
  concentrationUnit: 'mg_per_ml',
  volumeMl: 1,
  ...given,
  ingredient: {
    id: idOf(1),
    name: 'Biotin',
    class: 'vitamin',
    tier: 'complementary',
    vehicle: 'water',
    regulatoryStatus: 'licensed_off_label',
    anaestheticFamily: 'none',
    anaestheticMaxMgPerKg: null,
    anaestheticMaxMg: null,
    isFiveAri: false,
    isAutologous: false,
    isSuspended: false,
    isArchived: false,
    cautions: '',
    ...ingredient,
  },
});

const lidocaine = (volumeMl: number, percent = 2) =>
  part(
    { concentrationValue: percent, concentrationUnit: 'percent', volumeMl },
    {
      id: idOf(8),
      name: 'Lidocaine',
      class: 'anaesthetic',
      anaestheticFamily: 'amide',
      anaestheticMaxMgPerKg: 4.5,
      anaestheticMaxMg: 300,
    },
  );

const procaine = (volumeMl: number) =>
  part(
    { concentrationValue: 2, concentrationUnit: 'percent', volumeMl },
    {
      id: idOf(9),
      name: 'Procaine',
      class: 'anaesthetic',
      anaestheticFamily: 'ester',
      anaestheticMaxMgPerKg: 7,
      anaestheticMaxMg: 600,
    },
  );

test('totals: volume, milligrams where the unit tells, anaesthetics, principals', () => {
  const totals = recipeTotals([
    part({ volumeMl: 0.1 }),
    part({ volumeMl: 0.2, concentrationUnit: 'iu_per_ml' }, { tier: 'principal' }),
    lidocaine(1),
    procaine(0.5),
  ]);
  expect(totals).toEqual({
    volumeMl: 1.8,
    amountsMg: [0.5, null, 20, 10],
    anaestheticMg: 30,
    isAnaestheticIncomplete: false,
    principalCount: 1,
  });
});

test('an anaesthetic "as supplied" makes the sum a lower bound', () => {
  const unstated = { ...lidocaine(1), concentrationValue: null };
  const totals = recipeTotals([lidocaine(1), { ...unstated, concentrationUnit: 'as_supplied' }]);
  expect(totals).toMatchObject({ anaestheticMg: 20, isAnaestheticIncomplete: true });
});

test('the volume is the sum of the volumes', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 1000 }), { maxLength: 20 }), (hundredths) => {
      const parts = hundredths.map((value) => part({ volumeMl: value / 100 }));
      const sum = hundredths.reduce((total, value) => total + value, 0) / 100;
      expect(recipeTotals(parts).volumeMl).toBeCloseTo(sum, 8);
    }),
  );
});

const context: RecipeContext = { ...NO_PATIENT, pairs: [], weightKg: 70 };
const codes = (parts: RecipePart[], change: Partial<RecipeContext> = {}) =>
  recipeFindings(parts, { ...context, ...change }).map(({ code, level }) => `${level} ${code}`);

test('one plain ingredient has no finding; several are never called compatible', () => {
  expect(codes([part()])).toEqual([]);
  expect(codes([part(), part({}, { id: idOf(2) })])).toEqual(['review pair_unknown']);
});

test('few principal ingredients are noted only where the clinic wants it', () => {
  const parts = [part({}, { tier: 'principal' })];
  expect(codes(parts)).toEqual([]);
  expect(codes(parts, { notesFewPrincipals: true })).toEqual(['note few_principals']);
  const two = [...parts, part({}, { id: idOf(2), tier: 'principal' })];
  expect(codes(two, { notesFewPrincipals: true })).toEqual(['review pair_unknown']);
});

test('an anaesthetic beside the mix is summed with it', () => {
  const cream = { mg: 100, maxMg: 300, maxMgPerKg: 4.5 };
  // 50 kg: 225 mg at most; 130 mg in the mix and 100 mg of cream are over it together.
  const over = ['review anaesthetic_over_maximum'];
  expect(codes([lidocaine(6.5)], { weightKg: 50 })).toEqual([]);
  expect(codes([lidocaine(6.5)], { weightKg: 50, beside: [cream] })).toEqual(over);
  const unknown = { ...cream, mg: null };
  expect(codes([part()], { beside: [unknown] })).toEqual(['review anaesthetic_unknown']);
});

test('a stop comes first, whatever the order of the ingredients', () => {
  const oily = part({}, { id: idOf(3), vehicle: 'oil' });
  expect(codes([part(), oily])[0]).toBe('stop oil_vehicle');
});

test('an ingredient listed twice is noted once and its own findings come once', () => {
  const zinc = part({}, { cautions: 'Irritant.' });
  expect(codes([zinc, zinc])).toEqual(['note cautions', 'note listed_twice']);
});

test('an archived ingredient asks for review', () => {
  expect(codes([part({}, { isArchived: true })])).toEqual(['review archived']);
});

// 4.5 mg/kg × 50 kg = 225 mg; 2 % is 20 mg/ml, so 11.25 ml is exactly the maximum.
test.each([
  [11.25, 50, []],
  [11.3, 50, ['review anaesthetic_over_maximum']],
  // The absolute 300 mg (15 ml) is the lesser for 80 kg (360 mg).
  [15, 80, []],
  [15.1, 80, ['review anaesthetic_over_maximum']],
  [1, null, ['note anaesthetic_weight_missing']],
  [15.1, null, ['review anaesthetic_over_maximum', 'note anaesthetic_weight_missing']],
])('%d ml of lidocaine 2 %% at %s kg finds %o', (volumeMl, weightKg, found) => {
  expect(codes([lidocaine(volumeMl)], { weightKg })).toEqual(found);
});

test('two anaesthetics below their own maxima can be over it together', () => {
  // 50 kg: lidocaine 180 of 225 mg (0.8), procaine 100 of 350 mg (0.29).
  expect(codes([lidocaine(9), procaine(5)], { weightKg: 50 })).toContain(
    'review anaesthetic_over_maximum',
  );
  expect(codes([lidocaine(9), procaine(1)], { weightKg: 50 })).not.toContain(
    'review anaesthetic_over_maximum',
  );
});

test('an anaesthetic without a maximum is said not to be compared', () => {
  const unlisted = part({}, { class: 'anaesthetic', anaestheticFamily: 'amide' });
  expect(codes([unlisted])).toEqual(['review anaesthetic_unknown']);
});

test('a version that was approved or used is locked', () => {
  const draft = { usedInSessions: 0, lockedAt: null, status: 'draft' } as const;
  expect(isLocked(draft)).toBe(false);
  expect(isLocked({ ...draft, usedInSessions: 1 })).toBe(true);
  expect(isLocked({ ...draft, lockedAt: '2026-01-05T10:00:00.000Z' })).toBe(true);
  expect(isLocked({ ...draft, status: 'approved' })).toBe(true);
  expect(isLocked({ ...draft, status: 'retired' })).toBe(true);
});
