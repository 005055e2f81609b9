import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isCalendarDay } from '#domain/shared/calendar-date.ts';
import type { DateOrder } from './birth-date.ts';
import { dateOfExcelSerial, parseBirthDate } from './birth-date.ts';

const today = '2026-06-15';
const read = (text: string, order: DateOrder = 'dmy') => {
  const result = parseBirthDate(text, order, today);
  return result.ok ? result.date : result.message;
};

test.each([
  '1985-04-03',
  '1985/4/3',
  '1985-04-03T00:00:00',
  '1985-04-03T00:00:00.000Z',
  '1985-04-03 00:00:00+00:00',
  '3/4/1985',
  '03.04.85',
  '3. 4. 1985',
  '03-04-1985 00:00',
  '3/4/1985 12:00:00 AM',
  '19850403',
  '03041985',
  '3041985',
  '31140',
  '31140.0',
  '31140,5',
  '3 Apr 1985',
  'April 3, 1985',
  'Apr. 3rd, 1985',
  '3rd of April 1985',
  '03-Apr-85',
  'Wed, 3 Apr 1985',
  '3 de abril de 1985',
  '3 avril 1985',
  '3. April 1985',
  'mercoledì 3 aprile 1985',
  '3 kwietnia 1985',
  '3 NİSAN 1985',
  '1985 Apr 3',
  '1985年4月3日',
  '٣/٤/١٩٨٥',
  '３／４／１９８５',
  "'03/04/1985",
  '\u200e03/04/1985',
])('%s is 3 April 1985 in a day-first column', (text) => {
  expect(read(text)).toBe('1985-04-03');
});

test.each([
  ['4/3/1985', '1985-04-03'],
  ['04031985', '1985-04-03'],
  ['1985-04-03', '1985-04-03'],
  ['4/25/85', '1985-04-25'],
])('%s in a month-first column', (text, date) => {
  expect(read(text, 'mdy')).toBe(date);
});

test.each([
  ['85-04-03', '1985-04-03'],
  ['85 Apr 03', '1985-04-03'],
  ['19850403', '1985-04-03'],
])('%s in a year-first column', (text, date) => {
  expect(read(text, 'ymd')).toBe(date);
});

test.each([
  ['1er mars 1985', '1985-03-01'],
  ['1. Jänner 1985', '1985-01-01'],
  ['5 août 1985', '1985-08-05'],
  ['5 dez 1985', '1985-12-05'],
  ['5 giu 1985', '1985-06-05'],
  ['5 set 1985', '1985-09-05'],
  ['mar 5 apr 1985', '1985-04-05'],
])('the month of %s', (text, date) => {
  expect(read(text)).toBe(date);
});

test('a two-digit year is the latest that is not in the future', () => {
  expect(read('15/06/26')).toBe('2026-06-15');
  expect(read('16/06/26')).toBe('1926-06-16');
  expect(read('01/01/00')).toBe('2000-01-01');
  expect(read('29/02/00')).toBe('2000-02-29');
});

test.each([
  ['29/02/1985', 'February 1985 has 28 days. Type the date as on the ID card.'],
  ['31 Apr 1985', 'April 1985 has 30 days. Type the date as on the ID card.'],
  ['1900-02-29', 'February 1900 has 28 days. Type the date as on the ID card.'],
  ['0/4/1985', 'April 1985 has 30 days. Type the date as on the ID card.'],
  ['4/25/1985', 'There is no month 25 when the day comes first. Type the date as on the ID card.'],
  ['1985-13-01', 'There is no month 13. Type the date as on the ID card.'],
  ['16/06/2026', 'This date is in the future. Type the date as on the ID card.'],
  ['3/4/1885', 'Dates of birth start in 1900. Type the date as on the ID card.'],
  ['1985', '1985 has no day and month. Type the date as on the ID card.'],
  ['', 'Type the date of birth.'],
])('%s is refused in words: %s', (text, message) => {
  expect(read(text)).toBe(message);
});

test.each([
  'Ana',
  '3/4',
  '3/4/985',
  '12/1985',
  '3 jui 1985',
  '1985-04-02T23:00:00.000Z',
  '########',
  '3+4+1985',
  '917555390',
  '3 Apr May Jun 1985',
])('%s is refused', (text) => {
  expect(parseBirthDate(text, 'dmy', today)).toMatchObject({ ok: false, code: 'unreadable' });
});

test('a year-last date in a year-first column is refused', () => {
  expect(parseBirthDate('03/04/1985', 'ymd', today).ok).toBe(false);
});

test('Excel serial numbers: the 1900 system with its leap-year bug', () => {
  expect(dateOfExcelSerial(0)).toBeUndefined();
  expect(dateOfExcelSerial(1)).toBe('1900-01-01');
  expect(dateOfExcelSerial(59)).toBe('1900-02-28');
  expect(dateOfExcelSerial(60)).toBeUndefined();
  expect(dateOfExcelSerial(61)).toBe('1900-03-01');
  expect(dateOfExcelSerial(31_140.75)).toBe('1985-04-03');
  expect(read('46188')).toBe('2026-06-15');
  expect(read('46189')).toBe('This date is in the future. Type the date as on the ID card.');
});

test('every day of the range reads the same in every form', () => {
  const day = fc.date({
    min: new Date('1900-01-01T00:00:00Z'),
    max: new Date(`${today}T00:00:00Z`),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(day, (instant) => {
      const iso = instant.toISOString().slice(0, 10);
      const [y = '', m = '', d = ''] = iso.split('-');
      expect(read(iso)).toBe(iso);
      expect(read(`${Number(d)}/${Number(m)}/${y}`)).toBe(iso);
      expect(read(`${m}-${d}-${y}`, 'mdy')).toBe(iso);
      expect(read(`${y}${m}${d}`, 'mdy')).toBe(iso);
      expect(read(`${d}${m}${y}`)).toBe(iso);
    }),
    { numRuns: 2000 },
  );
});

test('any text gives an answer, and a date only within life', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const result = parseBirthDate(text, 'dmy', today);
      return result.ok
        ? isCalendarDay(result.date) && result.date <= today
        : result.message.endsWith('.');
    }),
  );
});
