import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { auditEntries } from '#server/db/schema/audit.ts';
import { sessions } from '#server/db/schema/sessions.ts';
import { type Client, openTestClinic, type TestClinic } from '#tests/support/test-clinic.ts';
import { newSession, newSideEffect, photoReading } from '#tests/support/treatment-factories.ts';
import { openCourse, signedSession } from '#tests/support/treatment-steps.ts';

let clinic: TestClinic;
let doctor: Client;
let me: string;
let courseId: string;
let patientId: string;
beforeEach(async () => {
  clinic = await openTestClinic();
  doctor = await clinic.as('practitioner');
  me = await clinic.staffId('practitioner');
  ({ courseId, patientId } = await openCourse(doctor));
});

async function draft(change: Parameters<typeof newSession>[2] = {}) {
  const answer = await doctor('POST', '/api/sessions', newSession(courseId, me, change));
  expect(answer.status, answer.text).toBe(201);
  return answer.body;
}
const pathsOf = (body: { fields: { path: string }[] }) => body.fields.map((one) => one.path);

test('a draft needs little; a repeated create with the same key begins one', async () => {
  const body = { courseId, sessionOn: '2026-03-02', performedBy: me };
  const headers = { 'idempotency-key': 'a-key-of-this-test' };
  const first = await doctor('POST', '/api/sessions', body, headers);
  expect(first.body).toMatchObject({ status: 'draft', number: null, painDuring: null, patientId });
  expect((await doctor('POST', '/api/sessions', body, headers)).body).toEqual(first.body);
  expect(await clinic.db.select().from(sessions)).toHaveLength(1);
});

test('what a draft names must be there', async () => {
  const nobody = '0198a000-0000-7000-8000-00000000dead';
  const refused = async (change: object) =>
    pathsOf(
      (await doctor('POST', '/api/sessions', { ...newSession(courseId, me), ...change })).body,
    );
  expect(await refused({ courseId: nobody })).toEqual(['courseId']);
  expect(await refused({ performedBy: await clinic.staffId('manager') })).toEqual(['performedBy']);
  expect(await refused({ recipeVersionId: nobody })).toEqual(['recipeVersionId']);
  const used = {
    ingredientId: nobody,
    volumeMl: 1,
    lot: null,
    expiresOn: null,
    openedOn: null,
    vial: null,
  };
  expect(await refused({ usedIngredients: [used] })).toEqual(['usedIngredients.0.ingredientId']);
  expect(await refused({ technique: 'dermaroller', volumeMl: 2 })).toEqual(['volumeMl']);
});

test('autosave sends what changed; the trail holds that and no more; a stale one loses nothing', async () => {
  const made = await draft();
  const path = `/api/sessions/${made.id}`;
  const saved = await doctor('PATCH', path, { painDuring: 7 }, { 'if-match': '"1"' });
  expect(saved.body).toEqual({ ...made, painDuring: 7, version: 2, updatedAt: made.updatedAt });
  const stale = await doctor('PATCH', path, { painDuring: 0 }, { 'if-match': '"1"' });
  expect(stale.status).toBe(412);
  expect(stale.body.current).toEqual(saved.body);
  const wrong = await doctor('PATCH', path, { volumeMl: 2 }, { 'if-match': '"2"' });
  expect(pathsOf(wrong.body)).toEqual(['volumeMl']);
  const [entry] = await clinic.db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.act, 'sessions.update'));
  expect(entry).toMatchObject({ before: { painDuring: 2 }, after: { painDuring: 7 }, patientId });
});

test('another person’s draft can be read, and neither changed, signed nor discarded', async () => {
  const made = await draft();
  const other = await clinic.as('practitioner-two');
  const path = `/api/sessions/${made.id}`;
  const match = { 'if-match': '"1"' };
  expect((await other('GET', path)).body).toEqual(made);
  for (const answer of [
    await other('PATCH', path, { painDuring: 7 }, match),
    await other('POST', `${path}/sign`, { confirmedFindings: [] }, match),
    await other('POST', `${path}/discard`, undefined, match),
  ])
    expect(answer.status).toBe(403);
  expect((await doctor('GET', path)).body).toEqual(made);
});

test('a draft is discarded with its trace', async () => {
  const made = await draft({ notes: 'Typed by mistake' });
  const path = `/api/sessions/${made.id}`;
  expect((await doctor('POST', `${path}/discard`)).status).toBe(428);
  expect((await doctor('POST', `${path}/discard`, undefined, { 'if-match': '"4"' })).status).toBe(
    412,
  );
  const gone = await doctor('POST', `${path}/discard`, undefined, { 'if-match': '"1"' });
  expect(gone.body).toEqual({ id: made.id });
  expect((await doctor('GET', path)).status).toBe(404);
  const [entry] = await clinic.db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.act, 'sessions.discard'));
  expect(entry).toMatchObject({ before: { notes: 'Typed by mistake' } });
});

test('what was recorded at a draft outlives it', async () => {
  const { id } = await draft();
  const recorded = {
    courseId,
    sessionId: id,
    assessedOn: '2026-03-02',
    readings: [photoReading(1)],
  };
  expect((await doctor('POST', '/api/outcomes', recorded)).status).toBe(201);
  await doctor('POST', '/api/side-effects', newSideEffect(courseId, { sessionId: id }));
  const gone = await doctor('POST', `/api/sessions/${id}/discard`, undefined, {
    'if-match': '"1"',
  });
  expect(gone.status, gone.text).toBe(200);
  const chart = (await doctor('GET', `/api/patients/${patientId}/chart`)).body;
  expect(chart.outcomes.at(-1)).toMatchObject({ value: 1, sessionId: null });
  expect(chart.sideEffects).toMatchObject([{ code: 'red', sessionId: null }]);
});

test('sessions are listed newest first by course, day and status, without loss between pages', async () => {
  for (const sessionOn of ['2026-03-02', '2026-04-01', '2026-03-16']) await draft({ sessionOn });
  await signedSession(doctor, courseId, me, { sessionOn: '2026-05-01' });
  const days = async (query: string): Promise<string[]> =>
    (await doctor('GET', `/api/sessions?${query}`)).body.items.map(
      (one: { sessionOn: string }) => one.sessionOn,
    );
  expect(await days(`patientId=${patientId}`)).toHaveLength(4);
  expect(await days(`courseId=${courseId}&from=2026-03-03&to=2026-04-01`)).toEqual([
    '2026-04-01',
    '2026-03-16',
  ]);
  expect(await days('status=signed')).toEqual(['2026-05-01']);
  const page = (await doctor('GET', '/api/sessions?limit=3')).body;
  expect(await days(`limit=3&cursor=${page.nextCursor}`)).toEqual(['2026-03-02']);
});

test('nobody but practitioners reads or changes a session', async () => {
  const made = await draft({ notes: 'secret words' });
  const before = await clinic.db.select().from(sessions);
  const match = { 'if-match': '"1"' };
  for (const who of ['nobody', 'receptionist', 'manager', 'owner'] as const) {
    const client = await clinic.as(who);
    const path = `/api/sessions/${made.id}`;
    for (const answer of [
      await client('GET', '/api/sessions'),
      await client('GET', path),
      await client('POST', '/api/sessions', newSession(courseId, me)),
      await client('PATCH', path, { painDuring: 9 }, match),
      await client('POST', `${path}/sign`, { confirmedFindings: [] }, match),
      await client('POST', `${path}/addenda`, { text: 'x' }),
      await client('POST', `${path}/discard`, undefined, match),
      await client('GET', `${path}/checks`),
      await client('POST', `${path}/overrides`, { keys: ['x'], reason: 'xyz' }, match),
      await client('POST', `${path}/overrides/withdraw`, { keys: ['x'] }, match),
      await client('POST', `${path}/later-pain`, { answer: 2, askedOn: '2026-03-03' }),
    ]) {
      expect(answer.status, who).toBe(who === 'nobody' ? 401 : 403);
      expect(answer.text).not.toContain('secret words');
    }
  }
  expect(await clinic.db.select().from(sessions)).toEqual(before);
});
