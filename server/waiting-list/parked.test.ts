import { beforeEach, expect, test } from 'vitest';
import { type Diary, openDiary } from '#tests/support/appointment-factories.ts';
import { openTestClinic, type TestClinic } from '#tests/support/test-clinic.ts';

let clinic: TestClinic;
let diary: Diary;

// The clock stands on Wednesday 10 June 2026, 10:30 in Lisbon, which is an hour ahead of UTC.
beforeEach(async () => {
  clinic = await openTestClinic();
  diary = await openDiary(clinic);
});

const at = (version: number) => ({ 'if-match': `"${version}"` });
const FROM = '2026-06-12T09:00:00.000Z';
const LATER = '2026-06-16T13:00:00.000Z';

const book = async (startsAt = FROM, change = {}) => {
  const made = await diary.desk('POST', '/api/appointments', diary.booking(startsAt, change));
  expect(made.status, made.text).toBe(201);
  return made.body;
};
const park = (...list: { id: string; version: number }[]) =>
  diary.desk('POST', '/api/waiting-list/park', {
    appointments: list.map(({ id, version }) => ({ id, version })),
  });
const step = (id: string, version: number, verb: string, body?: unknown) =>
  diary.desk('POST', `/api/waiting-list/${id}/${verb}`, body, at(version));
const visit = async (id: string) => (await diary.desk('GET', `/api/appointments/${id}`)).body;
const open = async () => (await diary.desk('GET', '/api/waiting-list?parked=yes')).body.items;
const place = (startsAt: string) => ({
  startsAt,
  practitionerId: diary.otherDoctorId,
  roomId: diary.otherRoomId,
});

test('a parked appointment leaves its slot and keeps all else', async () => {
  const one = await book(FROM, { note: 'Brings her sister.', endsAt: '2026-06-12T09:50:00.000Z' });
  const parked = await park(one);
  expect(parked.status, parked.text).toBe(201);
  expect(parked.body.items[0].entry).toMatchObject({
    parkedId: one.id,
    parkedFrom: { startsAt: FROM, endsAt: one.endsAt },
    practitionerId: diary.doctorId,
    note: 'Brings her sister.',
    status: 'waiting',
  });
  expect(await visit(one.id)).toMatchObject({
    status: 'cancelled',
    cancelledBy: 'clinic',
    isLateCancel: false,
  });
  await book(FROM, { patientId: diary.otherPatientId });
});

test('placing it gives the same appointment its new time, as long as it was; undo parks it again', async () => {
  const one = await book(FROM, { endsAt: '2026-06-12T09:50:00.000Z' });
  const [{ entry }] = (await park(one)).body.items;
  const placed = await step(entry.id, 1, 'book', place(LATER));
  expect(placed.status, placed.text).toBe(200);
  expect(placed.body.appointment).toMatchObject({
    id: one.id,
    startsAt: LATER,
    endsAt: '2026-06-16T13:50:00.000Z',
    practitionerId: diary.otherDoctorId,
    status: 'booked',
    cancelledAt: null,
    cancelReason: null,
  });
  const back = await step(entry.id, 2, 'unbook');
  expect(back.body.entry).toMatchObject({ status: 'waiting', bookedId: null });
  expect(await visit(one.id)).toMatchObject({ status: 'cancelled', startsAt: FROM });
});

test('undoing the parking puts it back where it stood, confirmed as it was, and closes its entry', async () => {
  const one = await book();
  const path = `/api/appointments/${one.id}`;
  await diary.desk('POST', `${path}/step`, { status: 'confirmed' }, at(1));
  expect((await park({ id: one.id, version: 2 })).status).toBe(201);
  const back = await diary.desk('POST', `${path}/undo`, undefined, at(3));
  expect(back.body).toMatchObject({ status: 'confirmed', startsAt: FROM });
  expect(await open()).toEqual([]);
});

test('withdrawing it cancels the appointment for good, with its reason; undo parks it again', async () => {
  const one = await book();
  const [{ entry }] = (await park(one)).body.items;
  const silent = await step(entry.id, 1, 'withdraw', { cancelledBy: 'patient', reason: null });
  expect(silent.body.fields).toEqual([{ path: 'reason', message: 'Say why.' }]);
  const why = { cancelledBy: 'patient', reason: 'Moved to Porto.' };
  expect((await step(entry.id, 1, 'withdraw', why)).body.status).toBe('withdrawn');
  expect(await visit(one.id)).toMatchObject({
    cancelledBy: 'patient',
    cancelReason: 'Moved to Porto.',
  });
  expect((await step(entry.id, 2, 'restore')).body.status).toBe('waiting');
  expect((await visit(one.id)).cancelledBy).toBe('clinic');
});

test('what was withdrawn, brought back and parked anew waits once', async () => {
  const one = await book();
  const [{ entry }] = (await park(one)).body.items;
  await step(entry.id, 1, 'withdraw', { cancelledBy: 'clinic', reason: 'Double.' });
  const path = `/api/appointments/${one.id}`;
  const { version } = await visit(one.id);
  const back = await diary.desk('POST', `${path}/undo`, undefined, at(version));
  expect((await park(back.body)).status).toBe(201);
  expect((await step(entry.id, 2, 'restore')).status).toBe(409);
  expect(await open()).toHaveLength(1);
});

test('several are parked together or not at all', async () => {
  const [one, other] = [await book(), await book('2026-06-12T10:00:00.000Z')];
  const refused = await park(one, { id: other.id, version: 7 });
  expect(refused.status).toBe(412);
  expect((await visit(one.id)).status).toBe('booked');
  expect(await open()).toEqual([]);
  expect((await park(one, other)).body.items).toHaveLength(2);
  expect(await open()).toHaveLength(2);
});

test('who is here or was treated is not parked, nor the same one twice', async () => {
  const today = await book('2026-06-10T10:15:00.000Z');
  await diary.desk('POST', `/api/appointments/${today.id}/step`, { status: 'arrived' }, at(1));
  const refused = await park({ id: today.id, version: 2 });
  expect(refused.body.detail).toBe('This appointment is arrived and cannot be parked.');
  const one = await book();
  await park(one);
  expect((await park({ id: one.id, version: 2 })).status).toBe(409);
});

test('a parked appointment does not fit the gap it was taken from', async () => {
  const one = await book();
  await park(one);
  const gap = `practitionerId=${diary.doctorId}&startsAt=${FROM}&endsAt=${one.endsAt}`;
  expect((await diary.desk('GET', `/api/waiting-list/matches?${gap}`)).body.items).toEqual([]);
});
