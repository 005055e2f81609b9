import { expect, test } from 'vitest';
import { DEMO_ANCHOR, mondayOf, moveByWeeks, shiftWeeks } from './demo-weeks.ts';

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

test.each([
  // Shown twice on 25 October 2026, the first time before the clock goes back.
  ['2026-10-18T00:30:20.500Z', 1, '2026-10-25T00:30:20.500Z'],
  ['2026-10-25T01:30:00.000Z', 1, '2026-11-01T01:30:00.000Z'],
  // Skipped on 29 March: as long after the change as the clock before it would have said.
  ['2026-03-22T01:30:00.000Z', 1, '2026-03-29T01:30:00.000Z'],
])(
  'a time that the clock shows twice or never moves by the rule of the clinic’s clock',
  (at, weeks, moved) => {
    expect(moveByWeeks(at, weeks, LISBON)).toBe(moved);
  },
);

test('where a clock changes by half an hour each moment is moved by itself', () => {
  const move = (at: string) => moveByWeeks(at, 1, 'Australia/Lord_Howe');
  expect(move('2026-03-28T14:45:00.000Z')).toBe('2026-04-04T14:45:00.000Z');
  expect(move('2026-03-28T15:45:00.000Z')).toBe('2026-04-04T16:15:00.000Z');
});
