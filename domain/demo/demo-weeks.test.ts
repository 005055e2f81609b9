import { expect, test } from 'vitest';
import { clockOf, DEMO_ANCHOR, mondayOf, moveByWeeks, shiftWeeks } from './demo-weeks.ts';

const LISBON = 'Europe/Lisbon';

test('a week begins on Monday, before and after the anchor', () => {
  expect(mondayOf('2026-06-08')).toBe('2026-06-08');
  expect(mondayOf('2026-06-14')).toBe('2026-06-08');
  expect(mondayOf('2023-12-31')).toBe('2023-12-25');
  expect(mondayOf(DEMO_ANCHOR)).toBe(DEMO_ANCHOR);
});

test.each([
  ['2026-06-08', 0],
  ['2026-06-14', 0],
  ['2026-06-15', 1],
  ['2026-06-07', -1],
  ['2026-06-01', -1],
  ['2027-06-07', 52],
  ['2025-12-31', -23],
])('on %s the clinic is moved by %d weeks', (today, weeks) => {
  expect(shiftWeeks('2026-06-08', today)).toBe(weeks);
});

test.each([
  // The clock goes forward on 29 March and back on 25 October 2026.
  ['2026-03-24T10:30:00.000Z', 1, '2026-03-31T09:30:00.000Z'],
  ['2026-03-31T09:30:00.000Z', -1, '2026-03-24T10:30:00.000Z'],
  ['2026-10-20T09:30:00.000Z', 1, '2026-10-27T10:30:00.000Z'],
  ['2026-10-27T10:30:00.000Z', -1, '2026-10-20T09:30:00.000Z'],
  ['2026-06-08T09:30:00.000Z', 26, '2026-12-07T10:30:00.000Z'],
  ['2026-06-08T09:30:00.000Z', 52, '2027-06-07T09:30:00.000Z'],
])('%s, %d weeks on, is the same time of day: %s', (instant, weeks, moved) => {
  expect(moveByWeeks({ at: instant }, weeks, LISBON)).toEqual({ at: moved });
});

test('in a zone without such changes nothing but the date moves', () => {
  const at = '2026-03-24T10:30:00.000Z';
  expect(moveByWeeks(at, 1, 'Africa/Luanda')).toBe('2026-03-31T10:30:00.000Z');
});

test('days and moments move wherever they stand; births, words and numbers stay', () => {
  const record = {
    birthDate: '1985-03-03',
    sessionOn: '2026-03-02',
    signedAt: null,
    notes: 'Seen on 2026-03-02.',
    usedIngredients: [{ lot: '2026', volumeMl: 2, expiresOn: '2027-01-31' }],
  };
  expect(moveByWeeks(record, 2, LISBON)).toEqual({
    ...record,
    sessionOn: '2026-03-16',
    usedIngredients: [{ lot: '2026', volumeMl: 2, expiresOn: '2027-02-14' }],
  });
  expect(moveByWeeks(record, 0, LISBON)).toEqual(record);
});

test('a moment is told by the clinic’s clock', () => {
  const at = clockOf(LISBON);
  expect(at('2026-06-08', '10:30')).toBe('2026-06-08T09:30:00.000Z');
  expect(at('2026-01-12', '10:30')).toBe('2026-01-12T10:30:00.000Z');
  expect(at('2026-03-29', '00:59')).toBe('2026-03-29T00:59:00.000Z');
  expect(at('2026-03-29', '02:00')).toBe('2026-03-29T01:00:00.000Z');
  expect(at('2026-10-25', '00:59')).toBe('2026-10-24T23:59:00.000Z');
  expect(at('2026-10-25', '02:00')).toBe('2026-10-25T02:00:00.000Z');
  expect(clockOf('Asia/Tokyo')('2026-06-08', '08:00')).toBe('2026-06-07T23:00:00.000Z');
});
