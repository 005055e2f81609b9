import { expect, test } from 'vitest';
import { demoIngredients } from '#domain/demo/demo-ingredients.ts';
import { recipeTotals } from './recipe-rules.ts';
import type { RecipeLine } from './recipe-view.ts';
import { versionDiff } from './version-diff.ts';

const CATALOGUE = demoIngredients('2026-01-01T09:00:00.000Z');
function line(key: string, volumeMl: number, value = 5, vehicle = 'water' as const): RecipeLine {
  const ingredient = CATALOGUE.find(({ catalogueKey }) => catalogueKey === key);
  if (!ingredient) throw new Error(`No ${key}.`);
  return {
    ingredientId: ingredient.id,
    concentrationValue: value,
    concentrationUnit: 'mg_per_ml',
    volumeMl,
    statedPurpose: null,
    order: 1,
    ingredient: { ...ingredient, vehicle },
    amountMg: value * volumeMl,
  };
}
const version = (ingredients: RecipeLine[]) => {
  const { amountsMg: _, ...totals } = recipeTotals(ingredients);
  return { ingredients, totals };
};

test('lines are added, removed, changed in strength, volume or vehicle, or the same', () => {
  const before = version([
    line('dexpanthenol', 2),
    line('biotin', 1),
    line('hyaluronic_acid', 0.75, 15),
    line('procaine', 0.5),
    line('zinc', 0.5),
  ]);
  const [zinc] = [line('zinc', 0.5)];
  const after = version([
    line('dexpanthenol', 1.5),
    line('biotin', 1),
    line('hyaluronic_acid', 0.5, 10),
    line('lidocaine', 0.5),
    { ...zinc, ingredient: { ...zinc.ingredient, vehicle: 'glycol' } },
  ]);
  const told = versionDiff(before, after).lines.map(({ kind, before: was, after: is, changes }) => [
    (is ?? was)?.ingredient.name,
    kind,
    changes.join(),
  ]);
  expect(told).toEqual([
    ['Dexpanthenol (B5)', 'changed', 'volume'],
    ['Biotin (B7)', 'same', ''],
    [after.ingredients[2]?.ingredient.name, 'changed', 'strength,volume'],
    ['Lidocaine', 'added', ''],
    [zinc.ingredient.name, 'changed', 'vehicle'],
    ['Procaine', 'removed', ''],
  ]);
});

test('totals tell both and the difference, without floating crumbs', () => {
  const { totals } = versionDiff(version([line('zinc', 0.3)]), version([line('zinc', 0.1)]));
  expect(totals.volumeMl).toEqual({ before: 0.3, after: 0.1, by: -0.2 });
  expect(totals.lineCount).toEqual({ before: 1, after: 1, by: 0 });
});

test('an ingredient listed twice is compared place by place', () => {
  const twice = version([line('zinc', 0.5), line('zinc', 0.2)]);
  const kinds = (before: typeof twice, after: typeof twice) =>
    versionDiff(before, after).lines.map(({ kind }) => kind);
  expect(kinds(twice, twice)).toEqual(['same', 'same']);
  expect(kinds(twice, version([line('zinc', 0.5)]))).toEqual(['same', 'removed']);
});

test('a version against itself has no change', () => {
  const one = version([line('zinc', 0.5), line('biotin', 1)]);
  expect(versionDiff(one, one).lines.every(({ kind }) => kind === 'same')).toBe(true);
});
