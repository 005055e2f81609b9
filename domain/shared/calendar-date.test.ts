import { expect, test } from 'vitest';
import { addDays, ageInYears, daysBetween, isCalendarDay } from './calendar-date.ts';

test('a day must exist', () => {
  expect(isCalendarDay('2024-02-29')).toBe(true);
  for (const text of [
    '2023-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-4-1',
    '',
    '2026-04-31',
    'x2026-04-01',
  ])
    expect(isCalendarDay(text), text).toBe(false);
});

test('days are counted across months, leap days and both daylight-saving changes', () => {
  expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
  expect(addDays('2026-10-24', 84)).toBe('2027-01-16');
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
  expect(daysBetween('2026-01-01', '2026-03-26')).toBe(84);
  expect(daysBetween('2026-03-26', '2026-01-01')).toBe(-84);
});

test('age turns on the birthday', () => {
  expect(ageInYears('1985-03-03', '2026-03-02')).toBe(40);
  expect(ageInYears('1985-03-03', '2026-03-03')).toBe(41);
  expect(ageInYears('2004-02-29', '2025-02-28')).toBe(20);
  expect(ageInYears('2004-02-29', '2025-03-01')).toBe(21);
});
