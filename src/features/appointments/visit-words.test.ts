import { expect, test } from 'vitest';
import { nextStep, stateOf } from './visit-state.ts';
import { dayRange, kindBrief, kindWords, longDay, shortDay, whenWords } from './visit-words.ts';

const visit = {
  status: 'arrived',
  startsAt: '2026-11-22T12:00:00.000Z',
  endsAt: '2026-11-22T12:45:00.000Z',
  arrivedAt: '2026-11-22T11:50:00.000Z',
  treatmentStartedAt: null,
  cancelledBy: null,
  cancelledAt: null,
} as const;
const time = (instant: string): string => instant.slice(11, 16);
const at = (instant: string): number => Date.parse(instant);

test('days are said as people say them, with the year only where it is another', () => {
  expect(longDay('2026-11-22', '2026-11-01')).toBe('Sunday 22 November');
  expect(longDay('2027-01-04', '2026-11-01')).toBe('Monday 4 January 2027');
  expect(shortDay('2026-11-23', '2026-11-22')).toBe('Mon 23 Nov');
  expect(shortDay('2027-01-04', '2026-11-22')).toBe('Mon 4 Jan 2027');
});

test('a range names its month once where both days share it', () => {
  expect(dayRange('2026-12-03', '2026-12-17')).toBe('3–17 Dec');
  expect(dayRange('2026-11-28', '2026-12-12')).toBe('28 Nov – 12 Dec');
  expect(dayRange('2026-12-03', '2026-12-03')).toBe('3 Dec');
});

test('what happened today has a time, what happened before has a day', () => {
  expect(whenWords('2026-11-22T10:52:00.000Z', 'Europe/Lisbon', '2026-11-22')).toBe('10:52');
  expect(whenWords('2026-11-16T17:15:00.000Z', 'Europe/Lisbon', '2026-11-22')).toBe('Mon 16 Nov');
});

test('a wait is told in whole minutes and stands out once it is too long', () => {
  expect(stateOf(visit, at('2026-11-22T12:10:59Z'), time)).toMatchObject({
    look: 'waiting',
    word: 'Waiting 20 min',
  });
  expect(stateOf(visit, at('2026-11-22T12:11:00Z'), time)).toMatchObject({
    look: 'late',
    word: 'Waiting 21 min',
  });
});

test('a treatment says since when, and by how much it runs over', () => {
  const treated = {
    ...visit,
    status: 'in_treatment',
    treatmentStartedAt: '2026-11-22T12:05:00.000Z',
  } as const;
  expect(stateOf(treated, at('2026-11-22T12:44:59Z'), time).word).toBe('In treatment, since 12:05');
  expect(stateOf(treated, at('2026-11-22T12:54:00Z'), time).word).toBe('In treatment, 9 min over');
});

test('the next step is to arrive on the day and to confirm before it', () => {
  expect(nextStep('booked', true)).toBe('arrived');
  expect(nextStep('booked', false)).toBe('confirmed');
  expect(nextStep('confirmed', false)).toBeNull();
  expect(nextStep('arrived', true)).toBe('in_treatment');
  expect(nextStep('cancelled', true)).toBeNull();
});

test('a session says its place in the course, anything else its type', () => {
  const session = { typeId: 't', place: { number: 4, planned: 6 } };
  expect(kindWords(session, [])).toBe('Session 4 of 6');
  expect(kindBrief(session, [])).toBe('4 of 6');
  expect(kindWords({ typeId: 't', place: { number: 2, planned: null } }, [])).toBe('Session 2');
  expect(kindWords({ typeId: 't', place: null }, [])).toBe('Appointment');
});
