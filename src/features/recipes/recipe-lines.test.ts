import { expect, test } from 'vitest';
import { recipeTotals } from '#domain/recipes/recipe-rules.ts';
import type { PartIngredient, RecipeLine } from '#domain/recipes/recipe-view.ts';
import { emptyLine, lineAmountMg, lineChange, partsOf, valuesOfLine } from './recipe-lines.ts';

const lidocaine: PartIngredient = {
  id: '00000000-0000-7000-8000-000000000001',
  name: 'Lidocaine',
  class: 'anaesthetic',
  tier: 'complementary',
  vehicle: 'water',
  regulatoryStatus: 'licensed_for_use',
  anaestheticFamily: 'amide',
  anaestheticMaxMgPerKg: 4.5,
  anaestheticMaxMg: 300,
  isFiveAri: false,
  isAutologous: false,
  isSuspended: false,
  isSingleDose: false,
  openDaysMax: null,
  isArchived: false,
  cautions: '',
};
const facts = new Map([[lidocaine.id, lidocaine]]);

const recorded: RecipeLine = {
  ingredientId: lidocaine.id,
  concentrationValue: 2,
  concentrationUnit: 'percent',
  volumeMl: 0.5,
  statedPurpose: null,
  order: 1,
  ingredient: lidocaine,
  amountMg: 10,
};

test('an added line holds no amount of any kind', () => {
  expect(emptyLine(lidocaine.id, 3)).toEqual({
    ingredientId: lidocaine.id,
    concentrationValue: null,
    concentrationUnit: null,
    volumeMl: null,
    statedPurpose: null,
    order: 3,
  });
});

test('the amount follows strength, unit and volume, and is unknown until all are typed', () => {
  const line = valuesOfLine(recorded);
  expect(lineAmountMg(line, lidocaine)).toBe(10);
  expect(lineAmountMg({ ...line, volumeMl: null }, lidocaine)).toBeNull();
  expect(lineAmountMg({ ...line, concentrationUnit: null }, lidocaine)).toBeNull();
  expect(lineAmountMg({ ...line, concentrationValue: null }, lidocaine)).toBeNull();
});

test('an anaesthetic whose volume is not typed makes the sum a lower bound, not nought', () => {
  const lines = [valuesOfLine(recorded), { ...emptyLine(lidocaine.id, 2), volumeMl: null }];
  expect(recipeTotals(partsOf(lines, facts))).toMatchObject({
    anaestheticMg: 10,
    isAnaestheticIncomplete: true,
  });
});

test('a line of an ingredient nobody knows is left out of the sums', () => {
  expect(partsOf([emptyLine('00000000-0000-7000-8000-00000000ffff', 1)], facts)).toEqual([]);
});

test('a line is the same as in the version before, changed, or added', () => {
  const line = valuesOfLine(recorded);
  expect(lineChange(line, [recorded]).kind).toBe('same');
  expect(lineChange({ ...line, volumeMl: 0.75 }, [recorded])).toEqual({
    kind: 'changed',
    was: recorded,
  });
  expect(lineChange(line, []).kind).toBe('added');
});
