import { expect, test } from 'vitest';
import { axisLength, axisOf, calendarDay, clockAt, fromAxis, missingOn, toAxis } from './axis.ts';

const LISBON = 'Europe/Lisbon';
const ms = (instant: string): number => Date.parse(instant);

const usual = calendarDay(LISBON, '2026-06-10');
/** 01:00 becomes 02:00. */
const spring = calendarDay(LISBON, '2026-03-29');
/** 02:00 becomes 01:00. */
const autumn = calendarDay(LISBON, '2026-10-25');

test('a usual day is 24 hours and every minute stands where the clock says', () => {
  const axis = axisOf([usual]);
  expect(usual).toMatchObject({ startMs: ms('2026-06-09T23:00:00Z'), minutes: 1440, change: null });
  expect(axisLength(axis)).toBe(1440);
  expect(toAxis(axis, usual, ms('2026-06-10T08:15:00Z'))).toBe(9 * 60 + 15);
  expect(fromAxis(axis, usual, 9 * 60 + 15)).toBe(ms('2026-06-10T08:15:00Z'));
  expect(clockAt(axis, 9 * 60 + 15)).toBe('09:15');
});

test('the spring day lacks an hour, and later times stand where the clock shows them', () => {
  const axis = axisOf([spring]);
  expect(spring).toMatchObject({ minutes: 1380, change: { at: 60, by: 60 } });
  expect(missingOn(axis, spring)).toEqual([{ from: 60, to: 120 }]);
  expect(toAxis(axis, spring, ms('2026-03-29T00:59:59.999Z'))).toBeCloseTo(60, 4);
  expect(toAxis(axis, spring, ms('2026-03-29T01:00:00Z'))).toBe(120);
  expect(toAxis(axis, spring, ms('2026-03-29T08:00:00Z'))).toBe(9 * 60);
  expect(fromAxis(axis, spring, 9 * 60)).toBe(ms('2026-03-29T08:00:00Z'));
});

test('an hour that spring skips is the first moment after it', () => {
  const axis = axisOf([spring]);
  expect(fromAxis(axis, spring, 90)).toBe(ms('2026-03-29T01:00:00Z'));
  expect(fromAxis(axis, spring, 120)).toBe(ms('2026-03-29T01:00:00Z'));
});

test('the autumn day has an hour twice, and both are places of their own', () => {
  const axis = axisOf([autumn]);
  expect(autumn).toMatchObject({ minutes: 1500, change: { at: 120, by: -60 } });
  expect(axisLength(axis)).toBe(1500);
  const first = toAxis(axis, autumn, ms('2026-10-25T00:30:00Z'));
  const second = toAxis(axis, autumn, ms('2026-10-25T01:30:00Z'));
  expect([first, second]).toEqual([90, 150]);
  expect([clockAt(axis, first), clockAt(axis, second)]).toEqual(['01:30', '01:30']);
  expect(clockAt(axis, toAxis(axis, autumn, ms('2026-10-25T09:00:00Z')))).toBe('09:00');
  expect(fromAxis(axis, autumn, second)).toBe(ms('2026-10-25T01:30:00Z'));
});

test('in the week of the change all days stand in line by their clocks', () => {
  const saturday = calendarDay(LISBON, '2026-10-24');
  const axis = axisOf([saturday, autumn]);
  expect(missingOn(axis, saturday)).toEqual([{ from: 120, to: 180 }]);
  expect(missingOn(axis, autumn)).toEqual([]);
  const nine = toAxis(axis, saturday, ms('2026-10-24T08:00:00Z'));
  expect(nine).toBe(toAxis(axis, autumn, ms('2026-10-25T09:00:00Z')));
  expect(clockAt(axis, nine)).toBe('09:00');
  expect(fromAxis(axis, saturday, nine)).toBe(ms('2026-10-24T08:00:00Z'));
  expect(fromAxis(axis, saturday, 150)).toBe(ms('2026-10-24T01:00:00Z'));
});

test('in the week of spring a usual day keeps its 24 hours', () => {
  const monday = calendarDay(LISBON, '2026-03-30');
  const axis = axisOf([spring, monday]);
  expect(missingOn(axis, monday)).toEqual([]);
  expect(toAxis(axis, monday, ms('2026-03-30T08:00:00Z'))).toBe(
    toAxis(axis, spring, ms('2026-03-29T08:00:00Z')),
  );
});

test.each(['2026-03-29', '2026-10-25', '2026-06-10'])(
  'every quarter of %s goes onto the scale and back',
  (date) => {
    const day = calendarDay(LISBON, date);
    const axis = axisOf([day]);
    for (let passed = 0; passed < day.minutes; passed += 15) {
      const moment = day.startMs + passed * 60_000;
      expect(fromAxis(axis, day, toAxis(axis, day, moment))).toBe(moment);
    }
  },
);

test('a zone that changes its clock at midnight begins its day at one', () => {
  const day = calendarDay('America/Santiago', '2026-09-06');
  const axis = axisOf([day]);
  expect(day).toMatchObject({ minutes: 1380, change: { at: 0, by: 60 } });
  expect(clockAt(axis, toAxis(axis, day, day.startMs))).toBe('01:00');
});

test('half an hour of change, as on Lord Howe Island', () => {
  const day = calendarDay('Australia/Lord_Howe', '2026-04-05');
  expect(day).toMatchObject({ minutes: 1470, change: { by: -30 } });
});
