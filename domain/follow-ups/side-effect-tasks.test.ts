import { expect, test } from 'vitest';
import type { SideEffectCode, WarningSign } from '#domain/side-effects/side-effect-enums.ts';
import { firstDayBeyond, tasksOfSideEffect } from './side-effect-tasks.ts';

const effect = {
  id: 'e',
  sessionId: 's',
  code: 'red' as SideEffectCode,
  grade: 1 as 1 | 2 | 3 | 4 | 5,
  isOngoing: false,
  onsetOn: '2026-03-02',
  onsetAt: null as string | null,
  warningSigns: [] as WarningSign[],
  firstReportedOn: '2026-03-03',
};
const clinic = { timeZone: 'Europe/Lisbon', seenOn: '2026-03-04', assignedTo: 'doctor' };
const tasks = (change: Partial<typeof effect>) =>
  tasksOfSideEffect({ ...effect, ...change }, clinic);

test('a mild one that ended asks for nothing', () => {
  expect(tasks({})).toEqual([]);
});

test.each<[Partial<typeof effect>, string, string]>([
  [{ warningSigns: ['collapse'] }, 'now', '2026-03-04'],
  [{ warningSigns: ['suicidal_thoughts', 'fever'] }, 'now', '2026-03-04'],
  [{ code: 'anaph' }, 'now', '2026-03-04'],
  [{ grade: 4 }, 'now', '2026-03-04'],
  [{ warningSigns: ['pus'] }, 'same_day', '2026-03-04'],
  [{ grade: 3 }, 'same_day', '2026-03-04'],
  [{ code: 'necros' }, 'same_day', '2026-03-04'],
  [{ grade: 2 }, 'within_7_days', '2026-03-11'],
  [{ warningSigns: ['new_nodule'] }, 'within_7_days', '2026-03-11'],
  [{ code: 'alop_patch' }, 'within_7_days', '2026-03-11'],
])('%j asks for a clinician: %s, by %s', (change, level, dueTo) => {
  expect(tasks(change)).toMatchObject([
    {
      causeKey: `escalation e ${level}`,
      dueFrom: '2026-03-04',
      dueTo,
      urgency: level === 'within_7_days' ? 'usual' : level,
      sessionId: 's',
      assignedTo: 'doctor',
    },
  ]);
});

test('one that goes on is looked at from the first day beyond its window, within 7 days', () => {
  expect(tasks({ isOngoing: true })).toMatchObject([
    { causeKey: 'unresolved_side_effect e', dueFrom: '2026-03-05', dueTo: '2026-03-12' },
  ]);
});

test('one reported long after its window is looked at from the report on', () => {
  const [task] = tasks({ isOngoing: true, firstReportedOn: '2026-05-01' });
  expect(task).toMatchObject({ dueFrom: '2026-05-01', dueTo: '2026-05-08' });
});

test.each<[SideEffectCode, string | null, string]>([
  // 48 h from a day: beyond on the third day after.
  ['red', null, '2026-03-05'],
  ['bruise', null, '2026-03-10'],
  ['faint', null, '2026-03-03'],
  // From the hour: 48 h after 23:30 the clock shows the 4th still; a moment beyond it counts.
  ['red', '2026-03-02T23:30:00.000Z', '2026-03-04'],
  // No usual end: from the report.
  ['scar', null, '2026-03-03'],
])('%s from %s is beyond its window on %s', (code, onsetAt, day) => {
  expect(firstDayBeyond({ ...effect, code, onsetAt }, 'Europe/Lisbon')).toBe(day);
});

test('the day beyond is that of the clinic’s clock', () => {
  const late = { ...effect, onsetAt: '2026-03-02T23:30:00.000Z' };
  expect(firstDayBeyond(late, 'Asia/Tokyo')).toBe('2026-03-05');
});
