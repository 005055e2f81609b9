import * as z from 'zod/mini';
import { expect, test } from 'vitest';
import { fieldTag } from '#domain/shared/field-tags.ts';
import { STARTER_CATALOGUE } from './catalogue.ts';
import { mgPerMl } from './concentration.ts';
import { gravestLevel, sortFindings } from './finding.ts';
import { ingredientFindings } from './ingredient-rules.ts';
import { ingredient, ingredientCreate, ingredientUpdate } from './ingredient.ts';

const biotin = {
  name: 'Biotin',
  class: 'vitamin',
  tier: 'complementary',
  vehicle: 'water',
  regulatoryStatus: 'licensed_off_label',
  concentrationValue: 5,
  concentrationUnit: 'mg_per_ml',
  statedPurpose: null,
  anaestheticFamily: 'none',
  anaestheticMaxMgPerKg: null,
  anaestheticMaxMg: null,
  isFiveAri: false,
  isAutologous: false,
  isSuspended: false,
  isSingleDose: false,
  openDaysMax: null,
  cautions: '',
  source: null,
} as const;

const problemsOf = (given: object) =>
  ingredientCreate
    .safeParse({ ...biotin, ...given })
    .error?.issues.map(({ path, message }) => [path.join('.'), message]) ?? [];

test('a complete ingredient is taken as it is', () => {
  expect(ingredientCreate.parse(biotin)).toEqual(biotin);
});

test.each([
  [{ name: '  ' }, 'name'],
  [{ class: 'poison' }, 'class'],
  [{ concentrationUnit: null }, 'concentrationUnit'],
  [{ concentrationValue: null }, 'concentrationValue'],
  [{ concentrationValue: 0 }, 'concentrationValue'],
  [{ concentrationValue: 101, concentrationUnit: 'percent' }, 'concentrationValue'],
  [{ concentrationUnit: 'as_supplied' }, 'concentrationValue'],
  [{ class: 'anaesthetic' }, 'anaestheticFamily'],
  [{ anaestheticMaxMg: 300 }, 'anaestheticMaxMg'],
  [{ class: 'five_alpha_reductase_inhibitor' }, 'isFiveAri'],
  [{ isAutologous: true }, 'regulatoryStatus'],
  [{ regulatoryStatus: 'autologous' }, 'regulatoryStatus'],
])('%o is refused at its field', (given, path) => {
  expect(problemsOf(given).map(([at]) => at)).toEqual([path]);
});

test('unknown fields are refused, in a creation and in a change', () => {
  expect(ingredientCreate.safeParse({ ...biotin, dose: 1 }).success).toBe(false);
  expect(ingredientUpdate.safeParse({ dose: 1 }).success).toBe(false);
  expect(ingredientUpdate.parse({ name: ' Biotin B7 ' })).toEqual({ name: 'Biotin B7' });
});

test('every field of the answer is tagged, and the answer can be described', () => {
  for (const schema of Object.values(ingredient.shape)) expect(fieldTag(schema)).toBe('admin');
  expect(() => z.toJSONSchema(ingredient)).not.toThrow();
  expect(() => z.toJSONSchema(ingredientCreate, { io: 'input' })).not.toThrow();
});

test('1 % is 10 mg/ml; IU and "as supplied" have no milligrams', () => {
  const mg = (concentrationValue: number | null, concentrationUnit: 'percent' | 'iu_per_ml') =>
    mgPerMl({ concentrationValue, concentrationUnit });
  expect(mg(1, 'percent')).toBe(10);
  expect(mg(100, 'iu_per_ml')).toBeNull();
  expect(mgPerMl({ concentrationValue: 250, concentrationUnit: 'microgram_per_ml' })).toBe(0.25);
  expect(mgPerMl({ concentrationValue: null, concentrationUnit: 'as_supplied' })).toBeNull();
});

const facts = { ...biotin, id: '0198a000-0000-7000-8000-000000000001' };
const codes = (given: object) =>
  ingredientFindings({ ...facts, ...given }).map(({ code, level }) => `${level} ${code}`);

test.each([
  [{}, []],
  [{ regulatoryStatus: 'cosmetic_not_for_injection' }, ['stop cosmetic_not_for_injection']],
  [{ vehicle: 'alcohol' }, ['stop alcohol_vehicle']],
  [{ vehicle: 'oil' }, ['stop oil_vehicle']],
  [{ isSuspended: true }, ['stop suspended']],
  [{ regulatoryStatus: 'unlicensed_unknown' }, ['review unlicensed_unknown']],
  [{ vehicle: 'unknown' }, ['review vehicle_unknown']],
  [{ class: 'plant_extract' }, ['review unknown_allergens']],
  [{ isFiveAri: true }, ['review five_ari']],
  [{ anaestheticFamily: 'ester' }, ['note ester_anaesthetic']],
  [{ anaestheticFamily: 'amide' }, []],
  [{ isAutologous: true }, ['note autologous_identity']],
  [{ cautions: 'Irritant.' }, ['note cautions']],
])('%o finds %o', (given, found) => {
  expect(codes(given)).toEqual(found);
});

test('findings come gravest first', () => {
  const found = ingredientFindings({ ...facts, cautions: 'x', vehicle: 'oil', isFiveAri: true });
  expect(found.map(({ level }) => level)).toEqual(['stop', 'review', 'note']);
  expect(sortFindings(found.toReversed()).map(({ level }) => level)).toEqual([
    'stop',
    'review',
    'note',
  ]);
  expect(gravestLevel(found)).toBe('stop');
  expect(gravestLevel([])).toBeNull();
});

test('the starter catalogue can be created as it stands, without any strength', () => {
  const keys = STARTER_CATALOGUE.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  for (const { key: _, ...entry } of STARTER_CATALOGUE) {
    expect(ingredientCreate.parse(entry)).toEqual(entry);
    expect(entry.concentrationValue).toBeNull();
    expect(entry.concentrationUnit).toBeNull();
    // People read it: it names papers, not a file of ours.
    expect(entry.source).toMatch(/^(?!.*CLINICAL).{4,140}$/);
  }
});

test('the catalogue stops what must not be injected and clears nothing else by itself', () => {
  const level = (key: string) => {
    const found = STARTER_CATALOGUE.find((entry) => entry.key === key);
    if (!found) throw new Error(`${key} is not in the catalogue`);
    return gravestLevel(ingredientFindings({ ...found, id: facts.id }));
  };
  expect(level('buflomedil')).toBe('stop');
  expect(level('copper_peptide')).toBe('stop');
  expect(level('biotin')).toBe('review');
  expect(level('dutasteride')).toBe('review');
});
