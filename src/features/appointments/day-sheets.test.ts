import { expect, test } from 'vitest';
import type { ScheduledAppointment } from '#domain/appointments/schedule.ts';
import { sheetsOf } from './day-sheets.ts';

const visit = (
  id: string,
  practitionerId: string,
  hour: string,
  status: ScheduledAppointment['status'] = 'booked',
) =>
  // Only what decides on which sheet a visit stands.
  ({
    id,
    practitionerId,
    startsAt: `2026-06-10T${hour}:00:00.000Z`,
    status,
  }) as ScheduledAppointment;

const schedule = {
  practitioners: [
    { id: 'z', name: 'Ana' },
    { id: 'a', name: 'Piotr' },
    { id: 'n', name: 'Nobody booked' },
  ],
  rooms: [],
  appointments: [
    visit('late', 'a', '15'),
    visit('early', 'a', '09'),
    visit('cancelled', 'a', '10', 'cancelled'),
    visit('missed', 'z', '10', 'no_show'),
    visit('done', 'z', '11', 'done'),
  ],
};

const inBrief = (who: string | null) =>
  sheetsOf(schedule, who).map(({ name, visits }) => [name, ...visits.map(({ id }) => id)]);

test('each practitioner’s sheet holds who comes, in the order of time', () => {
  expect(inBrief(null)).toEqual([
    ['Ana', 'done'],
    ['Piotr', 'early', 'late'],
  ]);
});

test('one practitioner’s sheet is theirs alone, and nobody’s is left out', () => {
  expect(inBrief('a')).toEqual([['Piotr', 'early', 'late']]);
  expect(inBrief('n')).toEqual([]);
});
