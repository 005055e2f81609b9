import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '#domain/shared/calendar-date.ts';
import {
  dueAt,
  isDue,
  isInWindow,
  OUTCOME_WEEKS,
  OUTCOME_WINDOWS,
  outcomeWindow,
  pickReading,
} from './windows.ts';

// Day 0 lies before a daylight-saving night in most zones; days are days all the same.
const dayZero = '2026-03-02';

test.each([
  [12, 70, 84, 98],
  [24, 140, 168, 196],
  [52, 322, 364, 406],
] as const)('week %i runs from day %i by day %i to day %i', (week, opens, target, closes) => {
  expect(outcomeWindow(week, dayZero)).toEqual({
    opensOn: addDays(dayZero, opens),
    targetOn: addDays(dayZero, target),
    closesOn: addDays(dayZero, closes),
  });
  expect(dueAt(week, dayZero)).toBe(addDays(dayZero, target));
});

test('week 12 from 2 March 2026 is 25 May, from 11 May to 8 June', () => {
  expect(outcomeWindow(12, dayZero)).toEqual({
    opensOn: '2026-05-11',
    targetOn: '2026-05-25',
    closesOn: '2026-06-08',
  });
});

test('a window crosses 29 February and the year', () => {
  expect(dueAt(12, '2027-12-10')).toBe('2028-03-03');
  expect(outcomeWindow(52, '2027-12-31').targetOn).toBe('2028-12-29');
});

test.each(OUTCOME_WEEKS)('both ends of week %i belong to it, a day further does not', (week) => {
  const { day, tolerance } = OUTCOME_WINDOWS[week];
  const within = (offset: number) => isInWindow(week, dayZero, addDays(dayZero, offset));
  expect(within(day - tolerance - 1)).toBe(false);
  expect(within(day - tolerance)).toBe(true);
  expect(within(day + tolerance)).toBe(true);
  expect(within(day + tolerance + 1)).toBe(false);
});

test.each(OUTCOME_WEEKS)('week %i is due the day after its window, or once assessed', (week) => {
  const { closesOn, opensOn } = outcomeWindow(week, dayZero);
  expect(isDue(week, dayZero, closesOn, false)).toBe(false);
  expect(isDue(week, dayZero, addDays(closesOn, 1), false)).toBe(true);
  expect(isDue(week, dayZero, opensOn, true)).toBe(true);
  expect(isDue(week, dayZero, opensOn, false)).toBe(false);
});

const reading = (offset: number, isBlinded = false, id = `r${offset}`) => ({
  id,
  assessedOn: addDays(dayZero, offset),
  isBlinded,
});
const picked = (...readings: ReturnType<typeof reading>[]) =>
  pickReading(12, dayZero, readings)?.id ?? null;

test('nothing in the window is no reading', () => {
  expect(picked()).toBeNull();
  expect(picked(reading(69), reading(99))).toBeNull();
});

test('the nearest to the target counts', () => {
  expect(picked(reading(70), reading(86), reading(98))).toBe('r86');
  expect(picked(reading(84), reading(83))).toBe('r84');
});

test('on a tie the earlier counts, blinded or not', () => {
  expect(picked(reading(87), reading(81))).toBe('r81');
  expect(picked(reading(87, true), reading(81, false))).toBe('r81');
});

test('nearer counts before blinded', () => {
  expect(picked(reading(80, true), reading(85, false))).toBe('r85');
});

test('on the same day a blinded one counts before an unblinded', () => {
  expect(picked(reading(85, false, 'a'), reading(85, true, 'b'))).toBe('b');
});

test('the pick does not hang on the order of the list', () => {
  const readings = fc.uniqueArray(
    fc.record({
      id: fc.uuid(),
      assessedOn: fc.integer({ min: 60, max: 110 }).map((offset) => addDays(dayZero, offset)),
      isBlinded: fc.boolean(),
    }),
    { selector: ({ id }) => id, maxLength: 12 },
  );
  fc.assert(
    fc.property(readings, (list) => {
      const pick = pickReading(12, dayZero, list);
      expect(pickReading(12, dayZero, list.toReversed())).toEqual(pick);
      if (pick) expect(isInWindow(12, dayZero, pick.assessedOn)).toBe(true);
    }),
  );
});
