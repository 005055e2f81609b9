import { beforeEach, expect, test } from 'vitest';
import { databaseErrorCode } from '#server/audit/transact.ts';
import { appointments } from '#server/db/schema/appointments.ts';
import { type Diary, openDiary } from '#tests/support/appointment-factories.ts';
import { openTestClinic, type TestClinic, testId } from '#tests/support/test-clinic.ts';

let clinic: TestClinic;
let diary: Diary;

beforeEach(async () => {
  clinic = await openTestClinic();
  diary = await openDiary(clinic);
});

/** Writes a row past every rule of the server; answers the database's refusal, if any. */
async function insertRow(change: Partial<typeof appointments.$inferInsert>) {
  const at = clinic.clock.now;
  const row = {
    ...diary.booking(''),
    id: testId(),
    startsAt: new Date('2026-06-11T09:00:00.000Z'),
    endsAt: new Date('2026-06-11T10:00:00.000Z'),
    status: 'booked' as const,
    createdAt: at,
    updatedAt: at,
    ...change,
  };
  try {
    await clinic.db.insert(appointments).values(row);
    return null;
  } catch (error) {
    return databaseErrorCode(error);
  }
}

test('the database itself keeps practitioner, room and patient from two places at once', async () => {
  const elsewhere = {
    practitionerId: diary.otherDoctorId,
    roomId: diary.otherRoomId,
    patientId: diary.otherPatientId,
  };
  expect(await insertRow({})).toBeNull();
  expect(await insertRow({ ...elsewhere, practitionerId: diary.doctorId })).toBe('23P01');
  expect(await insertRow({ ...elsewhere, roomId: diary.roomId })).toBe('23P01');
  expect(await insertRow({ ...elsewhere, patientId: diary.patientId })).toBe('23P01');
  expect(await insertRow(elsewhere)).toBeNull();
  const touching = { startsAt: new Date('2026-06-11T10:00:00.000Z') };
  expect(await insertRow({ ...touching, endsAt: new Date('2026-06-11T11:00:00.000Z') })).toBeNull();
  const empty = { startsAt: touching.startsAt, endsAt: touching.startsAt };
  expect(await insertRow({ ...empty, ...elsewhere })).toBe('23514');
});

test('what freed its slot, and what a manager let overlap, is in nobody’s way', async () => {
  expect(await insertRow({ status: 'no_show' })).toBeNull();
  expect(await insertRow({})).toBeNull();
  const overriddenBy = await clinic.staffId('manager');
  expect(await insertRow({ overrideReason: 'Agreed.' })).toBe('23514');
  expect(await insertRow({ overrideReason: 'Agreed.', overriddenBy })).toBeNull();
  expect(await insertRow({ status: 'cancelled' })).toBe('23514');
});

test('where only the constraint knows better, its refusal is a conflict too', async () => {
  // Longer than any appointment may be, so the look for what is in the way does not find it.
  const longer = {
    startsAt: new Date('2026-06-11T00:00:00.000Z'),
    endsAt: new Date('2026-06-11T16:00:00.000Z'),
  };
  expect(await insertRow(longer)).toBeNull();
  const refused = await diary.desk(
    'POST',
    '/api/appointments',
    diary.booking('2026-06-11T15:00:00.000Z'),
  );
  expect(refused.status).toBe(409);
  expect(refused.body.code).toBe('conflict');
  expect(refused.body.detail).toBe('This time was just taken. Next free: 17:00.');
  expect(clinic.logged.filter(({ level }) => level === 'error')).toEqual([]);
});
