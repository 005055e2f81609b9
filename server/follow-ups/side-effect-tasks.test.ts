import { beforeEach, expect, test } from 'vitest';
import type { SideEffectCreate } from '#domain/side-effects/side-effect.ts';
import { type Client, openTestClinic, type TestClinic } from '#tests/support/test-clinic.ts';
import { newSideEffect } from '#tests/support/treatment-factories.ts';
import { openCourse } from '#tests/support/treatment-steps.ts';

let clinic: TestClinic;
let doctor: Client;
let courseId: string;

beforeEach(async () => {
  clinic = await openTestClinic();
  doctor = await clinic.as('practitioner');
  ({ courseId } = await openCourse(doctor));
});

const at = (version: number) => ({ 'if-match': `"${version}"` });
const record = async (change: Partial<SideEffectCreate> = {}) => {
  const made = await doctor('POST', '/api/side-effects', newSideEffect(courseId, change));
  expect(made.status, made.text).toBe(201);
  return made.body;
};
const tasks = async () => (await doctor('GET', '/api/follow-ups/care?due=all')).body.items;
const ENDED = { isOngoing: false, resolvedOn: '2026-06-09', outcome: 'recovered' } as const;

test('one that goes on beyond its window is on the list, with what it is', async () => {
  await record();
  expect(await tasks()).toMatchObject([
    {
      rule: 'unresolved_side_effect',
      dueFrom: '2026-03-05',
      state: 'overdue',
      sideEffect: { code: 'red', grade: 1 },
    },
  ]);
});

test('what ended is off the list, and back on it when it did not end after all', async () => {
  const { id } = await record();
  await doctor('PATCH', `/api/side-effects/${id}`, ENDED, at(1));
  expect(await tasks()).toMatchObject([{ state: 'cancelled' }]);
  const on = { isOngoing: true, resolvedOn: null, outcome: 'recovering' };
  await doctor('PATCH', `/api/side-effects/${id}`, on, at(2));
  expect(await tasks()).toMatchObject([{ state: 'overdue' }]);
});

test('a warning sign calls a clinician, and one level does so once', async () => {
  const { id } = await record({ ...ENDED, warningSigns: ['fever'] });
  expect(await tasks()).toMatchObject([
    { rule: 'escalation', urgency: 'same_day', dueTo: '2026-06-10' },
  ]);
  await doctor('PATCH', `/api/side-effects/${id}`, { description: 'At night.' }, at(1));
  expect(await tasks()).toHaveLength(1);
});

test('a graver level asks anew, even when the lesser was dealt with; a lesser one then does not', async () => {
  const { id } = await record({ ...ENDED, grade: 2 });
  const [first] = await tasks();
  const review = { note: 'Seen.', lookAgainOn: null };
  const done = await doctor('POST', `/api/follow-ups/${first.id}/review`, review, at(1));
  expect(done.body).toMatchObject({ state: 'done', closeReason: 'Seen.' });
  await doctor('PATCH', `/api/side-effects/${id}`, { warningSigns: ['collapse'] }, at(1));
  const graver = (await tasks()).find((task: { state: string }) => task.state !== 'done');
  expect(graver).toMatchObject({ rule: 'escalation', urgency: 'now' });
  await doctor('POST', `/api/follow-ups/${graver.id}/review`, review, at(1));
  await doctor('PATCH', `/api/side-effects/${id}`, { warningSigns: ['pus'] }, at(2));
  expect((await tasks()).map((task: { state: string }) => task.state)).toEqual(['done', 'done']);
});

test('while it goes on, a look at it says when to look again', async () => {
  const { id } = await record();
  const [task] = await tasks();
  const path = `/api/follow-ups/${task.id}/review`;
  const refused = await doctor('POST', path, { note: 'Smaller.', lookAgainOn: null }, at(1));
  expect(refused.body.fields).toMatchObject([{ path: 'lookAgainOn' }]);
  const today = await doctor('POST', path, { note: 'x', lookAgainOn: '2026-06-10' }, at(1));
  expect(today.body.fields).toMatchObject([{ path: 'lookAgainOn' }]);
  const looked = { note: 'Smaller.', lookAgainOn: '2026-06-24' };
  expect((await doctor('POST', path, looked, at(1))).status).toBe(200);
  const again = { rule: 'unresolved_side_effect', state: 'upcoming', dueFrom: '2026-06-24' };
  expect(await tasks()).toContainEqual(expect.objectContaining(again));
  // A change that leaves it going on keeps that day; its end takes it off.
  await doctor('PATCH', `/api/side-effects/${id}`, { description: 'x' }, at(1));
  expect(await tasks()).toContainEqual(expect.objectContaining(again));
  await doctor('PATCH', `/api/side-effects/${id}`, ENDED, at(2));
  expect(await tasks()).toContainEqual(expect.objectContaining({ ...again, state: 'cancelled' }));
});

test('no contact can be recorded for it, nor can a contact be reviewed', async () => {
  await record();
  const [task] = await tasks();
  const record2 = await doctor('POST', `/api/follow-ups/${task.id}/record`, {}, at(1));
  expect(record2.status).toBe(422);
});

test('reception sees no task of a side effect, and cannot log an attempt on one', async () => {
  await record({ warningSigns: ['fever'] });
  const [task] = await tasks();
  const desk = await clinic.as('receptionist');
  const list = await desk('GET', '/api/follow-ups?due=all');
  expect(list.body.items).toEqual([]);
  const call = { result: 'reached', callBackOn: null, note: '' };
  const tried = await desk('POST', `/api/follow-ups/${task.id}/attempts`, call, at(1));
  expect(tried.status).toBe(404);
});

test('a decision on reporting keeps who made it, and has to fit', async () => {
  const { id } = await record();
  const reporting = {
    decision: 'reported',
    decidedOn: '2026-03-10',
    reportedTo: 'National agency',
    reportedOn: '2026-03-11',
    reference: 'A-17',
  };
  const path = `/api/side-effects/${id}`;
  const saved = await doctor('PATCH', path, { reporting }, at(1));
  const decidedBy = await clinic.staffId('practitioner');
  expect(saved.body.reporting).toEqual({ ...reporting, decidedBy });
  const other = await clinic.as('practitioner-two');
  const kept = await other(
    'PATCH',
    path,
    { reporting: { ...reporting, reference: 'A-18' } },
    at(2),
  );
  expect(kept.body.reporting).toMatchObject({ decidedBy, reference: 'A-18' });
  const wrong = { ...reporting, reportedTo: null };
  const refused = await doctor('PATCH', path, { reporting: wrong }, at(3));
  expect(refused.body.fields).toMatchObject([{ path: 'reporting.reportedTo' }]);
  const early = { ...reporting, reportedOn: '2027-01-01' };
  const future = await doctor('PATCH', path, { reporting: early }, at(3));
  expect(future.body.fields).toMatchObject([{ path: 'reporting.reportedOn' }]);
});

test('the care team is told of what cannot wait, once; of the rest it is not', async () => {
  const other = await clinic.as('practitioner-two');
  const unread = async () => (await other('GET', '/api/notifications')).body.unread;
  // The clinic has to know its people before it can tell them.
  expect(await unread()).toBe(0);
  await record({ ...ENDED, grade: 2 });
  expect(await unread()).toBe(0);
  const { id } = await record({ ...ENDED, warningSigns: ['fever'] });
  expect(await unread()).toBe(1);
  await doctor('PATCH', `/api/side-effects/${id}`, { description: 'x' }, at(1));
  expect(await unread()).toBe(1);
});
