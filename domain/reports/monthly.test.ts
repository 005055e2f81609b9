import { expect, test } from 'vitest';
import {
  lastMonth,
  monthBefore,
  monthDays,
  monthlyParts,
  monthTitle,
  nextMonth,
  printedPart,
} from './monthly.ts';

test('months end on their last day, leap years and year ends too', () => {
  expect(monthDays('2024-02')).toEqual({ from: '2024-02-01', to: '2024-02-29' });
  expect(monthDays('2026-02').to).toBe('2026-02-28');
  expect(monthDays('2026-12').to).toBe('2026-12-31');
  expect(nextMonth('2026-12')).toBe('2027-01');
  expect(monthBefore('2026-01')).toBe('2025-12');
  expect(lastMonth('2026-03-01')).toBe('2026-02');
  expect(monthTitle('2026-05')).toBe('May 2026');
});

test('no part looks past the end of its month, and runs are 26 whole weeks', () => {
  const parts = monthlyParts('2026-05');
  expect(new Set(parts.map(({ id }) => id)).size).toBe(parts.length);
  for (const { search } of parts) expect(search['to']).toBe('2026-05-31');
  const run = parts.find(({ id }) => id === 'no_shows');
  const days = (Date.parse('2026-05-31') - Date.parse(run?.search['from'] ?? '')) / 86_400_000;
  expect(days + 1).toBe(7 * 26);
});

test('what is printed hides a figure when it or its rest is under five', () => {
  expect(printedPart({ count: 4, of: 200 })).toBe('hidden, under 5');
  expect(printedPart({ count: 0, of: 200 })).toBe('hidden, under 5');
  expect(printedPart({ count: 197, of: 200 })).toBe('hidden, under 5');
  expect(printedPart({ count: 5, of: 10 })).toBe('5 of 10, 50 %');
  expect(printedPart({ count: 0, of: 0 })).toBe('none yet');
});
