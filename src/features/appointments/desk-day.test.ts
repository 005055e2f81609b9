import { expect, test } from 'vitest';
import type { Schedule, ScheduledAppointment } from '#domain/appointments/schedule.ts';
import { gapsOf, lateVisits } from './desk-day.ts';

const at = (clock: string): string => `2026-06-10T${clock}:00.000Z`;

const visit = (from: string, to: string, given: Partial<ScheduledAppointment> = {}) =>
  // Only what decides whether time is taken.
  ({
    id: from,
    practitionerId: 'marta',
    startsAt: at(from),
    endsAt: at(to),
    status: 'booked',
    ...given,
  }) as ScheduledAppointment;

const gaps = (now: string, ...appointments: ScheduledAppointment[]) =>
  gapsOf(
    // Only what is asked of a schedule here.
    {
      practitioners: [
        {
          id: 'marta',
          name: 'Marta',
          isActive: true,
          open: [
            { startsAt: at('09:00'), endsAt: at('12:00') },
            { startsAt: at('13:00'), endsAt: at('17:00') },
          ],
        },
      ],
      appointments,
    } as Schedule,
    at(now),
  ).map(({ startsAt, endsAt }) => `${startsAt.slice(11, 16)}-${endsAt.slice(11, 16)}`);

test('half an hour is a gap, a minute less is none', () => {
  expect(gaps('08:00', visit('09:30', '12:00'), visit('13:29', '17:00'))).toEqual(['09:00-09:30']);
});

test('a gap ends where the hours end, and begins no earlier than now', () => {
  expect(gaps('10:15')).toEqual(['10:15-12:00', '13:00-17:00']);
  expect(gaps('16:31')).toEqual([]);
});

test('overlapping visits leave one stretch taken; cancelled ones leave it free', () => {
  expect(
    gaps(
      '09:00',
      visit('09:00', '11:00'),
      visit('09:30', '10:00', { practitionerId: 'marta' }),
      visit('11:00', '12:00', { status: 'cancelled' }),
      visit('13:00', '16:00', { practitionerId: 'leila' }),
      visit('13:00', '17:00', { status: 'in_treatment' }),
    ),
  ).toEqual(['11:00-12:00']);
});

test('late is who should have begun and has not arrived, the longest first', () => {
  const late = lateVisits(
    [
      visit('10:00', '10:30'),
      visit('09:30', '10:00', { status: 'confirmed' }),
      visit('09:00', '09:30', { status: 'arrived' }),
      visit('10:20', '11:00'),
    ],
    Date.parse(at('10:20')),
  );
  expect(late.map(({ visit: { id }, minutes }) => [id, minutes])).toEqual([
    ['09:30', 50],
    ['10:00', 20],
  ]);
});
