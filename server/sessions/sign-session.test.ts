import { asc, sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { courses } from '#server/db/schema/courses.ts';
import { sessionAddenda, sessions } from '#server/db/schema/sessions.ts';
import { newPatient } from '#tests/support/factories.ts';
import { type Client, openTestClinic, type TestClinic } from '#tests/support/test-clinic.ts';
import { addApprovedRecipe } from '#tests/support/recipe-factories.ts';
import { newCourse, newSession } from '#tests/support/treatment-factories.ts';
import {
  answerChecks,
  answerScreening,
  openCourse,
  signedSession,
} from '#tests/support/treatment-steps.ts';

let clinic: TestClinic;
let doctor: Client;
let me: string;
let courseId: string;
beforeEach(async () => {
  clinic = await openTestClinic();
  doctor = await clinic.as('practitioner');
  me = await clinic.staffId('practitioner');
  ({ courseId } = await openCourse(doctor));
});

async function draft(change: object = {}, course = courseId): Promise<string> {
  const answer = await doctor('POST', '/api/sessions', { ...newSession(course, me), ...change });
  expect(answer.status, answer.text).toBe(201);
  await answerScreening(doctor, course, answer.body.id);
  await answerChecks(doctor, answer.body.id);
  return answer.body.id;
}
// The reason for the missing consent makes each draft's version 2.
const sign = (id: string, version = 2, confirmedFindings: string[] = []) =>
  doctor('POST', `/api/sessions/${id}/sign`, { confirmedFindings }, { 'if-match': `"${version}"` });
const pathsOf = (body: { fields: { path: string }[] }) => body.fields.map((one) => one.path);

test('a complete draft of one’s own is signed, numbered, and moves the course on', async () => {
  const answer = await sign(await draft());
  expect(answer.body).toMatchObject({
    status: 'signed',
    number: 1,
    signedBy: me,
    signedAt: clinic.clock.now.toISOString(),
    version: 3,
  });
  expect((await doctor('GET', `/api/courses/${courseId}`)).body).toMatchObject({
    signedSessions: 1,
    firstSessionOn: '2026-03-02',
    lastSessionOn: '2026-03-02',
    version: 1,
  });
});

test('what is missing is told at its field, and nothing is signed', async () => {
  const id = await draft({ technique: null, painDuring: null, sessionOn: '2026-06-11' });
  expect(pathsOf((await sign(id)).body)).toEqual(['technique', 'painDuring', 'sessionOn']);
  expect((await sign(id, 4)).status).toBe(412);
  expect((await doctor('GET', `/api/sessions/${id}`)).body).toMatchObject({ status: 'draft' });
});

test('an unusual value is confirmed by its code', async () => {
  const used = {
    technique: 'nappage',
    depthMm: 5,
    volumeMl: 2,
    recipeVersionId: null,
  };
  const id = await draft(used);
  expect(pathsOf((await sign(id)).body)).toEqual([
    'recipeVersionId',
    'confirmedFindings.depth_over_4_mm',
  ]);
  expect(pathsOf((await sign(id, 2, ['depth_over_4_mm'])).body)).toEqual(['recipeVersionId']);
});

test('an injected recipe is locked and goes into the report', async () => {
  const recipe = await addApprovedRecipe(doctor, await clinic.as('practitioner-two'));
  const injected = {
    technique: 'nappage' as const,
    volumeMl: 1.5,
    recipeVersionId: recipe.currentVersionId,
  };
  const signed = await signedSession(doctor, courseId, me, injected);
  expect(signed.recipeVersionId).toBe(recipe.currentVersionId);
  const version = await doctor('GET', `/api/recipes/${recipe.id}`);
  expect(version.body.versions[0]).toMatchObject({ usedInSessions: 1 });
  expect(version.body.versions[0].lockedAt).not.toBeNull();
  const report = await doctor('GET', '/api/reports/responders');
  expect(report.body.groups).toMatchObject([{ label: 'FPHL base v1', started: 1, due: 1 }]);
});

test('session 1 needs an open course, the decision "suitable" and a baseline by its day', async () => {
  const patient = (await doctor('POST', '/api/patients', newPatient())).body.id;
  const bare = newCourse(patient, { suitability: null });
  const other = (await doctor('POST', '/api/courses', bare)).body.id;
  const id = await draft({}, other);
  expect(pathsOf((await sign(id)).body)).toEqual(['course.suitability', 'course.baseline']);
  const tooEarly = await draft({ sessionOn: '2026-01-01' });
  expect(pathsOf((await sign(tooEarly)).body)).toEqual(['course.baseline']);
  const close = { status: 'completed', statusReason: null, statusNote: null };
  await doctor('POST', `/api/courses/${courseId}/close`, close, { 'if-match': '"1"' });
  expect(pathsOf((await sign(await draft())).body)).toEqual(['course.status']);
});

test('sessions are numbered by their day, also when one is signed late', async () => {
  const late = await draft({ sessionOn: '2026-02-01' });
  await signedSession(doctor, courseId, me, { sessionOn: '2026-03-02' });
  await signedSession(doctor, courseId, me, { sessionOn: '2026-03-16' });
  expect((await sign(late)).body.number).toBe(1);
  const rows = await clinic.db.select().from(sessions).orderBy(asc(sessions.number));
  expect(rows.map((row) => [row.number, row.sessionOn])).toEqual([
    [1, '2026-02-01'],
    [2, '2026-03-02'],
    [3, '2026-03-16'],
  ]);
  const [course] = await clinic.db.select().from(courses);
  expect(course).toMatchObject({
    signedSessions: 3,
    firstSessionOn: '2026-02-01',
    lastSessionOn: '2026-03-16',
  });
});

test('signatures of one course at once give each its own number', async () => {
  const ids = [];
  for (const day of [10, 12, 14, 16]) ids.push(await draft({ sessionOn: `2026-03-${day}` }));
  const answers = await Promise.all(ids.map((id) => sign(id)));
  expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200]);
  const rows = await clinic.db.select().from(sessions).orderBy(asc(sessions.number));
  expect(rows.map((row) => row.number)).toEqual([1, 2, 3, 4]);
});

test('a signed session is kept as it is, by the API and by the database', async () => {
  const signed = await signedSession(doctor, courseId, me);
  const path = `/api/sessions/${signed.id}`;
  const match = { 'if-match': '"3"' };
  for (const answer of [
    await doctor('PATCH', path, { painDuring: 9 }, match),
    await doctor('POST', `${path}/sign`, { confirmedFindings: [] }, match),
    await doctor('POST', `${path}/discard`, undefined, match),
  ]) {
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({
      code: 'conflict',
      detail: 'Signed on 2026-06-10 by The practitioner. Add a dated note instead.',
    });
  }
  for (const attempt of [
    sql`UPDATE sessions SET notes = 'x'`,
    sql`UPDATE sessions SET status = 'draft', number = NULL, signed_by = NULL, signed_at = NULL`,
    sql`DELETE FROM sessions`,
  ])
    await expect(clinic.db.execute(attempt)).rejects.toThrow();
  expect((await doctor('GET', path)).body).toEqual(signed);
});

test('dated notes stand beside the original and are kept as they are', async () => {
  const signed = await signedSession(doctor, courseId, me);
  const path = `/api/sessions/${signed.id}`;
  const other = await clinic.as('practitioner-two');
  const headers = { 'idempotency-key': 'a-key-of-this-test' };
  const noted = await other('POST', `${path}/addenda`, { text: 'It was lot B.' }, headers);
  expect(noted.status).toBe(201);
  expect(noted.body).toMatchObject({ ...signed, addenda: [{ text: 'It was lot B.' }] });
  expect(noted.body.addenda[0].authorId).toBe(await clinic.staffId('practitioner-two'));
  await other('POST', `${path}/addenda`, { text: 'It was lot B.' }, headers);
  expect((await doctor('GET', path)).body).toEqual(noted.body);
  expect((await doctor('POST', `${path}/addenda`, { text: ' ' })).status).toBe(422);
  const open = await draft({ sessionOn: '2026-03-20' });
  const early = await doctor('POST', `/api/sessions/${open}/addenda`, { text: 'x' });
  expect(early.body.code).toBe('conflict');
  for (const attempt of [
    sql`UPDATE session_addenda SET text = 'x'`,
    sql`DELETE FROM session_addenda`,
  ])
    await expect(clinic.db.execute(attempt)).rejects.toThrow();
  expect(await clinic.db.select().from(sessionAddenda)).toHaveLength(1);
});

test('no table of records that are kept can be emptied', async () => {
  await signedSession(doctor, courseId, me);
  for (const table of ['sessions', 'session_addenda', 'outcomes', 'recipe_versions'])
    await expect(clinic.db.execute(sql.raw(`TRUNCATE ${table} CASCADE`)), table).rejects.toThrow();
  await expect(clinic.db.execute(sql`TRUNCATE recipe_version_ingredients`)).rejects.toThrow();
  expect(await clinic.db.select().from(sessions)).toHaveLength(1);
});
