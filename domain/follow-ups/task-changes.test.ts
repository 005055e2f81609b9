import { expect, test } from 'vitest';
import type { WantedTask } from './due-tasks.ts';
import { type KeptTask, taskChanges } from './task-changes.ts';

const TODAY = '2026-06-10';
const window = { dueFrom: '2026-06-01', targetOn: '2026-06-02', dueTo: '2026-06-04' };
const wanted = (given: Partial<WantedTask> = {}): WantedTask => ({
  ...window,
  causeKey: 'k',
  rule: 'week_12',
  sessionId: null,
  sideEffectId: null,
  urgency: 'usual',
  assignedTo: null,
  metOn: null,
  ...given,
});
const kept = (given: Partial<KeptTask> = {}): KeptTask => ({
  ...window,
  id: 'task',
  causeKey: 'k',
  rule: 'week_12',
  status: 'open',
  closedOn: null,
  closedBy: null,
  ...given,
});
const patchOf = (task: KeptTask, one: WantedTask) => {
  const { insert, change } = taskChanges([task], [one], TODAY);
  expect(insert).toEqual([]);
  return change[0]?.patch;
};

test('what is missing is added, and what is there is not added again', () => {
  expect(taskChanges([], [wanted()], TODAY).insert).toEqual([wanted()]);
  expect(taskChanges([kept()], [wanted()], TODAY)).toEqual({ insert: [], change: [] });
});

test('an open task moves with its window, but an escalation keeps the clock it began with', () => {
  const later = { dueFrom: '2026-07-01', targetOn: '2026-07-02', dueTo: '2026-07-04' };
  expect(patchOf(kept(), wanted(later))).toMatchObject(later);
  const escalation = kept({ rule: 'escalation' });
  expect(patchOf(escalation, wanted({ ...later, rule: 'escalation' }))).toBeUndefined();
});

test('a reading closes a task on its own day, also one a person had given up', () => {
  const metOn = '2026-06-03';
  const done = { status: 'done', closedOn: metOn };
  expect(patchOf(kept(), wanted({ metOn }))).toMatchObject(done);
  const givenUp = kept({ status: 'missed', closedOn: '2026-06-02', closedBy: 'x' });
  expect(patchOf(givenUp, wanted({ metOn }))).toMatchObject(done);
});

test('a reading taken back opens the task again, unless a person closed it', () => {
  const byRule = kept({ status: 'done', closedOn: '2026-06-03' });
  expect(patchOf(byRule, wanted())).toMatchObject({ status: 'open', closedOn: null });
  const byPerson = kept({ status: 'done', closedOn: '2026-06-03', closedBy: 'x' });
  expect(patchOf(byPerson, wanted())).toBeUndefined();
});

test('a cause that is gone cancels what is open, and only that', () => {
  const { change } = taskChanges(
    [kept(), kept({ id: 'closed', status: 'done', closedOn: '2026-06-03' })],
    [],
    TODAY,
  );
  expect(change).toEqual([
    { id: 'task', patch: { ...window, status: 'cancelled', closedOn: TODAY } },
  ]);
});

test('a cause that comes back opens what it had cancelled itself', () => {
  const gone = kept({ status: 'cancelled', closedOn: '2026-06-05' });
  expect(patchOf(gone, wanted())).toMatchObject({ status: 'open' });
  expect(patchOf({ ...gone, closedBy: 'x' }, wanted())).toBeUndefined();
});
