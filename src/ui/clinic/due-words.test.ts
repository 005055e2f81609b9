import { expect, test } from 'vitest';
import { dueInWords, placeInWords, showDays } from './due-words.ts';

test.each([
  ['2026-12-03', '2026-12-17', '3–17 Dec'],
  ['2026-11-28', '2026-12-12', '28 Nov–12 Dec'],
  ['2026-12-03', '2026-12-03', '3 Dec'],
  ['2026-12-20', '2027-01-03', '20 Dec 2026–3 Jan 2027'],
  ['2027-01-03', '2027-01-10', '3–10 Jan 2027'],
])('%s to %s is %s', (from, to, words) => {
  expect(showDays(from, to, '2026-11-22')).toBe(words);
});

test('a due window says where it stands', () => {
  const due = { from: '2026-12-03', to: '2026-12-17' };
  expect(dueInWords(due, '2026-12-01')).toBe('due 3–17 Dec');
  expect(dueInWords(due, '2026-12-18')).toBe('was due by 17 Dec');
  expect(dueInWords(due, '2027-01-29')).toBe('lapsed, was due by 17 Dec 2026');
});

test('the place of the next session, or what was signed', () => {
  const open = {
    status: 'open' as const,
    signedSessions: 3,
    plannedSessions: 6,
    nextPhase: 'initial' as const,
    due: null,
  };
  expect(placeInWords(open)).toBe('Session 4 of 6');
  expect(placeInWords({ ...open, plannedSessions: null })).toBe('Session 4');
  expect(placeInWords({ ...open, nextPhase: 'maintenance' })).toBe('Session 4 of 6 (maintenance)');
  expect(placeInWords({ ...open, signedSessions: 6, nextPhase: null })).toBe('6 of 6 sessions');
  expect(placeInWords({ ...open, status: 'stopped', nextPhase: null })).toBe('3 of 6 sessions');
});
