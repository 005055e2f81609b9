import { expect, test } from 'vitest';
import type { AppointmentStatus } from './appointment-enums.ts';
import { sessionNumber } from './session-place.ts';

const today = '2026-06-10';
const booked = (...list: [date: string, status?: AppointmentStatus][]) =>
  list.map(([date, status = 'booked']) => ({ id: date, date, status }));
const numbers = (signedOn: string[], list: ReturnType<typeof booked>) =>
  list.map((one) => sessionNumber(one, { signedOn, booked: list }, today));

test('booked sessions are numbered after the signed ones, in order of time', () => {
  const list = booked(['2026-06-10'], ['2026-06-24'], ['2026-07-08']);
  expect(numbers([], list)).toEqual([1, 2, 3]);
  expect(numbers(['2026-05-27', '2026-05-13'], list)).toEqual([3, 4, 5]);
});

test('a session signed today keeps its number, and the next goes on from it', () => {
  const list = booked(['2026-06-10', 'done'], ['2026-06-24']);
  expect(numbers(['2026-05-27', '2026-06-10'], list)).toEqual([2, 3]);
  // Done but not signed yet: it counts all the same.
  expect(numbers(['2026-05-27'], list)).toEqual([2, 3]);
});

test('past appointments have the number of their day', () => {
  const list = booked(['2026-05-13', 'done'], ['2026-05-27', 'done'], ['2026-06-24']);
  expect(numbers(['2026-05-13', '2026-05-27'], list)).toEqual([1, 2, 3]);
});

test('one that nobody came to and nobody marked does not count; one that waits for its signature does', () => {
  expect(numbers(['2026-05-13'], booked(['2026-05-27'], ['2026-06-24']))).toEqual([2, 2]);
  expect(numbers(['2026-05-13'], booked(['2026-05-27', 'done'], ['2026-06-24']))).toEqual([2, 3]);
});
