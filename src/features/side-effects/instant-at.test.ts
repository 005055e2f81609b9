import { expect, test } from 'vitest';
import { instantAt, parseClock } from './instant-at.ts';

test('a time on the clinic’s clock is the same moment in UTC, winter and summer', () => {
  expect(instantAt('Europe/Lisbon', '2026-01-12', '14:05')).toBe('2026-01-12T14:05:00.000Z');
  expect(instantAt('Europe/Lisbon', '2026-07-12', '14:05')).toBe('2026-07-12T13:05:00.000Z');
  expect(instantAt('America/New_York', '2026-07-12', '23:30')).toBe('2026-07-13T03:30:00.000Z');
  expect(instantAt('Asia/Kathmandu', '2026-07-12', '00:10')).toBe('2026-07-11T18:25:00.000Z');
});

test('the hour that autumn repeats is the first of the two', () => {
  expect(instantAt('Europe/Berlin', '2026-10-25', '01:59')).toBe('2026-10-24T23:59:00.000Z');
  expect(instantAt('Europe/Berlin', '2026-10-25', '02:30')).toBe('2026-10-25T00:30:00.000Z');
  expect(instantAt('Europe/Berlin', '2026-10-25', '03:00')).toBe('2026-10-25T02:00:00.000Z');
});

test('a time that spring skips is the one just after', () => {
  expect(instantAt('Europe/Berlin', '2026-03-29', '01:59')).toBe('2026-03-29T00:59:00.000Z');
  expect(instantAt('Europe/Berlin', '2026-03-29', '02:30')).toBe('2026-03-29T01:30:00.000Z');
  expect(instantAt('Europe/Berlin', '2026-03-29', '03:00')).toBe('2026-03-29T01:00:00.000Z');
});

test('a time is read as people type it', () => {
  expect(['9:05', '14.05', '1405', '905', '7', ' 23:59 '].map(parseClock)).toEqual([
    '09:05',
    '14:05',
    '14:05',
    '09:05',
    '07:00',
    '23:59',
  ]);
  expect(['', '24:00', '12:60', 'noon', '1:2'].map(parseClock)).toEqual([
    null,
    null,
    null,
    null,
    null,
  ]);
});
