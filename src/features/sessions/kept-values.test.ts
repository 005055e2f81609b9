import { expect, test } from 'vitest';
import { sampleSession } from '#tests/support/sample-session.ts';
import { forgetValues, keepValues, restoreValues } from './kept-values.ts';
import { changeOf, readValues, valuesOf } from './session-values.ts';

function memory() {
  const held = new Map<string, string>();
  return {
    held,
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
    removeItem: (key: string) => void held.delete(key),
  };
}

const typed = { ...valuesOf(sampleSession), notes: 'typed', depthMm: '2 m' };

test('what is not sent survives a reload, even what is no number yet', () => {
  const store = memory();
  expect(keepValues(store, 'ines', sampleSession, typed)).toBe(true);
  expect(restoreValues(store, 'ines', sampleSession)).toMatchObject({
    isRestored: true,
    clashes: [],
    values: { notes: 'typed', depthMm: '2 m' },
  });
  expect(restoreValues(store, 'someone else', sampleSession).isRestored).toBe(false);
});

test('nothing stays on the device once all of it is saved', () => {
  const store = memory();
  keepValues(store, 'ines', sampleSession, typed);
  keepValues(store, 'ines', sampleSession, valuesOf(sampleSession));
  expect(store.held.size).toBe(0);
  keepValues(store, 'ines', sampleSession, typed);
  forgetValues(store, 'ines', sampleSession.id);
  expect(store.held.size).toBe(0);
});

test('a field that someone changed since the crash is a clash, the others are merged', () => {
  const store = memory();
  keepValues(store, 'ines', sampleSession, typed);
  const since = { ...sampleSession, version: 9, notes: 'theirs', device: 'Gun' };
  expect(restoreValues(store, 'ines', since)).toMatchObject({
    clashes: ['notes'],
    values: { notes: 'typed', device: 'Gun' },
  });
});

test('a copy that cannot be read or stored is no copy', () => {
  const store = memory();
  keepValues(store, 'ines', sampleSession, typed);
  for (const key of store.held.keys()) store.held.set(key, '{');
  expect(restoreValues(store, 'ines', sampleSession).isRestored).toBe(false);
  const full = {
    ...store,
    setItem: () => {
      throw new Error('QuotaExceededError');
    },
  };
  expect(keepValues(full, 'ines', sampleSession, typed)).toBe(false);
});

const vial = {
  ingredientId: '01890000-0000-7000-8000-000000000001',
  volumeMl: null,
  lot: 'A-1',
  expiresOn: null,
  openedOn: null,
  vial: null,
};

test('a vial without its volume is held back by itself', () => {
  const full = { ...vial, ingredientId: '01890000-0000-7000-8000-000000000002', volumeMl: 2 };
  const values = { ...valuesOf(sampleSession), usedIngredients: [vial, full] };
  expect(changeOf(sampleSession, values)).toEqual({ usedIngredients: [full] });
  expect(readValues(values).problems).toEqual([
    { path: `usedIngredients.${vial.ingredientId}.volumeMl`, message: 'Type the volume in ml.' },
  ]);
});

test('a volume that needling cannot inject is held back with the technique', () => {
  const values = { ...valuesOf(sampleSession), technique: 'dermaroller' as const, volumeMl: 2 };
  expect(changeOf(sampleSession, values)).toEqual({});
  expect(readValues(values).problems.map(({ path }) => path)).toEqual(['volumeMl']);
});
