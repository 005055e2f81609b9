import { expect, test } from 'vitest';
import { sampleSession } from '#tests/support/sample-session.ts';
import { findingsOf } from './session-findings.ts';
import { valuesOf } from './session-values.ts';

const weeklyThenMonthly = {
  plannedSessions: 8,
  intervalDaysMin: 7,
  intervalDaysMax: 7,
  maintenance: { sessions: 2, intervalDaysMin: 28, intervalDaysMax: 31 },
  lastSessionOn: '2026-02-20',
};
const soon = (signedSessions: number) =>
  findingsOf(valuesOf(sampleSession), { ...weeklyThenMonthly, signedSessions }).day.map(
    ({ message }) => message,
  );

test('a session is early by the interval of the phase it falls in', () => {
  expect(soon(5)).toEqual([]);
  expect(soon(6)).toEqual(['10 days after the last session; at least 28 are planned.']);
});
