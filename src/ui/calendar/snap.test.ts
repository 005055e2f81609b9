import { expect, test } from 'vitest';
import { axisOf, calendarDay } from './axis.ts';
import { snapEnd, snapMove, snapRange } from './snap.ts';

const HOUR_MS = 3_600_000;
const column = (date: string) => ({ id: date, day: calendarDay('Europe/Lisbon', date) });
const usual = column('2026-06-10');
const axis = axisOf([usual.day]);
const iso = (place: { startMs: number; endMs: number }) => [
  new Date(place.startMs).toISOString(),
  new Date(place.endMs).toISOString(),
];

test('a dropped card goes to the nearest quarter and keeps its length', () => {
  expect(iso(snapMove(axis, usual, 9 * 60 + 7, 0.75 * HOUR_MS))).toEqual([
    '2026-06-10T08:00:00.000Z',
    '2026-06-10T08:45:00.000Z',
  ]);
  expect(iso(snapMove(axis, usual, 9 * 60 + 8, 0.75 * HOUR_MS))[0]).toBe(
    '2026-06-10T08:15:00.000Z',
  );
});

test('nothing is dropped before midnight or past it', () => {
  expect(iso(snapMove(axis, usual, -40, HOUR_MS))[0]).toBe('2026-06-09T23:00:00.000Z');
  expect(iso(snapMove(axis, usual, 2000, HOUR_MS))[0]).toBe('2026-06-10T22:45:00.000Z');
});

test('moved to the day of the change, a card keeps its time on the clock and its real length', () => {
  const spring = column('2026-03-29');
  const week = axisOf([spring.day, column('2026-03-30').day]);
  expect(iso(snapMove(week, spring, 9 * 60, HOUR_MS))).toEqual([
    '2026-03-29T08:00:00.000Z',
    '2026-03-29T09:00:00.000Z',
  ]);
  // 01:30 does not exist on that day: it lands on the first moment after.
  expect(iso(snapMove(week, spring, 90, HOUR_MS))[0]).toBe('2026-03-29T01:00:00.000Z');
});

test('both one o’clocks of the autumn night can be dropped on', () => {
  const autumn = column('2026-10-25');
  const long = axisOf([autumn.day]);
  expect(iso(snapMove(long, autumn, 60, HOUR_MS))[0]).toBe('2026-10-25T00:00:00.000Z');
  expect(iso(snapMove(long, autumn, 120, HOUR_MS))[0]).toBe('2026-10-25T01:00:00.000Z');
});

test('a dragged end snaps, and never comes closer than a quarter', () => {
  const place = snapMove(axis, usual, 9 * 60, HOUR_MS);
  expect(iso(snapEnd(axis, usual, place, 10 * 60 + 40))[1]).toBe('2026-06-10T09:45:00.000Z');
  expect(iso(snapEnd(axis, usual, place, 8 * 60))[1]).toBe('2026-06-10T08:15:00.000Z');
});

test('a drawn range holds the quarter it began in and the one it reached, in either direction', () => {
  const expected = ['2026-06-10T08:00:00.000Z', '2026-06-10T08:45:00.000Z'];
  expect(iso(snapRange(axis, usual, 9 * 60 + 4, 9 * 60 + 31))).toEqual(expected);
  expect(iso(snapRange(axis, usual, 9 * 60 + 31, 9 * 60 + 4))).toEqual(expected);
  expect(iso(snapRange(axis, usual, 9 * 60 + 4, 9 * 60 + 4))).toEqual([
    '2026-06-10T08:00:00.000Z',
    '2026-06-10T08:15:00.000Z',
  ]);
});
