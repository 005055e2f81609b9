import { expect, test } from 'vitest';
import type { TimeOff } from '#domain/availability/time-off.ts';
import { momentsOf, timeOffForm, timeOffInWords, valuesOfTimeOff } from './time-off-values.ts';

const ZONE = 'Europe/Lisbon';
const TODAY = '2026-06-10';
const off = (startsAt: string, endsAt: string): TimeOff => ({
  id: 'x',
  version: 1,
  practitionerId: 'p',
  startsAt,
  endsAt,
});

test.each([
  ['2026-08-02T23:00:00.000Z', '2026-08-07T23:00:00.000Z', '3–7 Aug'],
  ['2026-08-05T13:00:00.000Z', '2026-08-05T17:00:00.000Z', '5 Aug, 14:00–18:00'],
  ['2026-08-05T13:00:00.000Z', '2026-08-05T23:00:00.000Z', '5 Aug, 14:00–24:00'],
  ['2026-08-05T13:00:00.000Z', '2026-08-07T08:00:00.000Z', '5 Aug, 14:00 to 7 Aug, 09:00'],
  // Clocks go back in the night to 25 October.
  ['2026-10-23T23:00:00.000Z', '2026-10-26T00:00:00.000Z', '24–25 Oct'],
])('%s to %s is %s on the clinic’s clock, and comes back the same', (startsAt, endsAt, words) => {
  expect(timeOffInWords(off(startsAt, endsAt), ZONE, TODAY)).toBe(words);
  expect(momentsOf(valuesOfTimeOff(off(startsAt, endsAt), ZONE), ZONE)).toEqual({
    startsAt,
    endsAt,
  });
});

test('an end before the start is refused where it was typed', () => {
  const values = {
    ...valuesOfTimeOff(null, ZONE),
    fromDate: '2026-08-05',
    toDate: '2026-08-04',
  };
  const pathOf = (change: Partial<typeof values>) =>
    timeOffForm(ZONE)
      .safeParse({ ...values, ...change })
      .error?.issues.map(({ path }) => path[0]);
  expect(pathOf({})).toEqual(['toDate']);
  expect(pathOf({ toDate: '2026-08-05' })).toBeUndefined();
  const sameDay = { toDate: '2026-08-05', isWholeDays: false, fromTime: '10:00' };
  expect(pathOf({ ...sameDay, toTime: '10:00' })).toEqual(['toTime']);
  expect(pathOf({ ...sameDay, toTime: '10:30' })).toBeUndefined();
});
