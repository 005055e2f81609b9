import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { auditEntries } from '#server/db/schema/audit.ts';
import { newPatient } from '#tests/support/factories.ts';
import { type Client, openTestClinic, type TestClinic } from '#tests/support/test-clinic.ts';
import { newSession, photoReading } from '#tests/support/treatment-factories.ts';
import { openCourse, signedSession } from '#tests/support/treatment-steps.ts';

let clinic: TestClinic;
let doctor: Client;
beforeEach(async () => {
  clinic = await openTestClinic();
  doctor = await clinic.as('practitioner');
});

test('one request answers all of one patient and nothing of another, and is recorded', async () => {
  const me = await clinic.staffId('practitioner');
  const { courseId, patientId } = await openCourse(doctor);
  const other = await openCourse(doctor);
  await signedSession(doctor, other.courseId, me);
  const signed = await signedSession(doctor, courseId, me);
  const draft = newSession(courseId, me, { sessionOn: '2026-03-16' });
  await doctor('POST', '/api/sessions', draft);
  const readings = [photoReading(1)];
  await doctor('POST', '/api/outcomes', { courseId, assessedOn: '2026-05-25', readings });

  const answer = await doctor('GET', `/api/patients/${patientId}/chart`);
  expect(answer.status, answer.text).toBe(200);
  expect(answer.body).toMatchObject({
    patient: { id: patientId },
    asOf: '2026-06-10',
    courses: [{ id: courseId, signedSessions: 1, due: { from: '2026-03-16' } }],
    sessions: [signed, { status: 'draft' }],
    outcomes: [{ measure: 'hair_pull' }, { measure: 'photo_global_assessment' }],
    sideEffects: [],
    staff: [{ id: me, name: 'The practitioner' }],
  });
  expect(answer.body.gaps.map((gap: { code: string }) => gap.code)).toEqual([
    'assessment_missing',
    'session_overdue',
    'draft_unsigned',
  ]);
  expect(answer.body.gaps[0]).toMatchObject({ measure: 'patient_global_change', isOverdue: true });
  const reads = await clinic.db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.requestId, answer.headers.get('x-request-id') ?? ''));
  expect(reads).toMatchObject([{ act: 'patients.read-chart', patientId, actorId: me }]);
});

test('nobody but practitioners opens a chart, and a refused try is no reading', async () => {
  const patientId = (await doctor('POST', '/api/patients', newPatient())).body.id;
  for (const who of ['nobody', 'receptionist', 'manager', 'owner'] as const) {
    const client = await clinic.as(who);
    const answer = await client('GET', `/api/patients/${patientId}/chart`);
    expect(answer.status, who).toBe(who === 'nobody' ? 401 : 403);
  }
  const missing = '0198a000-0000-7000-8000-00000000dead';
  expect((await doctor('GET', `/api/patients/${missing}/chart`)).status).toBe(404);
  const reads = await clinic.db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.act, 'patients.read-chart'));
  expect(reads).toEqual([]);
});

test('a part of a chart read by itself is recorded too, each patient once; nothing found is no reading', async () => {
  const { courseId, patientId } = await openCourse(doctor);
  const me = await clinic.staffId('practitioner');
  const { id } = await signedSession(doctor, courseId, me);
  for (const path of [
    `/api/sessions/${id}`,
    `/api/sessions?patientId=${patientId}`,
    `/api/courses/${courseId}`,
    '/api/courses',
    '/api/outcomes',
  ]) {
    const before = await clinic.db.select().from(auditEntries);
    expect((await doctor('GET', path)).status).toBe(200);
    const reads = (await clinic.db.select().from(auditEntries)).slice(before.length);
    expect(reads, path).toMatchObject([{ act: 'patients.read-chart', patientId, actorId: me }]);
  }
  const before = await clinic.db.select().from(auditEntries);
  expect((await doctor('GET', '/api/side-effects')).body.items).toEqual([]);
  expect(await clinic.db.select().from(auditEntries)).toHaveLength(before.length);
});
