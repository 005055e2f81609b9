import { expect, test } from 'vitest';
import type { Schedule, ScheduledAppointment } from '#domain/appointments/schedule.ts';
import { planPush, pushesFrom } from './push-plan.ts';

const at = (clock: string, day = '2026-06-10'): string => `${day}T${clock}:00.000Z`;

const visit = (id: string, from: string, to: string, given: Partial<ScheduledAppointment> = {}) =>
  // Only what decides where an appointment goes.
  ({
    id,
    patientId: `patient ${id}`,
    practitionerId: 'marta',
    roomId: 'room 1',
    startsAt: at(from),
    endsAt: at(to),
    status: 'booked',
    ...given,
  }) as ScheduledAppointment;

const schedule = (...appointments: ScheduledAppointment[]): Schedule =>
  // Only what is asked of a schedule here.
  ({
    timeZone: 'Etc/UTC',
    practitioners: ['marta', 'leila'].map((id) => ({
      id,
      name: id,
      isActive: true,
      open: [{ startsAt: at('09:00'), endsAt: at('17:00') }],
    })),
    rooms: [{ id: 'room 1', name: 'Room 1' }],
    appointments,
  }) as Schedule;

const plan = (given: Schedule, from: string, minutes: number) =>
  planPush(given, { practitionerId: 'marta', from, minutes }).map(
    ({ visit: { id }, startsAt, problem }) => [id, startsAt.slice(11, 16), problem],
  );

test('a delay reaches until a gap takes it up, and who is moved is not in each other’s way', () => {
  const day = schedule(
    visit('one', '10:00', '10:30'),
    visit('two', '10:30', '11:00', { status: 'arrived' }),
    visit('three', '12:00', '12:30'),
    visit('done', '09:00', '10:00', { status: 'done' }),
    visit('cancelled', '10:00', '11:00', { status: 'cancelled' }),
    visit('tomorrow', '10:00', '10:30', { startsAt: at('10:00', '2026-06-11') }),
  );
  expect(plan(day, at('09:00'), 20)).toEqual([
    ['one', '10:20', null],
    ['two', '10:50', null],
  ]);
});

test('who would run past the hours, or into another’s room, is named', () => {
  const day = schedule(
    visit('last', '16:30', '17:00'),
    visit('one', '10:00', '10:30'),
    visit('other', '10:30', '11:00', { practitionerId: 'leila' }),
  );
  expect(plan(day, at('16:00'), 5)).toEqual([['last', '16:35', expect.stringMatching(/hours/)]]);
  expect(plan(day, at('10:00'), 15)).toEqual([['one', '10:15', expect.stringMatching(/Room 1/)]]);
});

test('a day is pushed from the first who still waits, though their time has come', () => {
  const day = schedule(
    visit('gone', '09:00', '09:30'),
    visit('waits', '09:30', '10:00', { status: 'arrived' }),
    visit('next', '11:00', '11:30'),
  );
  expect(pushesFrom(day, 'marta', at('10:40'))).toBe(at('09:30'));
  expect(pushesFrom(schedule(), 'marta', at('10:40'))).toBeNull();
});
