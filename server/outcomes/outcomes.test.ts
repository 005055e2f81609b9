import { eq, sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { auditEntries } from '#server/db/schema/audit.ts';
import { courses } from '#server/db/schema/courses.ts';
import { outcomes } from '#server/db/schema/outcomes.ts';
import { newPatient } from '#tests/support/factories.ts';
import { type Client, openTestClinic, type TestClinic } from '#tests/support/test-clinic.ts';
import { baselineReading, newCourse, photoReading } from '#tests/support/treatment-factories.ts';

let clinic: TestClinic;
let doctor: Client;
let patientId: string;
let courseId: string;
beforeEach(async () => {
  clinic = await openTestClinic();
  doctor = await clinic.as('practitioner');
  patientId = (await doctor('POST', '/api/patients', newPatient())).body.id;
  courseId = (await doctor('POST', '/api/courses', newCourse(patientId))).body.id;
});

const assess = (change: object = {}, headers = {}) =>
  doctor(
    'POST',
    '/api/outcomes',
    { courseId, assessedOn: '2026-03-02', readings: [baselineReading], ...change },
    headers,
  );
const pathsOf = async (change: object) =>
  (await assess(change)).body.fields.map((one: { path: string }) => one.path);

test('several readings of one assessment are kept together, each with its rater and its trace', async () => {
  const change = {
    measure: 'patient_global_change',
    rater: 'patient',
    isBaseline: false,
    isBlinded: false,
    value: -1,
  };
  const raterId = await clinic.staffId('practitioner-two');
  const answer = await assess({
    readings: [baselineReading, { ...photoReading(2), raterId }, change],
  });
  expect(answer.status, answer.text).toBe(201);
  expect(answer.body.items).toMatchObject([
    { measure: 'hair_pull', raterId: await clinic.staffId('practitioner'), isBaseline: true },
    { measure: 'photo_global_assessment', raterId, isBlinded: true, value: 2 },
    { measure: 'patient_global_change', raterId: null, value: -1 },
  ]);
  const trace = await clinic.db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.act, 'outcomes.record'));
  expect(trace).toHaveLength(3);
  expect(trace.every((entry) => entry.patientId === patientId)).toBe(true);
});

test('one reading that cannot be used keeps all of them out, at its own field', async () => {
  expect(await pathsOf({ readings: [baselineReading, photoReading(4)] })).toEqual([
    'readings.1.value',
  ]);
  expect(await pathsOf({ readings: [{ ...baselineReading, grasped: null }] })).toEqual([
    'readings.0.grasped',
  ]);
  expect(await pathsOf({ readings: [] })).toEqual(['readings']);
  expect(await pathsOf({ assessedOn: '2026-06-11' })).toEqual(['assessedOn']);
  expect(await pathsOf({ courseId: patientId })).toEqual(['courseId']);
  expect(await pathsOf({ sessionId: patientId })).toEqual(['sessionId']);
  const salt = {
    measure: 'salt',
    rater: 'clinician',
    isBlinded: false,
    isBaseline: true,
    value: 3,
  };
  expect(await pathsOf({ readings: [salt] })).toEqual(['readings.0.measure']);
  const desk = await clinic.staffId('receptionist');
  expect(await pathsOf({ readings: [{ ...photoReading(1), raterId: desk }] })).toEqual([
    'readings.0.raterId',
  ]);
  expect(await clinic.db.select().from(outcomes)).toEqual([]);
});

test('a baseline is taken by the day of session 1', async () => {
  await clinic.db.update(courses).set({ firstSessionOn: '2026-03-01' });
  expect(await pathsOf({})).toEqual(['readings.0.isBaseline']);
  expect((await assess({ assessedOn: '2026-03-01' })).status).toBe(201);
});

test('a repeated create with the same key records once', async () => {
  const headers = { 'idempotency-key': 'a-key-of-this-test' };
  const first = await assess({}, headers);
  expect((await assess({}, headers)).body).toEqual(first.body);
  expect(await clinic.db.select().from(outcomes)).toHaveLength(1);
});

test('a reading is taken back with its reason, kept and marked, once', async () => {
  const made = (await assess()).body.items[0];
  const path = `/api/outcomes/${made.id}/void`;
  const reason = { reason: 'Another patient’s.' };
  expect((await doctor('POST', path, reason)).status).toBe(428);
  expect((await doctor('POST', path, { reason: ' ' }, { 'if-match': '"1"' })).status).toBe(422);
  expect((await doctor('POST', path, reason, { 'if-match': '"7"' })).body.current).toEqual(made);
  const voided = await doctor('POST', path, reason, { 'if-match': '"1"' });
  expect(voided.body).toMatchObject({
    value: made.value,
    version: 2,
    voided: { ...reason, by: await clinic.staffId('practitioner') },
  });
  expect((await doctor('POST', path, reason, { 'if-match': '"2"' })).body.code).toBe('conflict');
  const listed = (query: string) => doctor('GET', `/api/outcomes?patientId=${patientId}${query}`);
  expect((await listed('')).body.items).toHaveLength(1);
  expect((await listed('&voided=no')).body.items).toEqual([]);
});

test('the database keeps readings as they are', async () => {
  await assess();
  const attempts = [sql`UPDATE outcomes SET value = 9`, sql`DELETE FROM outcomes`];
  for (const attempt of attempts) await expect(clinic.db.execute(attempt)).rejects.toThrow();
  const [row] = await clinic.db.select().from(outcomes);
  expect(row?.value).toBe(4);
});

test('readings are listed newest first without loss between pages', async () => {
  for (const day of ['2026-03-02', '2026-05-01', '2026-04-01']) await assess({ assessedOn: day });
  const first = (await doctor('GET', `/api/outcomes?courseId=${courseId}&limit=2`)).body;
  const rest = (await doctor('GET', `/api/outcomes?limit=2&cursor=${first.nextCursor}`)).body;
  const days = [...first.items, ...rest.items].map((one: { assessedOn: string }) => one.assessedOn);
  expect(days).toEqual(['2026-05-01', '2026-04-01', '2026-03-02']);
});

test('nobody but practitioners reads or changes a reading', async () => {
  const made = (await assess()).body.items[0];
  const before = await clinic.db.select().from(outcomes);
  for (const who of ['nobody', 'receptionist', 'manager', 'owner'] as const) {
    const client = await clinic.as(who);
    const body = { courseId, assessedOn: '2026-03-02', readings: [baselineReading] };
    const answers = [
      await client('GET', '/api/outcomes'),
      await client('POST', '/api/outcomes', body),
      await client('POST', `/api/outcomes/${made.id}/void`, { reason: 'x' }, { 'if-match': '"1"' }),
    ];
    for (const answer of answers) expect(answer.status, who).toBe(who === 'nobody' ? 401 : 403);
  }
  expect(await clinic.db.select().from(outcomes)).toEqual(before);
});
