import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { SHARE_REPORTS } from '#domain/reports/share-figures.ts';
import { appointments } from '#server/db/schema/appointments.ts';
import { appointmentTypes } from '#server/db/schema/availability.ts';
import { auditEntries } from '#server/db/schema/audit.ts';
import { newPatient } from '#tests/support/factories.ts';
import { makeUpClinic, writeClinic } from '#tests/support/random-clinic.ts';
import { makeUpTreatment, writeTreatment } from '#tests/support/random-treatment.ts';
import {
  type Client,
  openTestClinic,
  type TestClinic,
  testId,
} from '#tests/support/test-clinic.ts';
import { newSideEffect } from '#tests/support/treatment-factories.ts';
import { openCourse, signedSession } from '#tests/support/treatment-steps.ts';

let clinic: TestClinic;
let doctor: Client;
let manager: Client;
beforeEach(async () => {
  clinic = await openTestClinic();
  doctor = await clinic.as('practitioner');
  manager = await clinic.as('manager');
});

async function fill(seed: number, people = 80) {
  const known = makeUpClinic(seed, people, [await clinic.staffId('practitioner')]);
  await writeClinic(clinic, known);
  await writeTreatment(clinic, known, makeUpTreatment(known, seed));
}

const figures = async (report: string) => {
  const answer = await manager('GET', `/api/reports/shares?report=${report}&groupBy=indication`);
  expect(answer.status, answer.text).toBe(200);
  return Object.fromEntries(
    (answer.body.groups[0]?.figures ?? []).map(
      (one: { figure: string; count: number; of: number; eligible: number }) => [
        one.figure,
        [one.count, one.of, one.eligible],
      ],
    ),
  );
};

test('what is signed and recorded is counted at once: in the transaction that writes it', async () => {
  const me = await clinic.staffId('practitioner');
  const { courseId } = await openCourse(doctor);
  expect(await figures('side_effects')).toEqual({});
  const reactions = { asked: 'some' as const, codes: ['red' as const] };
  await signedSession(doctor, courseId, me, { sessionOn: '2026-03-02', reactions });
  const second = await signedSession(doctor, courseId, me, {
    sessionOn: '2026-03-23',
    reactions: { asked: 'not_asked' },
  });
  expect(await figures('side_effects')).toMatchObject({
    asked_sessions: [1, 1, 2],
    asked_people: [1, 1, 1],
    told_people: [0, 1, 1],
  });
  expect((await figures('data_quality'))['baseline']).toEqual([2, 2, 2]);
  const effect = newSideEffect(courseId, {
    sessionId: second.id,
    code: 'bruise',
    onsetOn: '2026-03-24',
    firstReportedOn: '2026-03-25',
    grade: 2,
    isOngoing: false,
    resolvedOn: '2026-03-28',
    outcome: 'recovered',
  });
  const told = await doctor('POST', '/api/side-effects', effect);
  expect(told.status, told.text).toBe(201);
  expect((await figures('side_effects'))['asked_sessions']).toEqual([2, 2, 2]);
  expect((await figures('severity'))['grade_2']).toEqual([1, 1, 1]);
  const lasted = await manager('GET', '/api/reports/curves?report=resolution');
  expect(lasted.body.groups[0]).toMatchObject({ watched: 1, events: 1, curve: [] });
});

test('a manager sees who is missing, but never who had something; no line of a patient', async () => {
  await fill(2);
  const clinicalPath = '/api/reports/patients?behind=asked_people&groupBy=indication';
  const seen = await manager('GET', clinicalPath);
  expect(seen.status).toBe(200);
  expect(seen.body.items.length).toBeGreaterThan(10);
  for (const one of seen.body.items) expect(one).toMatchObject({ state: null, details: null });
  expect(seen.text).not.toMatch(/Family|indication|firstSession/);
  for (const state of ['yes', 'no', 'out']) {
    const narrowed = await manager('GET', `${clinicalPath}&state=${state}`);
    expect(narrowed.status, state).toBe(403);
  }
  const missing = await manager('GET', '/api/reports/patients?behind=week_12&state=no');
  expect(missing.body.items[0]).toMatchObject({ state: 'no', details: null });
  const known = await doctor('GET', `${clinicalPath}&state=yes`);
  expect(known.body.items[0].details).toMatchObject({ givenName: 'Given' });
  const week = '/api/reports/changes?measure=hair_pull&groupBy=indication';
  for (const group of (await manager('GET', week)).body.groups) expect(group.lines).toBeNull();
  const lines = (await doctor('GET', week)).body.groups.flatMap(
    (group: { lines: unknown[] }) => group.lines,
  );
  expect(lines.length).toBeGreaterThan(5);
  const opened = await clinic.db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.act, 'reports.open-patients'));
  expect(opened.length).toBeGreaterThanOrEqual(3);
});

test.each([
  ...SHARE_REPORTS.map((report) => [`shares`, `report=${report}&groupBy=technique`, 3, 7] as const),
  ['case-mix', 'groupBy=technique', 4, 10] as const,
  ['changes', 'groupBy=technique&measure=hair_pull', 4, 7] as const,
])('the file of %s?%s hides counts under five', async (path, query, first, last) => {
  await fill(3, 60);
  const answer = await manager('GET', `/api/reports/${path}/export?${query}`);
  expect(answer.status, answer.text).toBe(200);
  expect(answer.headers.get('content-type')).toContain('text/csv');
  const lines = answer.text.trim().split('\r\n').slice(1);
  expect(lines.length).toBeGreaterThan(0);
  const cells = lines.flatMap((line) => line.split(';').slice(first, last));
  for (const cell of cells) expect(cell === 'hidden' || Number(cell) >= 5, cell).toBe(true);
  expect(answer.text).not.toContain('Family');
});

test('files of curves and weeks tell of no step or piece with fewer than five', async () => {
  await fill(4, 150);
  for (const report of ['noticing', 'resolution', 'drop_out']) {
    const answer = await manager(
      'GET',
      `/api/reports/curves/export?report=${report}&groupBy=indication`,
    );
    const lines = answer.text.trim().split('\r\n').slice(1);
    expect(lines.length, report).toBeGreaterThan(0);
    for (const line of lines) expect(Number(line.split(';')[5])).toBeGreaterThanOrEqual(5);
  }
  const weeks = await manager(
    'GET',
    '/api/reports/runs/export?report=side_effects&from=2025-06-01&to=2026-05-31',
  );
  const lines = weeks.text.trim().split('\r\n').slice(1);
  expect(lines.length).toBeGreaterThan(2);
  for (const line of lines) {
    const [count = 0, of = 0] = line.split(';').slice(2, 4).map(Number);
    expect(Math.min(count, of - count)).toBeGreaterThanOrEqual(5);
  }
});

test('the overview counts first courses, and what is missing opens as many patients', async () => {
  await fill(5);
  const { body } = await manager('GET', '/api/reports/overview');
  const { week12 } = body.followUp;
  expect(week12.of).toBeGreaterThan(week12.count);
  for (const gap of ['week_12', 'consent', 'baseline']) {
    const count = body.gaps.find((one: { gap: string }) => one.gap === gap).count;
    const list = await manager('GET', `/api/reports/patients?behind=${gap}&state=no&limit=200`);
    expect(list.body.items, gap).toHaveLength(count);
  }
  const lapsed = await manager('GET', '/api/reports/patients?behind=lapsed&state=yes&limit=200');
  expect(lapsed.status, lapsed.text).toBe(200);
  expect(lapsed.body.items).toHaveLength(
    body.gaps.find((one: { gap: string }) => one.gap === 'lapsed_courses').count,
  );
});

async function diary() {
  const reception = await clinic.as('receptionist');
  const patientId: string = (await reception('POST', '/api/patients', newPatient())).body.id;
  const stamps = { createdAt: clinic.clock.now, updatedAt: clinic.clock.now };
  const [typeId, practitionerId] = [testId(), await clinic.staffId('practitioner')];
  await clinic.db.insert(appointmentTypes).values({
    id: typeId,
    name: 'Session of tests',
    kind: 'session',
    durationMinutes: 30,
    bufferMinutes: 0,
    position: 99,
    ...stamps,
  });
  const add = async (startsAt: string, change: Partial<typeof appointments.$inferInsert>) =>
    await clinic.db.insert(appointments).values({
      id: testId(),
      patientId,
      practitionerId,
      typeId,
      status: 'done',
      note: '',
      startsAt: new Date(startsAt),
      endsAt: new Date(Date.parse(startsAt) + 1_800_000),
      ...stamps,
      ...change,
    });
  const cancelled = (isLateCancel: boolean) => ({
    status: 'cancelled' as const,
    cancelledAt: clinic.clock.now,
    cancelledBy: 'patient' as const,
    cancelReason: 'x',
    isLateCancel,
  });
  // Sunday 23:30 in Lisbon, summer time, is 22:30 UTC; half an hour later it is Monday there.
  await add('2026-05-31T22:30:00.000Z', { status: 'no_show' });
  await add('2026-05-31T23:00:00.000Z', { status: 'no_show' });
  await add('2026-06-02T09:00:00.000Z', {
    arrivedAt: new Date('2026-06-02T08:58:00.000Z'),
    treatmentStartedAt: new Date('2026-06-02T09:18:00.000Z'),
  });
  await add('2026-06-02T10:00:00.000Z', {
    arrivedAt: new Date('2026-06-02T10:00:00.000Z'),
    treatmentStartedAt: new Date('2026-06-02T10:06:00.000Z'),
  });
  await add('2026-06-03T10:00:00.000Z', cancelled(true));
  await add('2026-06-03T12:00:00.000Z', cancelled(false));
  return reception;
}

test('the desk reads no-shows, late cancellations and waiting by the clinic’s week', async () => {
  const reception = await diary();
  const { body } = await reception('GET', '/api/desk-reports?from=2026-05-25&to=2026-06-07');
  expect(body.weeks).toMatchObject([
    { monday: '2026-05-25', kept: 1, noShows: 1, waited: 0, medianWaitMinutes: null },
    {
      monday: '2026-06-01',
      kept: 4,
      noShows: 1,
      lateCancels: 1,
      cancelledInTime: 1,
      waited: 2,
      medianWaitMinutes: 13,
      longWaits: 1,
    },
  ]);
  const week = 'from=2026-06-01&to=2026-06-07';
  for (const [kind, count] of [
    ['no_show', 1],
    ['late_cancel', 1],
    ['long_wait', 1],
  ] as const) {
    const list = await reception('GET', `/api/desk-reports/appointments?${week}&kind=${kind}`);
    expect(list.body.items, kind).toHaveLength(count);
  }
  const runs = await manager('GET', `/api/reports/runs?report=no_shows&${week}`);
  expect(runs.body).toMatchObject({ count: 1, of: 4, patients: 1 });
  const late = await manager('GET', `/api/reports/runs?report=late_cancels&${week}`);
  expect(late.body).toMatchObject({ count: 1, of: 4 });
});

test('the list behind the desk’s report goes on over pages', async () => {
  const reception = await diary();
  const base = '/api/desk-reports/appointments?from=2026-05-25&to=2026-06-07&kind=no_show&limit=1';
  const first = await reception('GET', base);
  const second = await reception('GET', `${base}&cursor=${first.body.nextCursor}`);
  expect([first.body.items[0].startsAt, second.body.items[0].startsAt]).toEqual([
    '2026-05-31T23:00:00.000Z',
    '2026-05-31T22:30:00.000Z',
  ]);
  expect(second.body.nextCursor).toBeNull();
});

test('reception and nobody reach no report on outcomes', async () => {
  const paths = ['overview', 'shares?report=severity', 'curves?report=noticing', 'changes'];
  paths.push(
    'runs?report=side_effects',
    'case-mix',
    'patients?behind=row',
    'shares/export?report=harms',
  );
  for (const who of ['nobody', 'receptionist'] as const) {
    const client = await clinic.as(who);
    for (const path of paths)
      expect((await client('GET', `/api/reports/${path}`)).status, `${who} ${path}`).toBe(
        who === 'nobody' ? 401 : 403,
      );
  }
});

test('what cannot be asked is refused at its field', async () => {
  for (const [path, field] of [
    ['shares?report=prices', 'report'],
    ['curves?report=noticing&axis=days', 'axis'],
    ['changes?measure=norwood', 'measure'],
    ['runs?report=no_shows&from=2026-02-01&to=2026-01-01', 'to'],
    ['case-mix?practitionerId=x', 'practitionerId'],
    ['patients?behind=everything', 'behind'],
    ['shares?report=harms&week=12', 'week'],
  ])
    expect((await manager('GET', `/api/reports/${path}`)).body.fields[0].path).toBe(field);
});
