import { expect, test } from 'vitest';
import { DEMO_STAFF } from '#domain/demo/demo-clinic.ts';
import { DEFAULT_SETTINGS, keptSettings, settingsFrom, withoutSettings } from './demo-settings.ts';

const staffId = DEMO_STAFF[1]?.id ?? '';

test('without parameters the settings stay as kept', () => {
  const kept = { ...DEFAULT_SETTINGS, latency: 200, staffId };
  expect(settingsFrom('?sort=name', kept)).toBe(kept);
});

test('every fault has its parameter', () => {
  const search =
    '?mock-role=manager&mock-latency=800&mock-errors=0.3&mock-offline=1&mock-conflict=1&mock-empty=1';
  expect(settingsFrom(search, DEFAULT_SETTINGS)).toEqual({
    latency: 800,
    errorRate: 0.3,
    isOffline: true,
    hasConflict: true,
    clinic: 'empty',
    staffId: DEMO_STAFF.find((person) => person.email === 'manager@demo.clinic')?.id,
  });
});

test('one parameter clears the other faults and keeps who is signed in', () => {
  const kept = { ...DEFAULT_SETTINGS, isOffline: true, staffId };
  expect(settingsFrom('?mock-latency=100', kept)).toEqual({
    ...DEFAULT_SETTINGS,
    latency: 100,
    staffId,
  });
});

test('each role has an account, and nobody has none', () => {
  const roleOf = (role: string) => {
    const settings = settingsFrom(`?mock-role=${role}`, { ...DEFAULT_SETTINGS, staffId });
    return DEMO_STAFF.find((person) => person.id === settings.staffId)?.email;
  };
  expect(roleOf('receptionist')).toBe('reception@demo.clinic');
  expect(roleOf('practitioner')).toBe('practitioner@demo.clinic');
  expect(roleOf('nobody')).toBeUndefined();
  expect(roleOf('')).toBeUndefined();
});

test('figures out of range are brought into it, words count as none', () => {
  expect(settingsFrom('?mock-latency=-5&mock-errors=7', DEFAULT_SETTINGS)).toMatchObject({
    latency: 0,
    errorRate: 1,
  });
  expect(settingsFrom('?mock-latency=1e12&mock-errors=often', DEFAULT_SETTINGS)).toMatchObject({
    latency: 60_000,
    errorRate: 0,
  });
});

test('the clinic before its first run', () => {
  expect(settingsFrom('?mock-empty=setup', DEFAULT_SETTINGS).clinic).toBe('new');
});

test('kept settings come back, and anything else becomes the first ones', () => {
  const settings = { ...DEFAULT_SETTINGS, errorRate: 0.5, staffId };
  expect(keptSettings(JSON.stringify(settings))).toEqual(settings);
  for (const text of [null, '', 'no json', '{"latency":"long"}'])
    expect(keptSettings(text)).toEqual(DEFAULT_SETTINGS);
});

test('the parameters leave the address, the rest of it stays', () => {
  expect(withoutSettings('?mock-role=manager')).toBe('');
  expect(withoutSettings('?q=a%20b&mock-latency=8&sort=name')).toBe('?q=a+b&sort=name');
  expect(withoutSettings('?q=a%20b')).toBe('?q=a%20b');
  expect(withoutSettings('')).toBe('');
});
