import { expect, test } from 'vitest';
import { sampleSession } from '#tests/support/sample-session.ts';
import { labelOf, openItems } from './open-items.ts';
import { valuesOf } from './session-values.ts';

const pathsOf = (change: Partial<ReturnType<typeof valuesOf>>): string[] =>
  openItems({ ...valuesOf(sampleSession), ...change }, []).map(({ path }) => path);

test('what is open stands in the order of the page', () => {
  expect(pathsOf({ technique: 'point_by_point' })).toEqual([
    'preparation.isIdentityChecked',
    'preparation.isScreeningAsked',
    'preparation.isCleansed',
    'preparation.isDry',
    'preparation.antiseptic',
    'anaesthesia',
    'depthMm',
    'spacingCm',
    'injectionCount',
    'recipeVersionId',
    'volumeMl',
    'painDuring',
    'reactions',
    'noticedChange',
    'isAftercareGiven',
  ]);
});

test('needling asks for no points and may go without a recipe', () => {
  expect(pathsOf({ technique: 'dermaroller' })).not.toContain('spacingCm');
  expect(pathsOf({ technique: 'dermaroller' })).not.toContain('recipeVersionId');
});

test('text that is no number is one problem, not also a missing number', () => {
  const values = { ...valuesOf(sampleSession), depthMm: 'two' };
  const problem = { path: 'depthMm', message: 'Type a number.' };
  const open = openItems(values, [problem]).filter(({ path }) => path === 'depthMm');
  expect(open).toEqual([problem]);
});

test('every field has a name, an ingredient’s that of its table', () => {
  expect(labelOf('usedIngredients.x.volumeMl')).toBe('Ingredients and lots');
  expect(labelOf('course.baseline')).toBe('Course');
  expect(labelOf('')).toBe('This session');
});
