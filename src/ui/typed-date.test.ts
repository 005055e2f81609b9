import { expect, test } from 'vitest';

import { parseTypedDate, showDay, type DateOrder } from './typed-date.ts';

const read = (text: string, order: DateOrder = 'dmy', past = true) =>
  parseTypedDate(text, { order, today: '2026-11-22', past });

test.each([
  ['1985-04-03', '1985-04-03'],
  ['3/4/1985', '1985-04-03'],
  ['3.4.85', '1985-04-03'],
  ['03041985', '1985-04-03'],
  ['3 Apr 1985', '1985-04-03'],
  ['3 april 1985', '1985-04-03'],
  ['3apr85', '1985-04-03'],
  ['April 3, 1985', '1985-04-03'],
  ['25/3/1985', '1985-03-25'],
  ['3/25/1985', '1985-03-25'],
  ['29/2/1980', '1980-02-29'],
  ['1/1/26', '2026-01-01'],
  ['1/1/27', '1927-01-01'],
])('%s is %s', (typed, iso) => {
  expect(read(typed)).toBe(iso);
});

test('the order of the country decides', () => {
  expect(read('3/4/1985', 'mdy')).toBe('1985-03-04');
  expect(read('85/3/4', 'ymd')).toBe('1985-03-04');
  expect(read('19850304', 'ymd')).toBe('1985-03-04');
});

test('years of two figures may lie ahead when the date is not a birth date', () => {
  expect(read('1/2/27', 'dmy', false)).toBe('2027-02-01');
});

test.each([
  '',
  '29/2/1985',
  '31/4/2000',
  '3/4',
  'tomorrow',
  '3 Xyz 1985',
  '1985',
  '3/4/198',
  '0/1/1985',
])('%j is no day', (typed) => {
  expect(read(typed)).toBeNull();
});

test('shows a day in words', () => {
  expect(showDay('1985-04-03')).toBe('3 Apr 1985');
  expect(showDay('1985-04-03', 'mdy')).toBe('Apr 3, 1985');
  expect(showDay('29/2/1985')).toBe('29/2/1985');
});
