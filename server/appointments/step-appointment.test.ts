import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { auditEntries } from '#server/db/schema/audit.ts';
import { staff } from '#server/db/schema/staff.ts';
import { type Diary, openDiary } from '#tests/support/appointment-factories.ts';
import { openTestClinic, type TestClinic } from '#tests/support/test-clinic.ts';

let clinic: TestClinic;
let diary: Diary;

beforeEach(async () => {
  clinic = await openTestClinic();
  diary = await openDiary(clinic);
});

const TODAY = '2026-06-10T10:00:00.000Z';
const book = async (startsAt: string, change = {}) =>
  (await diary.desk('POST', '/api/appointments', diary.booking(startsAt, change))).body;
const act = (id: string, verb: string, version: number, body?: object) =>
  diary.desk('POST', `/api/appointments/${id}/${verb}`, body, { 'if-match': `"${version}"` });
const step = (id: string, status: string, version: number) => act(id, 'step', version, { status });
const cancel = (id: string, version: number, cancelledBy = 'patient') =>
  act(id, 'cancel', version, { cancelledBy, cancelReason: 'Ill.' });

test('the usual way, each step with its moment and its own act', async () => {
  const { id } = await book(TODAY);
  const steps = ['confirmed', 'arrived', 'in_treatment', 'done'];
  let last;
  for (const [index, status] of steps.entries()) {
    clinic.clock.now = new Date(Date.parse(TODAY) + index * 60_000);
    last = await step(id, status, index + 1);
    expect(last.status, last.text).toBe(200);
  }
  expect(last?.body).toMatchObject({
    status: 'done',
    confirmedAt: '2026-06-10T10:00:00.000Z',
    arrivedAt: '2026-06-10T10:01:00.000Z',
    treatmentStartedAt: '2026-06-10T10:02:00.000Z',
    doneAt: '2026-06-10T10:03:00.000Z',
    version: 5,
  });
  const acts = (await clinic.db.select().from(auditEntries)).map((entry) => entry.act).slice(-4);
  expect(acts).toEqual([
    'appointments.confirm',
    'appointments.arrive',
    'appointments.start',
    'appointments.finish',
  ]);
});

test('steps that do not follow, or come too early, are refused and say why', async () => {
  const { id } = await book(TODAY);
  expect((await step(id, 'done', 1)).body.detail).toBe('Say first that the patient has arrived.');
  expect((await step(id, 'no_show', 1)).body.detail).toBe('This appointment has not begun yet.');
  const tomorrow = (await book('2026-06-11T10:00:00.000Z')).id;
  expect((await step(tomorrow, 'arrived', 1)).body.detail).toBe(
    'This appointment is on a later day.',
  );
  expect((await act(id, 'undo', 1)).body.detail).toBe('Nothing has happened yet to undo.');
  expect((await step(id, 'confirmed', 7)).status).toBe(412);
  await step(id, 'arrived', 1);
  await step(id, 'in_treatment', 2);
  expect((await cancel(id, 3)).body.detail).toBe(
    'This appointment is in treatment and can no longer be cancelled.',
  );
});

test('undo goes back step by step', async () => {
  const { id } = await book(TODAY);
  await step(id, 'arrived', 1);
  await step(id, 'done', 2);
  expect((await act(id, 'undo', 3)).body).toMatchObject({ status: 'arrived', doneAt: null });
  expect((await act(id, 'undo', 4)).body).toMatchObject({ status: 'booked', arrivedAt: null });
});

test('a cancellation tells by whom, why and whether it was late, and frees the slot', async () => {
  const early = await book('2026-06-11T09:30:00.000Z');
  expect((await cancel(early.id, 1, 'clinic')).body).toMatchObject({
    status: 'cancelled',
    cancelledBy: 'clinic',
    cancelReason: 'Ill.',
    isLateCancel: false,
    cancelledAt: '2026-06-10T09:30:00.000Z',
  });
  const again = await book('2026-06-11T09:30:00.000Z');
  clinic.clock.now = new Date('2026-06-10T09:31:00.000Z');
  expect((await cancel(again.id, 1)).body.isLateCancel).toBe(true);
});

test('a cancelled one comes back while its slot is free, and says who has it when it is not', async () => {
  const { id } = await book('2026-06-11T10:00:00.000Z');
  await cancel(id, 1);
  const back = await act(id, 'undo', 2);
  expect(back.body).toMatchObject({ status: 'booked', cancelledAt: null, isLateCancel: null });
  await cancel(id, 3);
  await book('2026-06-11T10:15:00.000Z', { patientId: diary.otherPatientId });
  const refused = await act(id, 'undo', 4);
  expect(refused.status).toBe(409);
  expect(refused.body.detail).toMatch(/^The practitioner and Room 1 are taken 11:15–11:45\./);
});

test('a cancelled one does not come back into a closure, or to someone who has left', async () => {
  const { id } = await book('2026-06-11T10:00:00.000Z');
  await cancel(id, 1);
  const day = { name: 'Stocktaking', fromDate: '2026-06-11', toDate: '2026-06-11' };
  const closure = await diary.manager('POST', '/api/availability/closures', day);
  expect(closure.status, closure.text).toBe(201);
  const refused = await act(id, 'undo', 2);
  expect(refused.status).toBe(409);
  expect(refused.body.detail).toMatch(/^The clinic is closed on .*\(Stocktaking\)\.$/);
  const path = `/api/availability/closures/${closure.body.id}`;
  const match = { 'if-match': '"1"' };
  expect((await diary.manager('POST', `${path}/remove`, undefined, match)).status).toBe(200);
  await clinic.db.update(staff).set({ isActive: false }).where(eq(staff.id, diary.doctorId));
  expect((await act(id, 'undo', 2)).body.detail).toBe('Choose a practitioner who works here.');
  await clinic.db.update(staff).set({ isActive: true }).where(eq(staff.id, diary.doctorId));
  expect((await act(id, 'undo', 2)).body.status).toBe('booked');
});

test('nobody came: the slot is free, and undoing takes it again', async () => {
  const { id } = await book(TODAY);
  clinic.clock.now = new Date('2026-06-10T10:20:00.000Z');
  expect((await step(id, 'no_show', 1)).body.status).toBe('no_show');
  const walkIn = await book(TODAY, { patientId: diary.otherPatientId });
  expect(walkIn.status).toBe('booked');
  expect((await act(id, 'undo', 2)).status).toBe(409);
  await cancel(walkIn.id, 1, 'clinic');
  expect((await act(id, 'undo', 2)).body.status).toBe('booked');
});

test('managers change no status', async () => {
  const { id } = await book(TODAY);
  for (const [verb, body] of [
    ['step', { status: 'confirmed' }],
    ['cancel', { cancelledBy: 'clinic', cancelReason: 'x' }],
    ['undo', undefined],
  ] as const) {
    const path = `/api/appointments/${id}/${verb}`;
    expect((await diary.manager('POST', path, body, { 'if-match': '"1"' })).status).toBe(403);
  }
  expect((await diary.doctor('GET', `/api/appointments/${id}`)).body.version).toBe(1);
});
