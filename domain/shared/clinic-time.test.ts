import { expect, test } from 'vitest';
import {
  addMinutes,
  calendarDateIn,
  clinicClock,
  clockMinutes,
  clockText,
  minutesBetween,
  parseClock,
} from './clinic-time.ts';

test.each([
  ['Europe/Lisbon', '2026-10-24T22:59:59.999Z', '2026-10-24'],
  ['Europe/Lisbon', '2026-10-24T23:00:00.000Z', '2026-10-25'],
  ['Europe/Lisbon', '2026-10-25T23:59:59.999Z', '2026-10-25'],
  ['Europe/Lisbon', '2026-03-29T22:59:59.999Z', '2026-03-29'],
  ['Pacific/Apia', '2026-06-10T11:00:00.000Z', '2026-06-11'],
  ['America/St_Johns', '2026-06-10T02:29:59.999Z', '2026-06-09'],
])('in %s the moment %s falls on %s', (timeZone, moment, date) => {
  expect(calendarDateIn(timeZone, new Date(moment))).toBe(date);
  expect(clinicClock(timeZone).wallTimeOf(moment).date).toBe(date);
});

const instantAt = (timeZone: string, date: string, time: string) =>
  clinicClock(timeZone).instantAt(date, time);

test.each([
  ['Europe/Lisbon', '2026-01-12', '14:05', '2026-01-12T14:05:00.000Z'],
  ['Europe/Lisbon', '2026-07-12', '14:05', '2026-07-12T13:05:00.000Z'],
  ['Europe/Lisbon', '2026-07-12', '24:00', '2026-07-12T23:00:00.000Z'],
  ['America/New_York', '2026-07-12', '23:30', '2026-07-13T03:30:00.000Z'],
  ['Asia/Kathmandu', '2026-07-12', '00:10', '2026-07-11T18:25:00.000Z'],
  ['Australia/Lord_Howe', '2026-01-12', '09:00', '2026-01-11T22:00:00.000Z'],
  ['Australia/Lord_Howe', '2026-07-12', '09:00', '2026-07-11T22:30:00.000Z'],
])('in %s the clock of %s shows %s at %s', (timeZone, date, time, instant) => {
  expect(instantAt(timeZone, date, time)).toBe(instant);
  if (time !== '24:00')
    expect(clinicClock(timeZone).wallTimeOf(instant)).toEqual({
      date,
      minutes: clockMinutes(time),
    });
});

test.each([
  // Lisbon repeats 01:00–02:00, New York too, Lord Howe 01:30–02:00.
  ['Europe/Lisbon', '2026-10-25', '00:59', '2026-10-24T23:59:00.000Z'],
  ['Europe/Lisbon', '2026-10-25', '01:00', '2026-10-25T00:00:00.000Z'],
  ['Europe/Lisbon', '2026-10-25', '01:59', '2026-10-25T00:59:00.000Z'],
  ['Europe/Lisbon', '2026-10-25', '02:00', '2026-10-25T02:00:00.000Z'],
  ['America/New_York', '2026-11-01', '01:30', '2026-11-01T05:30:00.000Z'],
  ['America/New_York', '2026-11-01', '02:00', '2026-11-01T07:00:00.000Z'],
  ['Australia/Lord_Howe', '2026-04-05', '01:45', '2026-04-04T14:45:00.000Z'],
  ['Australia/Lord_Howe', '2026-04-05', '02:00', '2026-04-04T15:30:00.000Z'],
  ['Europe/Berlin', '2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
])('of a time autumn repeats the first is meant: %s %s %s', (timeZone, date, time, instant) => {
  expect(instantAt(timeZone, date, time)).toBe(instant);
});

test.each([
  // Lisbon skips 01:00–02:00, New York 02:00–03:00, Lord Howe 02:00–02:30.
  ['Europe/Lisbon', '2026-03-29', '00:59', '2026-03-29T00:59:00.000Z'],
  ['Europe/Lisbon', '2026-03-29', '01:00', '2026-03-29T01:00:00.000Z'],
  ['Europe/Lisbon', '2026-03-29', '01:30', '2026-03-29T01:30:00.000Z'],
  ['Europe/Lisbon', '2026-03-29', '02:00', '2026-03-29T01:00:00.000Z'],
  ['America/New_York', '2026-03-08', '02:15', '2026-03-08T07:15:00.000Z'],
  ['America/New_York', '2026-03-08', '03:00', '2026-03-08T07:00:00.000Z'],
  ['Australia/Lord_Howe', '2026-10-04', '02:10', '2026-10-03T15:40:00.000Z'],
  ['Australia/Lord_Howe', '2026-10-04', '02:30', '2026-10-03T15:30:00.000Z'],
])('a time that spring skips goes forward: %s %s %s', (timeZone, date, time, instant) => {
  expect(instantAt(timeZone, date, time)).toBe(instant);
});

test.each([
  ['Europe/Lisbon', '2026-03-29', '2026-03-29T00:00:00.000Z', 23 * 60],
  ['Europe/Lisbon', '2026-10-25', '2026-10-24T23:00:00.000Z', 25 * 60],
  ['Europe/Lisbon', '2026-06-10', '2026-06-09T23:00:00.000Z', 24 * 60],
  ['America/New_York', '2026-03-08', '2026-03-08T05:00:00.000Z', 23 * 60],
  ['America/New_York', '2026-11-01', '2026-11-01T04:00:00.000Z', 25 * 60],
  ['Australia/Lord_Howe', '2026-10-04', '2026-10-03T13:30:00.000Z', 23.5 * 60],
  ['Australia/Lord_Howe', '2026-04-05', '2026-04-04T13:00:00.000Z', 24.5 * 60],
  ['Asia/Kathmandu', '2026-06-10', '2026-06-09T18:15:00.000Z', 24 * 60],
  // Its midnight is skipped: the day begins at one o'clock.
  ['America/Santiago', '2026-09-06', '2026-09-06T04:00:00.000Z', 23 * 60],
])('in %s the day %s begins at %s and has %i minutes', (timeZone, date, startsAt, minutes) => {
  const bounds = clinicClock(timeZone).dayBounds(date);
  expect(bounds).toMatchObject({ startsAt, minutes });
  expect(minutesBetween(bounds.startsAt, bounds.endsAt)).toBe(minutes);
});

test('each quarter of an hour of both nights reads back as the clock shows it', () => {
  for (const [timeZone, date] of [
    ['Europe/Lisbon', '2026-03-29'],
    ['Europe/Lisbon', '2026-10-25'],
    ['America/New_York', '2026-03-08'],
    ['Australia/Lord_Howe', '2026-04-05'],
  ] as const) {
    const clock = clinicClock(timeZone);
    const { startsAt, minutes } = clock.dayBounds(date);
    for (let after = 0; after < minutes; after += 15) {
      const shown = clock.wallTimeOf(addMinutes(startsAt, after));
      expect(shown.date).toBe(date);
      const back = clock.instantAt(date, clockText(shown.minutes));
      // The second showing of a repeated time reads back as the first.
      expect([0, 60, 30]).toContain(minutesBetween(back, addMinutes(startsAt, after)));
    }
  }
});

test('a time is read as people type it', () => {
  expect(['9:05', '14.05', '1405', '905', '7', ' 23:59 '].map(parseClock)).toEqual([
    '09:05',
    '14:05',
    '14:05',
    '09:05',
    '07:00',
    '23:59',
  ]);
  for (const typed of ['', '24:00', '12:60', 'noon', '1:2']) expect(parseClock(typed)).toBeNull();
});
