import { expect, test } from 'vitest';
import { parseTypedTime } from './typed-time.ts';

test.each([
  ['9', '09:00'],
  ['09:00', '09:00'],
  ['930', '09:30'],
  ['1745', '17:45'],
  ['9.30', '09:30'],
  ['9h30', '09:30'],
  ['9 h', '09:00'],
  ['6pm', '18:00'],
  ['12 a.m.', '00:00'],
  ['12pm', '12:00'],
  ['24:00', '24:00'],
])('%s is %s', (typed, time) => {
  expect(parseTypedTime(typed)).toBe(time);
});

test.each(['', 'nine', '25', '24:01', '9:75', '13pm', '0am', '9:3', '12345'])(
  '%s is no time',
  (typed) => {
    expect(parseTypedTime(typed)).toBeNull();
  },
);
