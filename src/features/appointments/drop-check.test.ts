import { expect, test } from 'vitest';
import type { Schedule, ScheduledAppointment } from '#domain/appointments/schedule.ts';
import { dropProblem } from './drop-check.ts';
import { freeRoom } from './free-room.ts';

const DAY = '2026-06-10';
const at = (clock: string): string => `${DAY}T${clock}:00.000Z`;

const visit = (id: string, from: string, to: string, given: Partial<ScheduledAppointment> = {}) =>
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

const moved = visit('moved', '10:00', '10:45', { practitionerId: 'leila', roomId: 'room 4' });

const schedule = (appointments: ScheduledAppointment[]): Schedule =>
  ({
    timeZone: 'Etc/UTC',
    days: [{ date: DAY, startsAt: at('00:00'), endsAt: '2026-06-11T00:00:00.000Z' }],
    practitioners: [
      {
        id: 'marta',
        name: 'Dr Marta',
        isActive: true,
        open: [{ startsAt: at('09:00'), endsAt: at('17:00') }],
      },
      {
        id: 'leila',
        name: 'Dr Leila',
        isActive: true,
        open: [{ startsAt: at('09:00'), endsAt: at('17:00') }],
      },
    ],
    rooms: [
      { id: 'room 1', name: 'Room 1' },
      { id: 'room 4', name: 'Room 4' },
    ],
    appointments: [moved, ...appointments],
  }) as Schedule;

const to = (from: string, until: string, columnId = 'marta') => ({
  columnId,
  startMs: Date.parse(at(from)),
  endMs: Date.parse(at(until)),
});

const drop = (place: ReturnType<typeof to>, taken: ScheduledAppointment[]) =>
  dropProblem(moved, 'practitioners', place, schedule(taken));

test('touching is free; one minute of overlap names who is taken and the next free time', () => {
  const taken = [visit('a', '14:00', '14:45')];
  expect(drop(to('13:15', '14:00'), taken)).toBeNull();
  expect(drop(to('14:45', '15:30'), taken)).toBeNull();
  const problem = drop(to('14:00', '14:45'), taken);
  expect(problem).toMatchObject({ text: 'Dr Marta is taken 14:00–14:45.', cardIds: ['a'] });
  expect(problem?.nextFree?.startMs).toBe(Date.parse(at('14:45')));
});

test('the room and the patient count too, and whoever cancelled or did not come does not', () => {
  const elsewhere = { practitionerId: 'rui', roomId: 'room 4' };
  expect(drop(to('14:00', '14:45'), [visit('a', '14:30', '15:00', elsewhere)])?.text).toBe(
    'Room 4 is taken 14:30–15:00.',
  );
  const same = { practitionerId: 'rui', roomId: 'room 1', patientId: moved.patientId };
  expect(drop(to('14:00', '14:45'), [visit('a', '14:30', '15:00', same)])?.text).toBe(
    'The patient is taken 14:30–15:00.',
  );
  for (const status of ['cancelled', 'no_show'] as const)
    expect(drop(to('14:00', '14:45'), [visit('a', '14:00', '15:00', { status })])).toBeNull();
});

test('outside the hours is said, and where it was is always right', () => {
  expect(drop(to('16:30', '17:15'), [])?.text).toBe('This is outside the hours of Dr Marta.');
  expect(drop(to('08:45', '09:30'), [])?.nextFree?.startMs).toBe(Date.parse(at('09:00')));
  expect(
    drop(to('10:00', '10:45', 'leila'), [
      visit('a', '10:15', '11:00', { practitionerId: 'leila' }),
    ]),
  ).toBeNull();
});

test('the usual room is taken when it is free, else any that is, else none', () => {
  const wanted = { practitionerId: 'marta', startsAt: at('14:00'), endsAt: at('14:45') };
  const usual = visit('a', '09:00', '09:45');
  expect(freeRoom(schedule([usual]), wanted)).toBe('room 1');
  const blocked = visit('b', '14:30', '15:00', { practitionerId: 'rui' });
  expect(freeRoom(schedule([usual, blocked]), wanted)).toBe('room 4');
  const both = visit('c', '13:30', '14:15', { practitionerId: 'eva', roomId: 'room 4' });
  expect(freeRoom(schedule([usual, blocked, both]), wanted)).toBeNull();
});
