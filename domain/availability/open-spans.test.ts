import { expect, test } from 'vitest';
import type { OpeningHours } from '#domain/clinic/clinic.ts';
import { clinicClock } from '#domain/shared/clinic-time.ts';
import { type DayOfPractitioner, openSpans, weekdayOf, workingSpansOn } from './open-spans.ts';

const week = (day: OpeningHours['monday']): OpeningHours => ({
  monday: day,
  tuesday: day,
  wednesday: day,
  thursday: day,
  friday: day,
  saturday: [],
  sunday: [],
});

const CLINIC = week([{ from: '09:00', to: '18:00' }]);
const SPLIT = week([
  { from: '08:00', to: '13:00' },
  { from: '14:00', to: '16:00' },
]);

/** A Wednesday in Lisbon's summer: an hour before UTC. */
const day = (given: Partial<DayOfPractitioner> = {}): DayOfPractitioner => ({
  date: '2026-06-10',
  clinicHours: CLINIC,
  weeklyHours: [],
  closures: [],
  timeOff: [],
  instantAt: clinicClock('Europe/Lisbon').instantAt,
  ...given,
});

const span = (from: string, to: string, date = '2026-06-10') => ({
  startsAt: `${date}T${from}:00.000Z`,
  endsAt: `${date}T${to}:00.000Z`,
});

test.each([
  ['2026-06-08', 'monday'],
  ['2026-06-14', 'sunday'],
  ['2020-02-29', 'saturday'],
])('%s is a %s', (date, weekday) => {
  expect(weekdayOf(date)).toBe(weekday);
});

test('whoever has no hours of their own works when the clinic is open', () => {
  expect(openSpans(day())).toEqual([span('08:00', '17:00')]);
  const asClinic = [{ validFrom: null, hours: null }];
  expect(openSpans(day({ weeklyHours: asClinic }))).toEqual([span('08:00', '17:00')]);
});

test('own hours hold within the clinic’s, with their breaks', () => {
  expect(openSpans(day({ weeklyHours: [{ validFrom: null, hours: SPLIT }] }))).toEqual([
    span('08:00', '12:00'),
    span('13:00', '15:00'),
  ]);
});

test('of several weekly hours those begun last hold, in whatever order they come', () => {
  const weeklyHours = [
    { validFrom: '2026-06-10', hours: week([{ from: '10:00', to: '12:00' }]) },
    { validFrom: null, hours: SPLIT },
    { validFrom: '2026-06-11', hours: week([]) },
    { validFrom: '2026-01-01', hours: null },
  ];
  const on = (date: string) =>
    workingSpansOn({ ...day({ weeklyHours }), date }).map(({ from, to }) => `${from}-${to}`);
  expect(on('2026-06-09')).toEqual(['09:00-18:00']);
  expect(on('2026-06-10')).toEqual(['10:00-12:00']);
  expect(on('2026-06-11')).toEqual([]);
  expect(on('2025-12-31')).toEqual(['09:00-13:00', '14:00-16:00']);
});

test('hours that begin later do not hold before: until then the clinic’s do', () => {
  const weeklyHours = [{ validFrom: '2026-06-11', hours: SPLIT }];
  expect(openSpans(day({ weeklyHours }))).toEqual([span('08:00', '17:00')]);
});

test('nobody works on a closed day, both ends included', () => {
  const closures = [{ fromDate: '2026-06-09', toDate: '2026-06-10' }];
  const isOpen = (date: string) => openSpans(day({ date, closures })).length > 0;
  expect(['2026-06-08', '2026-06-09', '2026-06-10', '2026-06-11'].map(isOpen)).toEqual([
    true,
    false,
    false,
    true,
  ]);
});

test.each([
  ['around the day', [span('00:00', '23:59')], []],
  ['in the morning', [span('07:00', '10:30')], [span('10:30', '17:00')]],
  ['in the middle', [span('09:00', '10:00')], [span('08:00', '09:00'), span('10:00', '17:00')]],
  ['at the end', [span('16:00', '20:00')], [span('08:00', '16:00')]],
  [
    'just before and just after',
    [span('07:00', '08:00'), span('17:00', '18:00')],
    [span('08:00', '17:00')],
  ],
  [
    'twice, overlapping',
    [span('09:00', '11:00'), span('10:00', '12:00')],
    [span('08:00', '09:00'), span('12:00', '17:00')],
  ],
])('time off %s is taken out', (_, timeOff, left) => {
  expect(openSpans(day({ timeOff }))).toEqual(left);
});

test('on daylight-saving nights a span is as long as the clock says', () => {
  const allDay = { ...week([]), sunday: [{ from: '00:00', to: '24:00' }] };
  const hours = (date: string) => {
    const [one] = openSpans(day({ date, clinicHours: allDay }));
    return one ? (Date.parse(one.endsAt) - Date.parse(one.startsAt)) / 3_600_000 : 0;
  };
  expect([hours('2026-03-29'), hours('2026-06-14'), hours('2026-10-25')]).toEqual([23, 24, 25]);
});
