import { expect, test } from 'vitest';
import {
  coursePlan,
  type CoursePlan,
  type DueFacts,
  dueState,
  nextDueWindow,
  phaseOfSession,
  planChangeProblems,
  planProblems,
} from './course-plan.ts';

const plain: CoursePlan = {
  plannedSessions: 6,
  intervalDaysMin: 14,
  intervalDaysMax: 28,
  maintenance: null,
};
const twoPhases: CoursePlan = {
  plannedSessions: 9,
  intervalDaysMin: 7,
  intervalDaysMax: 7,
  maintenance: { sessions: 3, intervalDaysMin: 28, intervalDaysMax: 31 },
};

test('the last sessions of a plan are its maintenance, and no others', () => {
  const phases = (plan: CoursePlan, numbers: number[]) =>
    numbers.map((number) => phaseOfSession(plan, number));
  expect(phases(twoPhases, [1, 6, 7, 9])).toEqual([
    'initial',
    'initial',
    'maintenance',
    'maintenance',
  ]);
  expect(phases(plain, [1, 6, 7])).toEqual(['initial', 'initial', 'initial']);
  expect(phases({ ...plain, plannedSessions: null }, [40])).toEqual(['initial']);
});

test.each([
  [plain, []],
  [twoPhases, []],
  [{ ...plain, intervalDaysMax: 13 }, ['intervalDaysMax']],
  [{ ...twoPhases, plannedSessions: 2 }, ['maintenance.sessions']],
  [{ ...twoPhases, plannedSessions: null }, ['plannedSessions']],
  [
    { ...twoPhases, maintenance: { sessions: 3, intervalDaysMin: 31, intervalDaysMax: 28 } },
    ['maintenance.intervalDaysMax'],
  ],
])('%j is wrong at %j', (plan, paths) => {
  expect(planProblems(coursePlan.parse(plan)).map(({ path }) => path)).toEqual(paths);
});

test('a plan only changes what is still to come', () => {
  const paths = (after: Partial<CoursePlan>, signed: number, before = twoPhases) =>
    planChangeProblems(before, { ...before, ...after }, signed).map(({ path }) => path);
  const longer = { sessions: 6, intervalDaysMin: 28, intervalDaysMax: 31 };
  expect(paths({ plannedSessions: 3, maintenance: null }, 4, plain)).toEqual(['plannedSessions']);
  expect(paths({ plannedSessions: 4 }, 4, plain)).toEqual([]);
  // Two more at the end, while the sixth and last initial session is signed.
  expect(paths({ plannedSessions: 12, maintenance: longer }, 7)).toEqual([]);
  expect(paths({ maintenance: longer }, 3)).toEqual([]);
  expect(paths({ maintenance: longer }, 4)).toEqual(['maintenance.sessions']);
  expect(paths({ maintenance: null }, 6)).toEqual([]);
  expect(paths({ maintenance: null }, 7)).toEqual(['maintenance']);
});

const running: DueFacts = {
  ...plain,
  status: 'open',
  suitability: { decision: 'suitable' },
  signedSessions: 2,
  lastSessionOn: '2026-02-20',
  openedOn: '2026-01-30',
};
const due = (given: Partial<DueFacts>) => nextDueWindow({ ...running, ...given });

test('the next session is due the planned days after the last', () => {
  expect(due({})).toEqual({ from: '2026-03-06', to: '2026-03-20' });
  expect(due({ intervalDaysMin: null })).toEqual({ from: '2026-03-20', to: '2026-03-20' });
  expect(due({ intervalDaysMax: null })).toEqual({ from: '2026-03-06', to: '2026-03-06' });
});

test('the first is due from the day the course was opened, within one interval', () => {
  const waiting = { signedSessions: 0, lastSessionOn: null };
  expect(due(waiting)).toEqual({ from: '2026-01-30', to: '2026-02-27' });
  expect(due({ ...waiting, openedOn: null })).toBeNull();
});

test('the interval is that of the phase the next session falls in', () => {
  const after = (signedSessions: number) => due({ ...twoPhases, signedSessions });
  expect(after(5)).toEqual({ from: '2026-02-27', to: '2026-02-27' });
  expect(after(6)).toEqual({ from: '2026-03-20', to: '2026-03-23' });
  expect(after(9)).toBeNull();
});

test.each([
  [{ status: 'stopped' }],
  [{ status: 'completed' }],
  [{ signedSessions: 6 }],
  [{ intervalDaysMin: null, intervalDaysMax: null }],
  [{ suitability: null }],
  [{ suitability: { decision: 'refer' } }],
] satisfies [Partial<DueFacts>][])('nothing is due with %j', (given) => {
  expect(due(given)).toBeNull();
});

test('a window is due on both its ends, overdue after it, and lapsed 42 days later', () => {
  const window = { from: '2026-03-06', to: '2026-03-20' };
  const states = [
    '2026-03-05',
    '2026-03-06',
    '2026-03-20',
    '2026-03-21',
    '2026-05-01',
    '2026-05-02',
  ];
  expect(states.map((today) => dueState(window, today))).toEqual([
    'later',
    'due',
    'due',
    'overdue',
    'overdue',
    'lapsed',
  ]);
});
