import { expect, test } from 'vitest';
import { fateOf, NO_FAULTS } from './faults.ts';

const list = { path: '/api/patients', isVersioned: false };
const change = { path: '/api/patients/1', isVersioned: true };

test('without faults every request is answered', () => {
  expect(fateOf(NO_FAULTS, list, 0)).toBe('answered');
  expect(fateOf(NO_FAULTS, change, 0)).toBe('answered');
});

test('offline, no request reaches the server, whatever else is set', () => {
  const faults = { ...NO_FAULTS, isOffline: true, errorRate: 1, hasConflict: true };
  expect(fateOf(faults, list, 0)).toBe('unreachable');
  expect(fateOf(faults, change, 0)).toBe('unreachable');
});

test('the error rate is the share of requests that fail', () => {
  const faults = { ...NO_FAULTS, errorRate: 0.3 };
  expect(fateOf(faults, list, 0.299)).toBe('failed');
  expect(fateOf(faults, list, 0.3)).toBe('answered');
  expect(fateOf({ ...faults, errorRate: 1 }, list, 0.999)).toBe('failed');
  expect(fateOf({ ...faults, errorRate: 0 }, list, 0)).toBe('answered');
});

test('errors leave the frame of the page standing', () => {
  const faults = { ...NO_FAULTS, errorRate: 1 };
  for (const path of ['/api/me', '/api/setup', '/api/auth/sign-in'])
    expect(fateOf(faults, { path, isVersioned: false }, 0)).toBe('answered');
  expect(fateOf(faults, { path: '/api/measures', isVersioned: false }, 0)).toBe('failed');
});

test('a conflict waits for a change made on a version', () => {
  const faults = { ...NO_FAULTS, hasConflict: true };
  expect(fateOf(faults, list, 0)).toBe('answered');
  expect(fateOf(faults, change, 0)).toBe('stale');
});
