import { expect, test } from 'vitest';
import { countsAsDue, followUpState, isMetInWindow } from './follow-up-rules.ts';

const task = {
  rule: 'contact_48h' as const,
  status: 'open' as const,
  dueFrom: '2026-03-03',
  targetOn: '2026-03-04',
  dueTo: '2026-03-06',
};

test.each([
  ['2026-03-02', 'upcoming'],
  ['2026-03-03', 'due'],
  ['2026-03-04', 'due'],
  ['2026-03-05', 'overdue'],
  ['2026-03-06', 'overdue'],
  ['2026-03-07', 'missed'],
])('on %s an open contact is %s', (today, state) => {
  expect(followUpState(task, today)).toBe(state);
});

test('what asks for a clinician is never missed by the calendar', () => {
  for (const rule of [
    'escalation',
    'unresolved_side_effect',
    'lapsed_course',
    'phone_report',
  ] as const)
    expect(followUpState({ ...task, rule }, '2027-01-01')).toBe('overdue');
});

test('a closed task stands as it was closed', () => {
  expect(followUpState({ ...task, status: 'cancelled' }, '2027-01-01')).toBe('cancelled');
});

test('due counts closed windows and what is done; not what was called off, nor open windows', () => {
  expect(countsAsDue(task, '2026-03-06')).toBe(false);
  expect(countsAsDue(task, '2026-03-07')).toBe(true);
  expect(countsAsDue({ ...task, status: 'done' }, '2026-03-04')).toBe(true);
  expect(countsAsDue({ ...task, status: 'missed' }, '2026-03-04')).toBe(true);
  expect(countsAsDue({ ...task, status: 'cancelled' }, '2026-03-07')).toBe(false);
  expect(countsAsDue({ ...task, rule: 'lapsed_course', status: 'done' }, '2026-03-07')).toBe(false);
});

test.each([
  ['2026-03-02', false],
  ['2026-03-03', true],
  ['2026-03-06', true],
  ['2026-03-07', false],
])('a contact on %s is in the window: %s', (closedOn, isIn) => {
  expect(isMetInWindow({ ...task, status: 'done', closedOn })).toBe(isIn);
  expect(isMetInWindow({ ...task, status: 'missed', closedOn })).toBe(false);
});
