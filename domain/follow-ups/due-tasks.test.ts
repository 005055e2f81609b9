import { expect, test } from 'vitest';
import { type FollowedCourse, tasksOfCourse } from './due-tasks.ts';

const session = (id: string, sessionOn: string) => ({ id, sessionOn, performedBy: 'doctor' });
const course = (given: Partial<FollowedCourse> = {}): FollowedCourse => ({
  id: 'c',
  due: { from: '2026-04-16', to: '2026-04-30' },
  sessions: [session('s1', '2026-03-02'), session('s2', '2026-04-02')],
  assessedOn: [],
  ...given,
});
const windows = (given: Partial<FollowedCourse> = {}) =>
  Object.fromEntries(
    tasksOfCourse(course(given)).map(({ causeKey, dueFrom, targetOn, dueTo }) => [
      causeKey,
      `${dueFrom} ${targetOn} ${dueTo}`,
    ]),
  );

test('a course with two sessions asks for two contacts after each, three weeks, one after the last and one if it lapses', () => {
  expect(windows()).toEqual({
    // 24 to 96 h, and day 5 to 10.
    'contact_48h s1': '2026-03-03 2026-03-04 2026-03-06',
    'contact_7d s1': '2026-03-07 2026-03-09 2026-03-12',
    'contact_48h s2': '2026-04-03 2026-04-04 2026-04-06',
    'contact_7d s2': '2026-04-07 2026-04-09 2026-04-12',
    // Day 84 ± 14, 168 ± 28, 364 ± 42 from the first session.
    'week_12 c': '2026-05-11 2026-05-25 2026-06-08',
    'week_24 c': '2026-07-20 2026-08-17 2026-09-14',
    'week_52 c': '2027-01-18 2027-03-01 2027-04-12',
    // Day 84 ± 14 from the last.
    'weeks_12_after_last s2': '2026-06-11 2026-06-25 2026-07-09',
    // The day after 42 days after the end of the planned gap.
    'lapsed_course s2': '2026-06-12 2026-06-12 2026-06-19',
  });
});

test('a course without a session asks for nothing; one with no session due cannot lapse', () => {
  expect(tasksOfCourse(course({ sessions: [] }))).toEqual([]);
  expect(windows({ due: null })).not.toHaveProperty('lapsed_course s2');
});

test('sessions count by their clinic dates, whatever order they were signed in', () => {
  const turned = { sessions: [session('s2', '2026-04-02'), session('s1', '2026-03-02')] };
  expect(windows(turned)).toEqual(windows());
});

test.each([
  ['2026-05-10', null],
  ['2026-05-11', '2026-05-11'],
  ['2026-06-08', '2026-06-08'],
  ['2026-06-09', null],
])('a reading on %s meets week 12 on %s', (day, metOn) => {
  const week = tasksOfCourse(course({ assessedOn: [day] })).find(({ rule }) => rule === 'week_12');
  expect(week?.metOn).toBe(metOn);
});

test('of several readings in a window the earliest is the day it was met', () => {
  const tasks = tasksOfCourse(course({ assessedOn: ['2026-06-01', '2026-05-20', '2026-01-01'] }));
  expect(tasks.find(({ rule }) => rule === 'week_12')?.metOn).toBe('2026-05-20');
  expect(tasks.filter(({ metOn }) => metOn !== null)).toHaveLength(1);
});
