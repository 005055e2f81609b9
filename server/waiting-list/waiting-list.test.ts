import { beforeEach, expect, test } from 'vitest';
import type { WaitingCreate } from '#domain/waiting-list/waiting-entry.ts';
import { appointments } from '#server/db/schema/appointments.ts';
import { auditEntries } from '#server/db/schema/audit.ts';
import { addPatient, type Diary, openDiary } from '#tests/support/appointment-factories.ts';
import { openTestClinic, type TestClinic } from '#tests/support/test-clinic.ts';

let clinic: TestClinic;
let diary: Diary;

// The clock stands on Wednesday 10 June 2026, 10:30 in Lisbon, which is an hour ahead of UTC.
beforeEach(async () => {
  clinic = await openTestClinic();
  diary = await openDiary(clinic);
});

const wish = (change: Partial<WaitingCreate> = {}): WaitingCreate => ({
  patientId: diary.patientId,
  typeId: diary.typeId,
  courseId: null,
  practitionerId: null,
  fromDay: '2026-06-10',
  toDay: null,
  weekdays: [],
  part: 'any',
  urgency: 'normal',
  note: '',
  ...change,
});
const add = async (change: Partial<WaitingCreate> = {}) => {
  const made = await diary.desk('POST', '/api/waiting-list', wish(change));
  expect(made.status, made.text).toBe(201);
  return made.body;
};
const at = (version: number) => ({ 'if-match': `"${version}"` });
const step = (id: string, version: number, verb: string, body?: unknown) =>
  diary.desk('POST', `/api/waiting-list/${id}/${verb}`, body, at(version));
const gap = (startsAt: string, endsAt: string) =>
  `/api/waiting-list/matches?practitionerId=${diary.doctorId}&roomId=${diary.roomId}&startsAt=${startsAt}&endsAt=${endsAt}`;
const matches = async (startsAt: string, endsAt: string): Promise<string[]> => {
  const answer = await diary.desk('GET', gap(startsAt, endsAt));
  expect(answer.status, answer.text).toBe(200);
  return answer.body.items.map(
    ({ entry, slot }: { entry: { patient: { familyName: string } }; slot: { startsAt: string } }) =>
      `${entry.patient.familyName} ${slot.startsAt.slice(11, 16)}`,
  );
};
const slot = (startsAt: string) => ({
  startsAt,
  practitionerId: diary.doctorId,
  roomId: diary.roomId,
});
const held = async () =>
  (await clinic.db.select().from(appointments)).filter(({ status }) => status !== 'cancelled');

// Friday 12 June, 10:00 to 10:30 in Lisbon.
const [FROM, TO] = ['2026-06-12T09:00:00.000Z', '2026-06-12T09:30:00.000Z'];

test('the list holds the urgent first, then who has waited longest, a page at a time', async () => {
  await add();
  clinic.clock.now = new Date(clinic.clock.now.getTime() + 60_000);
  await add({ patientId: diary.otherPatientId });
  clinic.clock.now = new Date(clinic.clock.now.getTime() + 60_000);
  await add({ patientId: await addPatient(diary.desk, 'Prado'), urgency: 'urgent' });
  const names: string[] = [];
  let cursor = '';
  do {
    const page = await diary.manager('GET', `/api/waiting-list?limit=1${cursor}`);
    expect(page.body.total).toBe(3);
    names.push(page.body.items[0].patient.familyName);
    cursor = page.body.nextCursor === null ? '' : `&cursor=${page.body.nextCursor}`;
  } while (cursor !== '');
  expect(names).toEqual(['Prado', 'Nunes', 'Sá Pereira']);
  expect((await diary.desk('GET', '/api/waiting-list?urgency=urgent')).body.items).toHaveLength(1);
  expect((await diary.desk('GET', '/api/waiting-list?cursor=bm8')).status).toBe(422);
});

test('what does not fit together is refused at its field', async () => {
  const refused = async (change: Partial<WaitingCreate>) =>
    (await diary.desk('POST', '/api/waiting-list', wish(change))).body.fields?.[0].path;
  expect(await refused({ toDay: '2026-06-09' })).toBe('toDay');
  expect(await refused({ weekdays: ['monday', 'monday'] })).toBe('weekdays');
  expect(await refused({ practitionerId: diary.patientId })).toBe('practitionerId');
  expect(await refused({ patientId: diary.doctorId })).toBe('patientId');
  const { id } = await add({ toDay: '2026-06-20' });
  const change = { fromDay: '2026-06-21' };
  const late = await diary.desk('PATCH', `/api/waiting-list/${id}`, change, at(1));
  expect(late.body.fields[0].path).toBe('toDay');
});

test('withdrawing and offering can be undone; what is over is not changed', async () => {
  const { id } = await add();
  expect((await step(id, 1, 'offer')).body).toMatchObject({ status: 'offered' });
  expect((await step(id, 2, 'restore')).body.status).toBe('waiting');
  const gone = await step(id, 3, 'withdraw', { cancelledBy: 'patient', reason: null });
  expect(gone.body).toMatchObject({ status: 'withdrawn', statusBy: 'The receptionist' });
  expect((await step(id, 4, 'offer')).status).toBe(409);
  expect((await step(id, 3, 'restore')).status).toBe(412);
  expect((await diary.desk('GET', '/api/waiting-list')).body.items).toEqual([]);
  expect((await diary.desk('GET', '/api/waiting-list?state=closed')).body.total).toBe(1);
  expect((await step(id, 4, 'restore')).body.status).toBe('waiting');
});

test('a gap is for those whose appointment and buffer go into it, the urgent first', async () => {
  await add({ urgency: 'normal' });
  await add({ patientId: diary.otherPatientId, urgency: 'urgent' });
  const consulted = await addPatient(diary.desk, 'Prado');
  await add({ patientId: consulted, typeId: diary.bufferedTypeId });
  expect(await matches(FROM, TO)).toEqual(['Sá Pereira 09:00', 'Nunes 09:00']);
  const longer = '2026-06-12T10:00:00.000Z';
  expect(await matches(FROM, longer)).toContain('Prado 09:00');
  // The next appointment begins within the buffer of 15 minutes.
  const next = diary.booking('2026-06-12T09:50:00.000Z', { patientId: diary.otherPatientId });
  expect((await diary.desk('POST', '/api/appointments', next)).status).toBe(201);
  expect(await matches(FROM, longer)).not.toContain('Prado 09:00');
});

test('days, hours, practitioner and the patient’s own appointments decide who fits', async () => {
  await add({ weekdays: ['thursday'] });
  await add({ part: 'afternoon' });
  await add({ fromDay: '2026-06-13' });
  await add({ toDay: '2026-06-11' });
  await add({ practitionerId: diary.otherDoctorId });
  expect(await matches(FROM, TO)).toEqual([]);
  await add({ weekdays: ['friday'], part: 'morning', practitionerId: diary.doctorId });
  expect(await matches(FROM, TO)).toEqual(['Nunes 09:00']);
  const elsewhere = diary.booking('2026-06-12T09:15:00.000Z', {
    practitionerId: diary.otherDoctorId,
    roomId: diary.otherRoomId,
  });
  expect((await diary.desk('POST', '/api/appointments', elsewhere)).status).toBe(201);
  expect(await matches(FROM, TO)).toEqual([]);
});

test('a gap outside the hours, taken or past is for nobody', async () => {
  await add();
  expect(await matches('2026-06-13T09:00:00.000Z', '2026-06-13T09:30:00.000Z')).toEqual([]);
  expect(await matches('2026-06-09T09:00:00.000Z', '2026-06-09T09:30:00.000Z')).toEqual([]);
  const booked = diary.booking(FROM, { patientId: diary.otherPatientId });
  expect((await diary.desk('POST', '/api/appointments', booked)).status).toBe(201);
  expect(await matches(FROM, TO)).toEqual([]);
});

test('booking from the list closes the entry in the same movement; undo gives both back', async () => {
  const { id } = await add({ note: 'Comes by bus.' });
  const booked = await step(id, 1, 'book', slot(FROM));
  expect(booked.status, booked.text).toBe(200);
  expect(booked.body.appointment).toMatchObject({ startsAt: FROM, endsAt: TO, status: 'booked' });
  expect(booked.body.appointment.note).toBe('Comes by bus.');
  expect(booked.body.entry).toMatchObject({
    status: 'booked',
    bookedId: booked.body.appointment.id,
  });
  expect((await step(id, 2, 'book', slot(FROM))).status).toBe(409);
  const back = await step(id, 2, 'unbook');
  expect(back.body.entry).toMatchObject({ status: 'waiting', bookedId: null });
  expect(await held()).toEqual([]);
  const acts = (await clinic.db.select().from(auditEntries)).slice(-2).map(({ act }) => act);
  expect(acts).toEqual(['appointments.cancel', 'waiting-list.unbook']);
});

test('a taken slot is refused with who holds it, and the entry waits on', async () => {
  const { id } = await add();
  const other = diary.booking(FROM, { patientId: diary.otherPatientId });
  expect((await diary.desk('POST', '/api/appointments', other)).status).toBe(201);
  const refused = await step(id, 1, 'book', slot(FROM));
  expect(refused.status).toBe(409);
  expect(refused.body.detail).toMatch(/^The practitioner and Room 1 are taken/);
  expect((await diary.desk('GET', `/api/waiting-list/${id}`)).body).toMatchObject({
    status: 'waiting',
    version: 1,
  });
});

test('of many who book one slot from the list at once, one does, and the others wait on', async () => {
  const ids: string[] = [];
  for (let index = 0; index < 6; index += 1) {
    const patientId = await addPatient(diary.desk, `Costa ${index}`);
    ids.push((await add({ patientId })).id);
  }
  const answers = await Promise.all(ids.map((id) => step(id, 1, 'book', slot(FROM))));
  const statuses = answers.map(({ status }) => status);
  expect(statuses.toSorted((one, other) => one - other)).toEqual([200, 409, 409, 409, 409, 409]);
  expect(await held()).toHaveLength(1);
  expect((await diary.desk('GET', '/api/waiting-list')).body.total).toBe(5);
});

test('one entry pressed twice at once is booked once', async () => {
  const { id } = await add();
  const later = '2026-06-12T10:00:00.000Z';
  const answers = await Promise.all([
    step(id, 1, 'book', slot(FROM)),
    step(id, 1, 'book', slot(later)),
  ]);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(await held()).toHaveLength(1);
});

test('a manager reads the list and changes nothing', async () => {
  const { id } = await add();
  expect((await diary.manager('GET', '/api/waiting-list')).body.total).toBe(1);
  expect((await diary.manager('GET', gap(FROM, TO))).status).toBe(200);
  const refused = await diary.manager('POST', `/api/waiting-list/${id}/offer`, undefined, at(1));
  expect(refused.status).toBe(403);
  expect((await diary.manager('POST', '/api/waiting-list', wish())).status).toBe(403);
});

test('free times are those wished for, unless the wishes are left aside', async () => {
  const { id } = await add({
    weekdays: ['thursday'],
    part: 'afternoon',
    fromDay: '2026-06-15',
    practitionerId: diary.otherDoctorId,
  });
  const times = await diary.desk('GET', `/api/waiting-list/${id}/free`);
  expect(times.body.items[0]).toMatchObject({
    startsAt: '2026-06-18T11:00:00.000Z',
    practitionerId: diary.otherDoctorId,
  });
  const any = await diary.desk('GET', `/api/waiting-list/${id}/free?wishes=left`);
  expect(any.body.items[0].startsAt).toBe('2026-06-10T09:30:00.000Z');
});
