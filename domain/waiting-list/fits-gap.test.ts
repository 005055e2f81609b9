import { expect, test } from 'vitest';
import { fitsCourse, isWantedDay, meetsWishes, type Wishes } from './fits-gap.ts';

const anything: Wishes = {
  practitionerId: null,
  fromDay: '2026-06-08',
  toDay: '2026-06-19',
  weekdays: [],
  part: 'any',
};
const at = (date: string, minutes: number) => ({ date, minutes });

test('both ends of the wanted days belong to them, and an open end never comes', () => {
  expect(isWantedDay(anything, '2026-06-07')).toBe(false);
  expect(isWantedDay(anything, '2026-06-08')).toBe(true);
  expect(isWantedDay(anything, '2026-06-19')).toBe(true);
  expect(isWantedDay(anything, '2026-06-20')).toBe(false);
  expect(isWantedDay({ ...anything, toDay: null }, '2027-06-20')).toBe(true);
});

test('weekdays that are named are the only ones', () => {
  const tuesdays: Wishes = { ...anything, weekdays: ['tuesday'] };
  expect(isWantedDay(tuesdays, '2026-06-09')).toBe(true);
  expect(isWantedDay(tuesdays, '2026-06-10')).toBe(false);
});

test('a morning ends at noon, an afternoon begins with it', () => {
  const morning: Wishes = { ...anything, part: 'morning' };
  const afternoon: Wishes = { ...anything, part: 'afternoon' };
  expect(meetsWishes(morning, 'a', at('2026-06-09', 719))).toBe(true);
  expect(meetsWishes(morning, 'a', at('2026-06-09', 720))).toBe(false);
  expect(meetsWishes(afternoon, 'a', at('2026-06-09', 719))).toBe(false);
  expect(meetsWishes(afternoon, 'a', at('2026-06-09', 720))).toBe(true);
});

test('who asks for one practitioner does not take another', () => {
  const wishes: Wishes = { ...anything, practitionerId: 'a' };
  expect(meetsWishes(wishes, 'a', at('2026-06-09', 600))).toBe(true);
  expect(meetsWishes(wishes, 'b', at('2026-06-09', 600))).toBe(false);
});

test('a course’s session is never early, and keeps its distance from those booked', () => {
  const course = {
    isOpen: true,
    dueFrom: '2026-06-10',
    intervalDaysMin: 14,
    bookedOn: ['2026-06-30'],
  };
  expect(fitsCourse(course, '2026-06-09')).toBe(false);
  expect(fitsCourse(course, '2026-06-10')).toBe(true);
  expect(fitsCourse(course, '2026-06-16')).toBe(true);
  expect(fitsCourse(course, '2026-06-17')).toBe(false);
  expect(fitsCourse(course, '2026-07-13')).toBe(false);
  expect(fitsCourse(course, '2026-07-14')).toBe(true);
  expect(fitsCourse({ ...course, isOpen: false }, '2026-06-10')).toBe(false);
});

test('without an interval, only the day of another session is kept free', () => {
  const course = {
    isOpen: true,
    dueFrom: null,
    intervalDaysMin: null,
    bookedOn: ['2026-06-30'],
  };
  expect(fitsCourse(course, '2026-06-30')).toBe(false);
  expect(fitsCourse(course, '2026-06-29')).toBe(true);
});
