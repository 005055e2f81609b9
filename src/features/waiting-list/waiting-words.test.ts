import { expect, test } from 'vitest';
import { momentWords, wantedWords } from './waiting-words.ts';

const TODAY = '2026-11-22';

test('when someone can come stands in one line, without what is no limit', () => {
  const anything = { fromDay: '2026-11-01', toDay: null, weekdays: [], part: 'any' as const };
  expect(wantedWords(anything, TODAY)).toBe('Any time');
  expect(
    wantedWords(
      {
        fromDay: '2026-12-03',
        toDay: '2027-01-20',
        weekdays: ['thursday', 'monday', 'tuesday'],
        part: 'morning',
      },
      TODAY,
    ),
  ).toBe('Mornings, Mon, Tue or Thu, from 3 Dec, until 20 Jan 2027');
});

test('a moment is told on the clinic’s clock', () => {
  expect(momentWords('2026-11-23T23:30:00.000Z', 'Europe/Berlin', TODAY)).toBe('Tue 24 Nov, 00:30');
});
