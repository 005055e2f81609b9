import { expect, test } from 'vitest';
import type { Session } from '#domain/sessions/session.ts';
import { sampleSession } from '#tests/support/sample-session.ts';
import { valuesOf } from './session-values.ts';
import { takenOver, wasLastTime, wasLot } from './was-last-time.ts';

const vial = {
  ingredientId: 'b',
  volumeMl: 1,
  lot: '2291',
  expiresOn: null,
  openedOn: null,
  vial: null,
};
const last: Session = {
  ...sampleSession,
  technique: 'point_by_point',
  depthMm: 2.5,
  spacingCm: 1.2,
  injectionCount: 42,
  painDuring: 5,
  anaesthesia: 'cooling',
  volumeMl: 2.1,
  usedIngredients: [vial],
};

test('what differs from last time says what it was', () => {
  const now = valuesOf({
    ...last,
    technique: 'nappage',
    depthMm: 2,
    anaesthesia: 'none',
    painDuring: 'not_asked',
  });
  expect(wasLastTime(now, last)).toEqual({
    technique: 'was point by point',
    depthMm: 'was 2.5',
    anaesthesia: 'was cooling',
    painDuring: 'was 5',
  });
});

test('nothing typed yet is no difference, nor what was not recorded then', () => {
  expect(wasLastTime(valuesOf(sampleSession), last)).toEqual({});
  expect(wasLastTime(valuesOf(last), sampleSession)).toEqual({});
  expect(wasLastTime(valuesOf(last), null)).toEqual({});
});

test('another lot of the same ingredient says which it was', () => {
  expect(wasLot('b', '2304', last)).toBe('was 2291');
  expect(wasLot('b', '2291', last)).toBeNull();
  expect(wasLot('b', null, last)).toBeNull();
  expect(wasLot('other', '2304', last)).toBeNull();
});

test('a new draft takes over how and with what, never how much', () => {
  expect(takenOver(null, true)).toEqual({});
  const taken = Object.keys(takenOver(last, true));
  expect(taken).toContain('depthMm');
  for (const dose of ['volumeMl', 'appliedMl', 'injectionCount', 'usedIngredients'])
    expect(taken).not.toContain(dose);
});
