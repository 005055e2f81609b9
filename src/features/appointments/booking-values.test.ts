import { expect, test } from 'vitest';
import { ApiProblem } from '#src/lib/problem.ts';
import {
  bookingValues,
  inFormWords,
  momentsOf,
  SkippedTime,
  typedMoment,
} from './booking-values.ts';

const LISBON = 'Europe/Lisbon';
const at = (date: string, time: string) => ({ date, time, minutes: 45 });

test('a typed time is the clinic’s clock, in summer and in winter', () => {
  expect(momentsOf(at('2026-06-10', '14:30'), LISBON, null)).toEqual({
    startsAt: '2026-06-10T13:30:00.000Z',
    endsAt: '2026-06-10T14:15:00.000Z',
  });
  expect(momentsOf(at('2026-12-10', '14:30'), LISBON, null).startsAt).toBe(
    '2026-12-10T14:30:00.000Z',
  );
});

test('a time that spring skips is refused, the minute after it is not', () => {
  expect(() => momentsOf(at('2026-03-29', '01:30'), LISBON, null)).toThrow(SkippedTime);
  expect(momentsOf(at('2026-03-29', '02:00'), LISBON, null).startsAt).toBe(
    '2026-03-29T01:00:00.000Z',
  );
});

test('of the hour that autumn shows twice, the picked one counts while it still shows what is typed', () => {
  const second = '2026-10-25T01:30:00.000Z';
  expect(typedMoment(second, LISBON)).toEqual({ date: '2026-10-25', time: '01:30' });
  expect(momentsOf(at('2026-10-25', '01:30'), LISBON, second).startsAt).toBe(second);
  expect(momentsOf(at('2026-10-25', '01:30'), LISBON, null).startsAt).toBe(
    '2026-10-25T00:30:00.000Z',
  );
  expect(momentsOf(at('2026-10-25', '03:00'), LISBON, second).startsAt).toBe(
    '2026-10-25T03:00:00.000Z',
  );
});

test('nothing chosen is told at its field, before anything is sent', () => {
  const parsed = bookingValues.safeParse({
    patientId: '',
    courseId: null,
    typeId: '',
    practitionerId: '',
    roomId: null,
    date: '2026-06-10',
    time: '',
    minutes: 30,
    note: '',
    overrideReason: null,
  });
  expect(parsed.error?.issues.map(({ path }) => path[0])).toEqual([
    'patientId',
    'typeId',
    'practitionerId',
    'time',
  ]);
});

test('the server’s fields are named as the form names them', () => {
  const problem = new ApiProblem({
    type: 'about:blank',
    title: 'Some of what was sent cannot be used.',
    status: 422,
    code: 'invalid',
    requestId: 'r',
    fields: [
      { path: 'startsAt', message: 'This day is past.' },
      { path: 'note', message: 'Too long.' },
    ],
  });
  expect(inFormWords(problem).fields?.map(({ path }) => path)).toEqual(['time', 'note']);
});
