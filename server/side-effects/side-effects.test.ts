import { sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { auditEntries } from '#server/db/schema/audit.ts';
import { sideEffects } from '#server/db/schema/side-effects.ts';
import { type Client, openTestClinic, type TestClinic } from '#tests/support/test-clinic.ts';
import { newSideEffect } from '#tests/support/treatment-factories.ts';
import { openCourse, signedSession } from '#tests/support/treatment-steps.ts';

let clinic: TestClinic;
let doctor: Client;
let courseId: string;
let patientId: string;
beforeEach(async () => {
  clinic = await openTestClinic();
  doctor = await clinic.as('practitioner');
  ({ courseId, patientId } = await openCourse(doctor));
});

const create = (change: Parameters<typeof newSideEffect>[1] = {}, headers = {}) =>
  doctor('POST', '/api/side-effects', newSideEffect(courseId, change), headers);
const pathsOf = (body: { fields: { path: string }[] }) => body.fields.map((one) => one.path);
const change = (id: string, version: number, input: object) =>
  doctor('PATCH', `/api/side-effects/${id}`, input, { 'if-match': `"${version}"` });

test('severity, seriousness and relatedness are kept apart, the grade with its scheme', async () => {
  const { id } = await signedSession(doctor, courseId, await clinic.staffId('practitioner'));
  const headers = { 'idempotency-key': 'a-key-of-this-test' };
  const input = { sessionId: id, grade: 3 as const, seriousness: [], relatednessToProduct: null };
  const made = await create(input, headers);
  expect(made.status, made.text).toBe(201);
  expect(made.body).toMatchObject({
    ...input,
    patientId,
    gradeScheme: 'function and intervention',
    gradeSchemeVersion: '1',
    relatednessToProcedure: 'probable',
  });
  expect((await create(input, headers)).body).toEqual(made.body);
  expect((await doctor('GET', `/api/side-effects/${made.body.id}`)).body).toEqual(made.body);
  expect(await clinic.db.select().from(sideEffects)).toHaveLength(1);
});

test('what cannot be used is refused at its field', async () => {
  expect(pathsOf((await create({ resolvedOn: '2026-03-01' })).body)).toContain('resolvedOn');
  expect(pathsOf((await create({ sessionId: patientId })).body)).toEqual(['sessionId']);
  expect(pathsOf((await create({ lastKnownOn: '2026-06-11' })).body)).toEqual(['lastKnownOn']);
  const elsewhere = { onsetPrecision: 'exact', onsetAt: '2026-03-03T00:10:00.000Z' } as const;
  expect(pathsOf((await create(elsewhere)).body)).toEqual(['onsetAt']);
  const other = newSideEffect(patientId);
  expect(pathsOf((await doctor('POST', '/api/side-effects', other)).body)).toEqual(['courseId']);
  expect(await clinic.db.select().from(sideEffects)).toEqual([]);
});

test('it is resolved long after the visit; the change is checked as a whole and traced', async () => {
  const made = (await create()).body;
  const ended = { isOngoing: false, resolvedOn: '2026-06-09', outcome: 'recovered' };
  const half = await change(made.id, 1, { resolvedOn: '2026-06-09' });
  expect(pathsOf(half.body)).toEqual(['resolvedOn', 'outcome']);
  const saved = await change(made.id, 1, ended);
  expect(saved.body).toEqual({ ...made, ...ended, version: 2 });
  const stale = await change(made.id, 1, { grade: 2 });
  expect(stale.status).toBe(412);
  expect(stale.body.current).toEqual(saved.body);
  expect((await doctor('PATCH', `/api/side-effects/${made.id}`, ended)).status).toBe(428);
  const trace = await clinic.db.select().from(auditEntries);
  expect(trace.at(-1)).toMatchObject({
    act: 'side-effects.update',
    changedFields: expect.arrayContaining(['resolvedOn', 'outcome', 'isOngoing']),
  });
});

test('a grade keeps the scheme it was given by until it is given anew', async () => {
  const made = (await create()).body;
  await clinic.db.execute(sql`UPDATE side_effects SET grade_scheme_version = '0'`);
  const same = await change(made.id, 1, { grade: 1, description: 'Still red.' });
  expect(same.body).toMatchObject({ grade: 1, gradeSchemeVersion: '0' });
  const anew = await change(made.id, 2, { grade: 2 });
  expect(anew.body).toMatchObject({ grade: 2, gradeSchemeVersion: '1' });
});

test('side effects are listed newest first and by whether they go on', async () => {
  for (const onsetOn of ['2026-03-01', '2026-03-03', '2026-03-02']) await create({ onsetOn });
  const days = async (query: string): Promise<string[]> =>
    (await doctor('GET', `/api/side-effects?${query}`)).body.items.map(
      (one: { onsetOn: string }) => one.onsetOn,
    );
  expect(await days(`patientId=${patientId}`)).toEqual(['2026-03-03', '2026-03-02', '2026-03-01']);
  const page = (await doctor('GET', '/api/side-effects?limit=2')).body;
  expect(await days(`limit=2&cursor=${page.nextCursor}`)).toEqual(['2026-03-01']);
  expect(await days('ongoing=no')).toEqual([]);
  expect(await days('code=bruise')).toEqual([]);
});

test('nobody but practitioners reads or changes a side effect', async () => {
  const made = (await create({ description: 'secret words' })).body;
  const before = await clinic.db.select().from(sideEffects);
  for (const who of ['nobody', 'receptionist', 'manager', 'owner'] as const) {
    const client = await clinic.as(who);
    const path = `/api/side-effects/${made.id}`;
    for (const answer of [
      await client('GET', '/api/side-effects'),
      await client('GET', path),
      await client('POST', '/api/side-effects', newSideEffect(courseId)),
      await client('PATCH', path, { grade: 2 }, { 'if-match': '"1"' }),
    ]) {
      expect(answer.status, who).toBe(who === 'nobody' ? 401 : 403);
      expect(answer.text).not.toContain('secret words');
    }
  }
  expect(await clinic.db.select().from(sideEffects)).toEqual(before);
});
