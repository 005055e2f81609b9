import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { appointments } from '#server/db/schema/appointments.ts';
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

const NINE = '2026-06-11T08:00:00.000Z';
const at = (time: string, day = '2026-06-11') => `${day}T${time}:00.000Z`;
const booked = async (startsAt: string, change = {}) => {
  const made = await diary.desk('POST', '/api/appointments', diary.booking(startsAt, change));
  expect(made.status, made.text).toBe(201);
  return made.body;
};
const patch = (id: string, change: object, version = 1, as = diary.desk) =>
  as('PATCH', `/api/appointments/${id}`, change, { 'if-match': `"${version}"` });
const moveAll = (moves: object[]) => diary.desk('POST', '/api/appointments/moves', { moves });

test('a start alone moves at the same length; an end alone makes longer or shorter', async () => {
  const { id } = await booked(NINE);
  const moved = await patch(id, { startsAt: at('10:00'), roomId: diary.otherRoomId });
  expect(moved.body).toMatchObject({
    startsAt: at('10:00'),
    endsAt: at('10:30'),
    roomId: diary.otherRoomId,
    version: 2,
  });
  const longer = await patch(id, { endsAt: at('11:30') }, 2);
  expect(longer.body).toMatchObject({ startsAt: at('10:00'), endsAt: at('11:30'), version: 3 });
  const entry = (await clinic.db.select().from(auditEntries)).at(-1);
  expect(entry?.changedFields.toSorted()).toEqual(['endsAt', 'version']);
  const turned = await patch(id, { endsAt: at('09:30') }, 3);
  expect(turned.body.fields[0]).toEqual({
    path: 'endsAt',
    message: 'The end comes after the start.',
  });
});

test('a move to a taken slot changes nothing; its own slot is not in its way', async () => {
  await booked(NINE);
  const { id } = await booked(at('09:00'), { patientId: diary.otherPatientId });
  const refused = await patch(id, { startsAt: at('08:15') });
  expect(refused.status).toBe(409);
  expect(refused.body.detail).toBe(
    'The practitioner and Room 1 are taken 09:00–09:30. Next free: 09:30.',
  );
  expect((await diary.desk('GET', `/api/appointments/${id}`)).body.version).toBe(1);
  expect((await patch(id, { startsAt: at('08:45') })).status).toBe(200);
  expect((await patch(id, { startsAt: at('06:00') }, 2)).body.fields[0].path).toBe('startsAt');
});

test('who has left is booked at no other time, but what was theirs can go to a colleague', async () => {
  const { id } = await booked(NINE);
  await clinic.db.update(staff).set({ isActive: false }).where(eq(staff.id, diary.doctorId));
  const refused = await patch(id, { startsAt: at('10:00') });
  expect(refused.body.fields).toEqual([
    { path: 'practitionerId', message: 'Choose a practitioner who works here.' },
  ]);
  expect((await patch(id, { practitionerId: diary.otherDoctorId })).status).toBe(200);
});

test('a stale move is answered with the appointment as it stands', async () => {
  const { id } = await booked(NINE);
  await patch(id, { note: 'First' });
  const stale = await patch(id, { startsAt: at('10:00') });
  expect(stale.status).toBe(412);
  expect(stale.body.current).toMatchObject({ note: 'First', version: 2, startsAt: NINE });
});

test('several move at once through each other’s places, or none does', async () => {
  const one = await booked(NINE);
  const two = await booked(at('08:30'), { patientId: diary.otherPatientId });
  const three = await booked(at('09:00'));
  const swapped = await moveAll([
    { id: one.id, version: 1, startsAt: two.startsAt },
    { id: two.id, version: 1, startsAt: one.startsAt },
  ]);
  expect(swapped.status, swapped.text).toBe(200);
  expect(swapped.body.items.map((item: { startsAt: string }) => item.startsAt)).toEqual([
    at('08:30'),
    at('08:00'),
  ]);
  // Running late: the rest is pushed.
  const pushed = await moveAll([
    { id: one.id, version: 2, startsAt: at('08:45') },
    { id: three.id, version: 1, startsAt: at('09:15') },
  ]);
  expect(pushed.status, pushed.text).toBe(200);
  const before = await clinic.db.select().from(appointments);
  for (const [refused, status] of [
    [
      [
        { id: two.id, version: 2, startsAt: at('10:00') },
        { id: one.id, version: 2, startsAt: at('11:00') },
      ],
      412,
    ],
    [
      [
        { id: two.id, version: 2, startsAt: at('10:00') },
        { id: one.id, version: 3, startsAt: at('10:00') },
      ],
      409,
    ],
    [
      [
        { id: two.id, version: 2, startsAt: at('09:15') },
        { id: one.id, version: 3, startsAt: at('11:00') },
      ],
      409,
    ],
    [
      [
        { id: two.id, version: 2, startsAt: at('10:00') },
        { id: two.id, version: 2, startsAt: at('11:00') },
      ],
      422,
    ],
  ] as const)
    expect((await moveAll([...refused])).status).toBe(status);
  const outside = await moveAll([
    { id: two.id, version: 2, startsAt: at('10:00') },
    { id: one.id, version: 3, startsAt: at('20:00') },
  ]);
  expect(outside.body.fields[0].path).toBe('moves.1.startsAt');
  expect(await clinic.db.select().from(appointments)).toEqual(before);
});

test('one may not grow into the place that another shrinks to', async () => {
  const one = await booked(NINE);
  const two = await booked(at('08:30'), { patientId: diary.otherPatientId });
  const both = await moveAll([
    { id: one.id, version: 1, startsAt: NINE, endsAt: at('08:50') },
    { id: two.id, version: 1, startsAt: at('08:45'), endsAt: at('09:00') },
  ]);
  expect(both.status).toBe(409);
  const fits = await moveAll([
    { id: one.id, version: 1, startsAt: NINE, endsAt: at('08:45') },
    { id: two.id, version: 1, startsAt: at('08:45'), endsAt: at('09:00') },
  ]);
  expect(fits.status, fits.text).toBe(200);
});

test('a manager moves over a conflict; shorter it stays allowed, elsewhere it is usual again', async () => {
  await booked(NINE);
  const { id } = await booked(at('10:00'), { patientId: diary.otherPatientId });
  const change = { startsAt: at('08:15'), overrideReason: 'Both agreed.' };
  const override = (body: object, as = diary.manager) =>
    as('POST', `/api/appointments/${id}/override-move`, body, { 'if-match': '"1"' });
  expect((await override(change, diary.desk)).status).toBe(403);
  const over = await override(change);
  expect(over.body).toMatchObject({ startsAt: at('08:15'), overrideReason: 'Both agreed.' });
  const shorter = await patch(id, { endsAt: at('08:30') }, 2);
  expect(shorter.body).toMatchObject({ endsAt: at('08:30'), overrideReason: 'Both agreed.' });
  expect((await patch(id, { endsAt: at('09:30') }, 3)).status).toBe(409);
  const back = await patch(id, { startsAt: at('11:00') }, 3);
  expect(back.body).toMatchObject({ overrideReason: null, overriddenBy: null, version: 4 });
});

test('what is done stays where it is, but its note can be changed', async () => {
  const { id } = await booked('2026-06-10T08:00:00.000Z');
  const step = (status: string, version: number) =>
    diary.desk('POST', `/api/appointments/${id}/step`, { status }, { 'if-match': `"${version}"` });
  await step('arrived', 1);
  await step('done', 2);
  expect((await patch(id, { startsAt: at('09:00') }, 3)).body.detail).toBe(
    'This appointment is done and stays where it is.',
  );
  expect((await patch(id, { note: 'Left an umbrella.' }, 3)).body.note).toBe('Left an umbrella.');
});

test('who is here is moved within the day, not to another', async () => {
  const { id } = await booked('2026-06-10T10:00:00.000Z');
  const arrived = { status: 'arrived' };
  await diary.desk('POST', `/api/appointments/${id}/step`, arrived, { 'if-match': '"1"' });
  const tomorrow = await patch(id, { startsAt: at('10:00') }, 2);
  expect(tomorrow.status).toBe(409);
  expect(tomorrow.body.detail).toMatch(/^The patient is here\./);
  expect((await patch(id, { startsAt: at('11:00', '2026-06-10') }, 2)).status).toBe(200);
});

test('managers and people who are not signed in move nothing', async () => {
  const { id } = await booked(NINE);
  const before = await clinic.db.select().from(appointments);
  const nobody = await clinic.as('nobody');
  expect((await patch(id, { startsAt: at('10:00') }, 1, diary.manager)).status).toBe(403);
  expect((await patch(id, { startsAt: at('10:00') }, 1, nobody)).status).toBe(401);
  expect((await diary.desk('PATCH', `/api/appointments/${id}`, { note: 'x' })).status).toBe(428);
  expect(await clinic.db.select().from(appointments)).toEqual(before);
});

test('a day that runs late is pushed as far as the delay reaches, all of it or none', async () => {
  const day = [at('09:00'), at('09:30'), at('11:00'), at('16:30')];
  for (const [index, startsAt] of day.entries())
    await booked(startsAt, index % 2 === 0 ? {} : { patientId: diary.otherPatientId });
  const push = (from: string, minutes: number, as = diary.desk) =>
    as('POST', '/api/appointments/push', { practitionerId: diary.doctorId, from, minutes });
  const pushed = await push(at('08:45'), 20);
  expect(pushed.status, pushed.text).toBe(200);
  expect(pushed.body.items.map((one: { startsAt: string }) => one.startsAt)).toEqual([
    at('09:20'),
    at('09:50'),
  ]);
  const late = await push(at('16:00'), 15);
  expect(late.body.fields).toEqual([
    {
      path: 'minutes',
      message: 'The day has no room for that delay. The practitioner works 09:00–18:00 on 11 June.',
    },
  ]);
  await booked(at('11:35'), {
    practitionerId: diary.otherDoctorId,
    roomId: diary.otherRoomId,
  });
  // The third patient is elsewhere by then.
  expect((await push(at('11:00'), 20)).status).toBe(409);
  expect((await push(at('11:00'), 5)).status).toBe(200);
  expect((await push(at('17:00'), 20)).body).toEqual({ items: [] });
  expect((await push(at('08:45'), 20, diary.manager)).status).toBe(403);
});
