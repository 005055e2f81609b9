import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { type DueFacts, nextDueWindow } from '#domain/courses/course-plan.ts';
import { auditEntries } from '#server/db/schema/audit.ts';
import { courses } from '#server/db/schema/courses.ts';
import { newPatient } from '#tests/support/factories.ts';
import { type Client, openTestClinic, type TestClinic } from '#tests/support/test-clinic.ts';
import { newCourse } from '#tests/support/treatment-factories.ts';

let clinic: TestClinic;
let doctor: Client;
let patientId: string;
beforeEach(async () => {
  clinic = await openTestClinic();
  doctor = await clinic.as('practitioner');
  patientId = (await doctor('POST', '/api/patients', newPatient())).body.id;
});

async function open(change: Parameters<typeof newCourse>[1] = {}) {
  const answer = await doctor('POST', '/api/courses', newCourse(patientId, change));
  expect(answer.status, answer.text).toBe(201);
  return answer.body;
}

test('a course is opened with who decided, and leaves its trace', async () => {
  const made = await open();
  expect(made).toMatchObject({
    status: 'open',
    version: 1,
    signedSessions: 0,
    firstSessionOn: null,
    suitability: { decision: 'suitable', decidedBy: await clinic.staffId('practitioner') },
  });
  expect((await doctor('GET', `/api/courses/${made.id}`)).body).toEqual(made);
  const [entry] = await clinic.db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.entityId, made.id));
  expect(entry).toMatchObject({ act: 'courses.open', patientId });
});

test('a repeated create with the same key opens one course', async () => {
  const headers = { 'idempotency-key': 'a-key-of-this-test' };
  const first = await doctor('POST', '/api/courses', newCourse(patientId), headers);
  const again = await doctor('POST', '/api/courses', newCourse(patientId), headers);
  expect(again.body).toEqual(first.body);
  expect((await doctor('GET', '/api/courses')).body.items).toHaveLength(1);
});

test('what cannot be used is refused at its field', async () => {
  const paths = async (body: unknown) =>
    (await doctor('POST', '/api/courses', body)).body.fields.map(
      (one: { path: string }) => one.path,
    );
  const other = '0198a000-0000-7000-8000-00000000dead';
  expect(await paths(newCourse(other))).toEqual(['patientId']);
  expect(await paths(newCourse(patientId, { intervalDaysMax: 7 }))).toEqual(['intervalDaysMax']);
  expect(await paths({ ...newCourse(patientId), decidedBy: 'me' })).toEqual(['decidedBy']);
});

test('a change keeps the decision it does not touch, and is checked as a whole', async () => {
  const made = await open();
  const path = `/api/courses/${made.id}`;
  expect((await doctor('PATCH', path, { plannedSessions: 8 })).status).toBe(428);
  const other = await clinic.as('practitioner-two');
  const same = { decision: 'suitable', reason: made.suitability.reason };
  const saved = await other(
    'PATCH',
    path,
    { plannedSessions: 8, suitability: same },
    { 'if-match': '"1"' },
  );
  expect(saved.body).toMatchObject({ plannedSessions: 8, version: 2 });
  expect(saved.body.suitability).toEqual(made.suitability);
  const stale = await doctor('PATCH', path, { plannedSessions: 5 }, { 'if-match': '"1"' });
  expect(stale.status).toBe(412);
  expect(stale.body.current).toEqual(saved.body);
  const wrong = await doctor('PATCH', path, { intervalDaysMin: 40 }, { 'if-match': '"2"' });
  expect(wrong.body.fields).toMatchObject([{ path: 'intervalDaysMax' }]);
  const changed = await other(
    'PATCH',
    path,
    { suitability: { decision: 'refer', reason: 'Scaling patches.' } },
    { 'if-match': '"2"' },
  );
  expect(changed.body.suitability.decidedBy).toBe(await clinic.staffId('practitioner-two'));
});

const plan = { plannedSessions: 6, intervalDaysMin: 14, intervalDaysMax: 28, maintenance: null };

test('a running course changes its plan with a reason alone, and keeps how it was', async () => {
  const me = await clinic.staffId('practitioner');
  const { id } = await open();
  const progress = { signedSessions: 1, lastSessionOn: '2026-06-01' };
  await clinic.db.update(courses).set(progress).where(eq(courses.id, id));
  const path = `/api/courses/${id}`;
  const silent = await doctor('PATCH', path, { plannedSessions: 8 }, { 'if-match': '"1"' });
  expect(silent.body.fields).toMatchObject([{ path: 'plannedSessions' }]);
  const same = await doctor('PATCH', path, { ...plan, complaint: 'x' }, { 'if-match': '"1"' });
  expect(same.status).toBe(200);
  const change = (body: object, version: number) =>
    doctor('POST', `${path}/plan`, body, { 'if-match': `"${version}"` });
  const upkeep = { sessions: 2, intervalDaysMin: 28, intervalDaysMax: 31 };
  const longer = { ...plan, plannedSessions: 8, maintenance: upkeep, reason: 'Less shedding.' };
  const lacking = await change({ ...longer, reason: ' ' }, 2);
  expect(lacking.body.fields).toMatchObject([{ path: 'reason' }]);
  expect((await change({ ...plan, reason: 'x' }, 2)).body.code).toBe('invalid');
  const saved = await change(longer, 2);
  expect(saved.body).toMatchObject({ plannedSessions: 8, maintenance: upkeep, version: 3 });
  expect(saved.body.planChanges).toMatchObject([
    { by: me, reason: 'Less shedding.', from: plan, to: { plannedSessions: 8 } },
  ]);
  const again = await change({ ...plan, plannedSessions: 1, reason: 'No response.' }, 3);
  expect(again.body.planChanges).toHaveLength(2);
  expect(again.body.due).toBeNull();
  const fewer = await change({ ...plan, plannedSessions: null, reason: 'x' }, 4);
  expect(fewer.body.plannedSessions).toBeNull();
});

test('the database tells when the next session is due as the rule does', async () => {
  const facts = {
    ...plan,
    status: 'open' as const,
    suitability: { decision: 'suitable' as const },
    signedSessions: 2,
    lastSessionOn: '2026-02-20',
    openedOn: '2026-01-30',
  };
  const upkeep = { sessions: 4, intervalDaysMin: 28, intervalDaysMax: 31 };
  const changes: Partial<DueFacts>[] = [
    {},
    { signedSessions: 0, lastSessionOn: null },
    { signedSessions: 0, lastSessionOn: null, openedOn: null },
    { signedSessions: 6 },
    { plannedSessions: null },
    { intervalDaysMin: null },
    { intervalDaysMax: null },
    { intervalDaysMin: null, intervalDaysMax: null },
    { status: 'stopped' },
    { suitability: null },
    { suitability: { decision: 'refer' } },
    { maintenance: upkeep },
    { maintenance: upkeep, signedSessions: 1 },
    { maintenance: upkeep, intervalDaysMin: null, intervalDaysMax: null },
    { maintenance: { ...upkeep, sessions: 6 }, signedSessions: 0, lastSessionOn: null },
  ];
  const { id } = await open();
  const decided = { reason: 'x', decidedBy: id, decidedAt: '2026-01-30T09:00:00.000Z' };
  for (const change of changes) {
    const one = { ...facts, ...change };
    const suitability = one.suitability && { ...one.suitability, ...decided };
    await clinic.db
      .update(courses)
      .set({ ...one, suitability })
      .where(eq(courses.id, id));
    const answer = await doctor('GET', `/api/courses/${id}`);
    expect(answer.body.due, JSON.stringify(change)).toEqual(nextDueWindow(one));
  }
});

test('a course is closed with its reason and goes on with one', async () => {
  const made = await open();
  const path = `/api/courses/${made.id}`;
  const stop = { status: 'stopped', statusReason: null, statusNote: null };
  const lacking = await doctor('POST', `${path}/close`, stop, { 'if-match': '"1"' });
  expect(lacking.body.fields).toMatchObject([{ path: 'statusReason' }]);
  const closed = await doctor(
    'POST',
    `${path}/close`,
    { ...stop, statusReason: 'moved' },
    { 'if-match': '"1"' },
  );
  expect(closed.body).toMatchObject({ status: 'stopped', statusReason: 'moved', version: 2 });
  const again = await doctor(
    'POST',
    `${path}/close`,
    { ...stop, statusReason: 'moved' },
    { 'if-match': '"2"' },
  );
  expect(again.body.code).toBe('conflict');
  const reopened = await doctor(
    'POST',
    `${path}/reopen`,
    { statusNote: 'Came back.' },
    { 'if-match': '"2"' },
  );
  expect(reopened.body).toMatchObject({ status: 'open', statusReason: null, version: 3 });
});

test('courses are listed newest first, by patient and status, without loss between pages', async () => {
  const ids: string[] = [];
  for (const indication of ['traction', 'scarring', 'prevention'] as const)
    ids.unshift((await open({ indication })).id);
  const first = (await doctor('GET', `/api/courses?patientId=${patientId}&limit=2`)).body;
  const next = `/api/courses?patientId=${patientId}&limit=2&cursor=${first.nextCursor}`;
  const second = (await doctor('GET', next)).body;
  const seen = [...first.items, ...second.items].map((one: { id: string }) => one.id);
  expect(seen).toEqual(ids);
  expect((await doctor('GET', '/api/courses?status=stopped')).body.items).toEqual([]);
  const one = (await doctor('GET', '/api/courses?indication=traction')).body.items;
  expect(one).toHaveLength(1);
  expect((await doctor('GET', '/api/courses?cursor=x')).body.fields[0].path).toBe('cursor');
});

test('nobody but practitioners reads or changes a course', async () => {
  const made = await open();
  const [before] = await clinic.db.select().from(courses);
  for (const who of ['nobody', 'receptionist', 'manager', 'owner'] as const) {
    const client = await clinic.as(who);
    const path = `/api/courses/${made.id}`;
    const answers = [
      await client('GET', '/api/courses'),
      await client('GET', path),
      await client('POST', '/api/courses', newCourse(patientId)),
      await client('PATCH', path, { plannedSessions: 1 }, { 'if-match': '"1"' }),
      await client('POST', `${path}/reopen`, { statusNote: 'x' }, { 'if-match': '"1"' }),
      await client(
        'POST',
        `${path}/close`,
        { status: 'completed', statusReason: null, statusNote: null },
        { 'if-match': '"1"' },
      ),
    ];
    for (const answer of answers) {
      expect(answer.status, who).toBe(who === 'nobody' ? 401 : 403);
      expect(answer.text).not.toContain('androgenetic');
    }
  }
  expect(await clinic.db.select().from(courses)).toEqual([before]);
});
