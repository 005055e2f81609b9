import { expect, test } from 'vitest';
import { isTouched } from './live.ts';

const ANA = '00000000-0000-7000-8000-000000000001';
const RUI = '00000000-0000-7000-8000-000000000002';

test('a booking is shown anew in the schedule, and nowhere that does not show it', () => {
  const change = { area: 'appointments', patientId: ANA } as const;
  expect(isTouched(['schedule', { from: '2026-06-10' }], change)).toBe(true);
  expect(isTouched(['recipes', 'list'], change)).toBe(false);
});

test('a chart is asked for anew only when its own patient is meant, or nobody in particular', () => {
  expect(isTouched(['chart', ANA], { area: 'outcomes', patientId: ANA })).toBe(true);
  expect(isTouched(['chart', ANA], { area: 'outcomes', patientId: RUI })).toBe(false);
  expect(isTouched(['chart', ANA], { area: 'outcomes', patientId: null })).toBe(true);
  expect(isTouched(['chart', ANA], { area: 'staff', patientId: null })).toBe(false);
});

test('a session that is being written is left alone, but for what its checks say', () => {
  expect(isTouched(['sessions', 'one', ANA], { area: 'sessions', patientId: ANA })).toBe(false);
  const asked = { area: 'screening', patientId: ANA } as const;
  expect(isTouched(['sessions', 'one', ANA], asked)).toBe(false);
  expect(isTouched(['sessions', 'checks', ANA, 3], asked)).toBe(true);
});
