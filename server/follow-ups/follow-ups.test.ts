import { beforeEach, expect, test } from 'vitest';
import { NO_CHANGES_ASKED } from '#domain/outcomes/patient-changes.ts';
import { newContact } from '#tests/support/follow-up-factories.ts';
import { type Client, openTestClinic, type TestClinic } from '#tests/support/test-clinic.ts';
import { newSideEffect, photoReading } from '#tests/support/treatment-factories.ts';
import { openCourse, signedSession } from '#tests/support/treatment-steps.ts';

let clinic: TestClinic;
let doctor: Client;
let desk: Client;
let staffId: string;
let courseId: string;
let patientId: string;

beforeEach(async () => {
  clinic = await openTestClinic();
  doctor = await clinic.as('practitioner');
  desk = await clinic.as('receptionist');
  staffId = await clinic.staffId('practitioner');
  ({ courseId, patientId } = await openCourse(doctor));
});

const at = (version: number) => ({ 'if-match': `"${version}"` });
const on = (day: string): void => {
  clinic.clock.now = new Date(`${day}T10:00:00.000Z`);
};
type Task = { id: string; version: number; rule: string; state: string };
const all = async (as = doctor): Promise<Task[]> =>
  (await as('GET', `/api/follow-ups?due=all&patientId=${patientId}`)).body.items;
const taskOf = async (rule: string): Promise<Task> => {
  const found = (await all()).find((task) => task.rule === rule);
  if (!found) throw new Error(`There is no task ${rule}.`);
  return found;
};
const due = async (query = '', as = doctor): Promise<string[]> =>
  (await as('GET', `/api/follow-ups?${query}`)).body.items.map((task: Task) => task.rule);

test('signing a session makes its follow-ups in the same step, once', async () => {
  expect(await all()).toEqual([]);
  await signedSession(doctor, courseId, staffId);
  const rules = (await all()).map(({ rule }) => rule);
  expect(rules.toSorted()).toEqual([
    'contact_48h',
    'contact_7d',
    'lapsed_course',
    'week_12',
    'week_24',
    'week_52',
    'weeks_12_after_last',
  ]);
});

test('a further session moves what follows the last, and leaves the weeks from the first', async () => {
  await signedSession(doctor, courseId, staffId);
  const [week, last] = [await taskOf('week_12'), await taskOf('weeks_12_after_last')];
  await signedSession(doctor, courseId, staffId, { sessionOn: '2026-03-20' });
  const tasks = await all();
  expect(tasks.find(({ id }) => id === week.id)).toMatchObject({ dueFrom: '2026-05-11' });
  expect(tasks.find(({ id }) => id === last.id)).toMatchObject({ state: 'cancelled' });
  const open = tasks.filter(
    ({ rule, state }) => rule === 'weeks_12_after_last' && state !== 'cancelled',
  );
  expect(open).toMatchObject([{ dueFrom: '2026-05-29', sessionNumber: 2 }]);
});

test('days only pass over the dates: due, overdue, missed', async () => {
  await signedSession(doctor, courseId, staffId);
  for (const [day, rules] of [
    ['2026-03-02', []],
    ['2026-03-03', ['contact_48h']],
    ['2026-03-06', ['contact_48h']],
    ['2026-03-07', ['contact_7d']],
    ['2026-03-13', []],
  ] as const) {
    on(day);
    expect(await due(), day).toEqual(rules);
  }
  on('2026-03-06');
  expect(await due('due=overdue')).toEqual(['contact_48h']);
  on('2026-03-07');
  expect(await due('due=missed')).toEqual(['contact_48h']);
});

test('a reading in its window closes the week; taken back, the week is open again', async () => {
  await signedSession(doctor, courseId, staffId);
  const body = { courseId, assessedOn: '2026-05-20', readings: [photoReading(1)] };
  const made = await doctor('POST', '/api/outcomes', body);
  expect(await taskOf('week_12')).toMatchObject({ state: 'done', closedOn: '2026-05-20' });
  const { id } = made.body.items[0];
  await doctor('POST', `/api/outcomes/${id}/void`, { reason: 'Wrong person.' }, at(1));
  expect(await taskOf('week_12')).toMatchObject({ state: 'missed', closedOn: null });
});

test('a course that ends no longer lapses, and one that goes on may', async () => {
  await signedSession(doctor, courseId, staffId);
  const closing = { status: 'stopped', statusReason: 'moved', statusNote: null };
  const closed = await doctor('POST', `/api/courses/${courseId}/close`, closing, at(1));
  expect(closed.status, closed.text).toBe(200);
  expect(await taskOf('lapsed_course')).toMatchObject({ state: 'cancelled' });
  expect(await taskOf('week_12')).not.toMatchObject({ state: 'cancelled' });
  const again = { statusNote: 'Back again.' };
  await doctor('POST', `/api/courses/${courseId}/reopen`, again, at(2));
  expect(await taskOf('lapsed_course')).toMatchObject({ closedOn: null });
});

test('reception logs attempts; a call back hides it until then, a call for a clinician lifts it', async () => {
  await signedSession(doctor, courseId, staffId);
  on('2026-03-04');
  const { id } = await taskOf('contact_48h');
  const path = `/api/follow-ups/${id}/attempts`;
  const later = { result: 'call_back', callBackOn: '2026-03-05', note: 'At work.' };
  const logged = await desk('POST', path, later, at(1));
  expect(logged.body).toMatchObject({ version: 2, callBackOn: '2026-03-05' });
  expect(await due()).toEqual([]);
  on('2026-03-05');
  expect(await due()).toEqual(['contact_48h']);
  const asks = { result: 'needs_clinician', callBackOn: null, note: '' };
  const lifted = await desk('POST', path, asks, at(2));
  expect(lifted.body).toMatchObject({ urgency: 'same_day', needsClinician: true });
  expect(lifted.body.attempts.map((one: { result: string }) => one.result)).toEqual([
    'call_back',
    'needs_clinician',
  ]);
  expect(await due('needsClinician=yes')).toEqual(['contact_48h']);
});

test('two who log at once: the later is shown what the earlier logged', async () => {
  await signedSession(doctor, courseId, staffId);
  const { id } = await taskOf('contact_48h');
  const path = `/api/follow-ups/${id}/attempts`;
  const call = { result: 'no_answer', callBackOn: null, note: '' };
  const [one, other] = await Promise.all([
    desk('POST', path, call, at(1)),
    desk('POST', path, call, at(1)),
  ]);
  expect([one.status, other.status].toSorted((a, b) => a - b)).toEqual([200, 412]);
  const stale = one.status === 412 ? one : other;
  expect(stale.body.current.attempts).toHaveLength(1);
});

test.each([
  [{ result: 'call_back', callBackOn: null, note: '' }, 'callBackOn'],
  [{ result: 'reached', callBackOn: '2026-06-20', note: '' }, 'callBackOn'],
  [{ result: 'call_back', callBackOn: '2026-06-09', note: '' }, 'callBackOn'],
])('an attempt %j is refused at its field', async (body, path) => {
  await signedSession(doctor, courseId, staffId);
  const { id } = await taskOf('contact_48h');
  const refused = await desk('POST', `/api/follow-ups/${id}/attempts`, body, at(1));
  expect(refused.body.fields).toMatchObject([{ path }]);
});

test('one screen records a contact: pain, side effects, what changed; and closes it', async () => {
  await signedSession(doctor, courseId, staffId);
  const { id } = await taskOf('contact_48h');
  const answer = await doctor(
    'POST',
    `/api/follow-ups/${id}/record`,
    newContact({
      sideEffects: {
        asked: 'some',
        reported: [
          { code: 'bruise', grade: 1, description: '', onsetOn: '2026-03-03', endedOn: null },
        ],
      },
      noticedChange: 'yes',
      patientGlobalChange: 1,
      changes: { ...NO_CHANGES_ASKED, shedding: 'better' },
    }),
    at(1),
  );
  expect(answer.status, answer.text).toBe(201);
  expect(answer.body).toMatchObject({ pain24h: 2, sideEffectsAsked: 'some' });
  expect(await taskOf('contact_48h')).toMatchObject({ state: 'done', closedOn: '2026-03-04' });
  const effects = await doctor('GET', `/api/side-effects?patientId=${patientId}`);
  expect(effects.body.items).toMatchObject([
    { code: 'bruise', reportSource: 'asked', isOngoing: true, outcome: 'unknown' },
  ]);
  const readings = await doctor('GET', `/api/outcomes?measure=patient_global_change`);
  expect(readings.body.items).toMatchObject([{ value: 1, assessedOn: '2026-03-04' }]);
  const changes = await doctor('GET', `/api/outcomes/changes?patientId=${patientId}`);
  expect(changes.body.items).toMatchObject([{ answers: { shedding: 'better' } }]);
  const contacts = await doctor('GET', `/api/follow-ups/contacts?patientId=${patientId}`);
  expect(contacts.body.items).toHaveLength(1);
  // What is recorded stays: the task can neither be answered twice nor opened again.
  const path = `/api/follow-ups/${id}`;
  expect((await doctor('POST', `${path}/record`, newContact(), at(2))).status).toBe(409);
  expect((await doctor('POST', `${path}/reopen`, undefined, at(2))).status).toBe(409);
});

test('a week without the patient’s answer is not assessed, and one asked late is outside', async () => {
  await signedSession(doctor, courseId, staffId);
  const { id } = await taskOf('week_12');
  const contact = newContact({ pain24h: null, contactedOn: '2026-06-09' });
  const refused = await doctor('POST', `/api/follow-ups/${id}/record`, contact, at(1));
  expect(refused.body.fields).toMatchObject([{ path: 'patientGlobalChange' }]);
  const asked = { ...contact, patientGlobalChange: 0 };
  const made = await doctor('POST', `/api/follow-ups/${id}/record`, asked, at(1));
  expect(made.status, made.text).toBe(201);
  const completeness = await doctor('GET', '/api/follow-ups/completeness?from=2026-05-01');
  expect(completeness.body).toMatchObject({ inWindow: 0, outside: 1, due: 2 });
  expect(completeness.body.rules).toContainEqual({
    rule: 'week_12',
    inWindow: 0,
    outside: 1,
    due: 1,
  });
});

test.each([
  [{ contactedOn: '2026-06-11' }, 'contactedOn'],
  [{ contactedOn: '2026-03-01' }, 'contactedOn'],
  [{ pain24h: null }, 'pain24h'],
  [
    {
      sideEffects: {
        asked: 'some' as const,
        reported: [
          {
            code: 'other' as const,
            grade: 1 as const,
            description: '',
            onsetOn: '2026-03-03',
            endedOn: null,
          },
        ],
      },
    },
    'sideEffects.reported.0.description',
  ],
])('a contact with %j is refused at its field, and nothing is kept', async (change, path) => {
  await signedSession(doctor, courseId, staffId);
  const { id } = await taskOf('contact_48h');
  const body = newContact(change);
  const refused = await doctor('POST', `/api/follow-ups/${id}/record`, body, at(1));
  expect(refused.body.fields).toMatchObject([{ path }]);
  expect(await taskOf('contact_48h')).toMatchObject({ version: 1 });
});

test('a task is given up or called off with a reason, and opened again', async () => {
  await signedSession(doctor, courseId, staffId);
  const { id } = await taskOf('contact_7d');
  const path = `/api/follow-ups/${id}`;
  const reason = { status: 'missed', reason: 'Three calls.' };
  const closed = await doctor('POST', `${path}/close`, reason, at(1));
  expect(closed.body).toMatchObject({ state: 'missed', closeReason: 'Three calls.' });
  expect((await doctor('POST', `${path}/close`, reason, at(2))).status).toBe(409);
  const opened = await doctor('POST', `${path}/reopen`, undefined, at(2));
  expect(opened.body).toMatchObject({ closedOn: null, closeReason: null });
  const taken = await doctor('POST', `${path}/take`, undefined, at(3));
  expect(taken.body.assignedTo).toBe(staffId);
});

test('completeness counts what was met in its window, of all that was due', async () => {
  await signedSession(doctor, courseId, staffId);
  const first = await taskOf('contact_48h');
  await doctor('POST', `/api/follow-ups/${first.id}/record`, newContact(), at(1));
  const { body } = await doctor('GET', '/api/follow-ups/completeness?from=2026-03-01');
  // 7 d, week 12 and 12 weeks after the last passed without an answer; the rest is not due yet.
  expect(body).toMatchObject({ inWindow: 1, outside: 0, due: 4 });
  expect(body.rules).toContainEqual({ rule: 'contact_48h', inWindow: 1, outside: 0, due: 1 });
  const manager = await clinic.as('manager');
  expect((await manager('GET', '/api/follow-ups/completeness')).status).toBe(200);
  const back = await doctor('GET', '/api/follow-ups/completeness?from=2026-06-02&to=2026-06-01');
  expect(back.body.fields).toMatchObject([{ path: 'to' }]);
});

test('the list goes on page by page, the most urgent first, without a gap or a double', async () => {
  await signedSession(doctor, courseId, staffId);
  await doctor('POST', '/api/side-effects', newSideEffect(courseId, { grade: 3 }));
  const seen: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const more: string = cursor === '' ? '' : `&cursor=${cursor}`;
    const { body } = await doctor('GET', `/api/follow-ups?due=all&limit=2${more}`);
    seen.push(...body.items.map((task: Task) => task.id));
    cursor = body.nextCursor;
  }
  const tasks = await all();
  expect(seen).toEqual(tasks.map(({ id }) => id));
  expect(new Set(seen).size).toBe(9);
  expect(tasks[0]?.rule).toBe('escalation');
  expect((await doctor('GET', '/api/follow-ups?cursor=abc')).body.code).toBe('invalid');
});
