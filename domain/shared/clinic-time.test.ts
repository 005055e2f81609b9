import { expect, test } from 'vitest';
import { calendarDateIn } from './clinic-time.ts';

test.each([
  ['Europe/Lisbon', '2026-10-24T22:59:59.999Z', '2026-10-24'],
  ['Europe/Lisbon', '2026-10-24T23:00:00.000Z', '2026-10-25'],
  ['Europe/Lisbon', '2026-10-25T23:59:59.999Z', '2026-10-25'],
  ['Europe/Lisbon', '2026-03-29T22:59:59.999Z', '2026-03-29'],
  ['Pacific/Apia', '2026-06-10T11:00:00.000Z', '2026-06-11'],
  ['America/St_Johns', '2026-06-10T02:29:59.999Z', '2026-06-09'],
])('in %s the moment %s falls on %s', (timeZone, moment, date) => {
  expect(calendarDateIn(timeZone, new Date(moment))).toBe(date);
});
