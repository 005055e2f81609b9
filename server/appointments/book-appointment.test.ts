import { beforeEach, expect, test } from 'vitest';
import { takenSlots } from '#domain/appointments/slot-conflict.ts';
import { appointments } from '#server/db/schema/appointments.ts';
import { auditEntries } from '#server/db/schema/audit.ts';
import { closures, staffHours, timeOff } from '#server/db/schema/availability.ts';
import { type Diary, openDiary } from '#tests/support/appointment-factories.ts';
import { openTestClinic, type TestClinic, testId } from '#tests/support/test-clinic.ts';

let clinic: TestClinic;
let diary: Diary;

// The clock stands on Wednesday 10 June 2026, 10:30 in Lisbon, which is an hour ahead of UTC.
beforeEach(async () => {
  clinic = await openTestClinic();
  diary = await openDiary(clinic);
});

const book = (startsAt: string, change = {}) =>
  diary.desk('POST', '/api/appointments', diary.booking(startsAt, change));
const rows = () => clinic.db.select().from(appointments);
const stamps = () => ({ createdAt: clinic.clock.now, updatedAt: clinic.clock.now, id: testId() });

test('reception books; without an end it takes as long as its type', async () => {
  const made = await book('2026-06-11T13:00:00.000Z', { note: 'Brings her sister.' });
  expect(made.status, made.text).toBe(201);
  expect(made.body).toMatchObject({
    status: 'booked',
    version: 1,
    endsAt: '2026-06-11T13:30:00.000Z',
    note: 'Brings her sister.',
    overrideReason: null,
  });
  const entry = (await clinic.db.select().from(auditEntries)).at(-1);
  expect(entry).toMatchObject({ act: 'appointments.book', patientId: diary.patientId });
  const read = await diary.manager('GET', `/api/appointments/${made.body.id}`);
  expect(read.body).toEqual(made.body);
  expect(read.headers.get('etag')).toBe('"1"');
});

test('a taken slot is refused with who and what is taken, when, and when it is free again', async () => {
  const held = (await book('2026-06-11T13:00:00.000Z', { endsAt: '2026-06-11T14:30:00.000Z' }))
    .body;
  const refused = await book('2026-06-11T13:30:00.000Z', { patientId: diary.otherPatientId });
  expect(refused.status).toBe(409);
  expect(refused.body.code).toBe('conflict');
  expect(refused.body.detail).toBe(
    'The practitioner and Room 1 are taken 14:00–15:30. Next free: 15:30.',
  );
  const current = takenSlots.parse(refused.body.current);
  expect(current.nextFree).toBe('2026-06-11T14:30:00.000Z');
  expect(current.conflicts.map(({ resource, name }) => [resource, name])).toEqual([
    ['practitioner', 'The practitioner'],
    ['room', 'Room 1'],
  ]);
  expect(current.conflicts[0]).toMatchObject({ appointmentId: held.id, startsAt: held.startsAt });
  expect(refused.text).not.toContain('Nunes');
  expect(await rows()).toHaveLength(1);
});

test('a patient cannot be in two places, a room not hold two; what only touches is free', async () => {
  await book('2026-06-11T13:00:00.000Z');
  const other = { practitionerId: diary.otherDoctorId, patientId: diary.otherPatientId };
  const samePatient = await book('2026-06-11T13:15:00.000Z', {
    practitionerId: diary.otherDoctorId,
    roomId: diary.otherRoomId,
  });
  expect(samePatient.body.detail).toBe('The patient is taken 14:00–14:30. Next free: 14:30.');
  const sameRoom = await book('2026-06-11T12:45:00.000Z', other);
  expect(sameRoom.body.detail).toMatch(/^Room 1 is taken 14:00–14:30\./);
  for (const startsAt of ['2026-06-11T12:30:00.000Z', '2026-06-11T13:30:00.000Z'])
    expect((await book(startsAt)).status).toBe(201);
  const elsewhere = { ...other, roomId: null };
  expect((await book('2026-06-11T13:15:00.000Z', elsewhere)).status).toBe(201);
});

test('when the day is full, the next free time is told with its day', async () => {
  await book('2026-06-11T13:00:00.000Z', { endsAt: '2026-06-11T17:00:00.000Z' });
  const refused = await book('2026-06-11T16:45:00.000Z', { endsAt: '2026-06-11T17:00:00.000Z' });
  expect(refused.body.detail).toMatch(/Next free: 12 June, 09:00\.$/);
});

test.each([
  ['2026-06-11T07:30:00.000Z', {}, 'startsAt', 'The practitioner works 09:00–18:00 on 11 June.'],
  ['2026-06-11T16:45:00.000Z', {}, 'endsAt', 'The practitioner works 09:00–18:00 on 11 June.'],
  ['2026-06-13T10:00:00.000Z', {}, 'startsAt', 'The clinic is closed on Saturdays.'],
  ['2026-06-09T10:00:00.000Z', {}, 'startsAt', 'This day is past.'],
  ['2029-06-11T10:00:00.000Z', {}, 'startsAt', 'At most two years ahead.'],
  ['2026-06-11T10:00:30.000Z', {}, 'startsAt', 'Appointments begin and end on whole minutes.'],
  [
    '2026-06-11T10:00:00.000Z',
    { endsAt: '2026-06-11T10:00:00.000Z' },
    'endsAt',
    'The end comes after the start.',
  ],
  [
    '2026-06-11T10:00:00.000Z',
    { endsAt: '2026-06-11T19:00:00.000Z' },
    'endsAt',
    'At most 8 hours.',
  ],
  ['2026-06-11T10:00:00.000Z', { patientId: testId() }, 'patientId', 'There is no such patient.'],
  [
    '2026-06-11T10:00:00.000Z',
    { practitionerId: testId() },
    'practitionerId',
    'Choose a practitioner who works here.',
  ],
  ['2026-06-11T10:00:00.000Z', { roomId: testId() }, 'roomId', 'Choose a room of the clinic.'],
  [
    '2026-06-11T10:00:00.000Z',
    { typeId: testId() },
    'typeId',
    'There is no such type of appointment.',
  ],
  [
    '2026-06-11T10:00:00.000Z',
    { courseId: testId() },
    'courseId',
    'This patient has no such course.',
  ],
])('a booking at %s with %j is refused at %s', async (startsAt, change, path, message) => {
  const refused = await book(startsAt, change);
  expect(refused.status).toBe(422);
  expect(refused.body.fields).toEqual([{ path, message }]);
  expect(await rows()).toEqual([]);
});

test('an appointment of this morning is booked although its time has passed', async () => {
  expect((await book('2026-06-10T08:00:00.000Z')).status).toBe(201);
});

test('closures, a practitioner’s own hours and time off are kept clear, each with its reason', async () => {
  const { doctorId: practitionerId } = diary;
  await clinic.db
    .insert(closures)
    .values({ ...stamps(), fromDate: '2026-06-15', toDate: '2026-06-16', name: 'Inventory' });
  await clinic.db.insert(timeOff).values({
    ...stamps(),
    practitionerId,
    startsAt: new Date('2026-06-17T11:00:00.000Z'),
    endsAt: new Date('2026-06-17T14:00:00.000Z'),
    reason: 'A secret',
  });
  const none = { tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] };
  await clinic.db.insert(staffHours).values({
    ...stamps(),
    practitionerId,
    validFrom: '2026-06-22',
    hours: { ...none, monday: [{ from: '09:00', to: '13:00' }] },
  });
  const said = async (startsAt: string) => (await book(startsAt)).body.fields?.[0];
  expect(await said('2026-06-16T10:00:00.000Z')).toEqual({
    path: 'startsAt',
    message: 'The clinic is closed on 16 June (Inventory).',
  });
  expect(await said('2026-06-17T13:30:00.000Z')).toEqual({
    path: 'startsAt',
    message: 'The practitioner is away then.',
  });
  expect(await said('2026-06-17T10:45:00.000Z')).toEqual({
    path: 'endsAt',
    message: 'The practitioner is away then.',
  });
  expect((await said('2026-06-22T12:00:00.000Z')).message).toBe(
    'The practitioner works 09:00–13:00 on 22 June.',
  );
  expect((await said('2026-06-23T10:00:00.000Z')).message).toBe(
    'The practitioner does not work on 23 June.',
  );
  expect((await book('2026-06-17T14:00:00.000Z')).status).toBe(201);
  expect((await book('2026-06-22T11:30:00.000Z')).status).toBe(201);
});

test('a manager overrides knowingly; the override holds its slot against everyone else', async () => {
  const base = (await book('2026-06-11T13:00:00.000Z')).body;
  const over = { ...diary.booking(base.startsAt), patientId: diary.otherPatientId };
  const overrideReason = 'Her only day in town.';
  const bare = await diary.manager('POST', '/api/appointments/overrides', over);
  expect(bare.body.fields[0].path).toBe('overrideReason');
  const sent = { ...over, overrideReason };
  for (const person of [diary.desk, diary.doctor])
    expect((await person('POST', '/api/appointments/overrides', sent)).status).toBe(403);
  const made = await diary.manager('POST', '/api/appointments/overrides', sent);
  expect(made.status, made.text).toBe(201);
  expect(made.body).toMatchObject({
    overrideReason,
    overriddenBy: await clinic.staffId('manager'),
  });
  // The base one goes; the override alone still keeps others out.
  const cancel = { cancelledBy: 'patient', cancelReason: 'Ill.' };
  await diary.desk('POST', `/api/appointments/${base.id}/cancel`, cancel, { 'if-match': '"1"' });
  const third = await book(base.startsAt, { patientId: diary.patientId });
  expect(third.status).toBe(409);
  expect(third.body.current.conflicts[0].appointmentId).toBe(made.body.id);
  const night = { ...sent, startsAt: '2026-06-11T21:00:00.000Z' };
  expect((await diary.manager('POST', '/api/appointments/overrides', night)).status).toBe(201);
});

test('a repeated request books once; another body with its key is refused', async () => {
  const key = { 'idempotency-key': 'one-booking-only' };
  const sent = diary.booking('2026-06-11T13:00:00.000Z');
  const first = await diary.desk('POST', '/api/appointments', sent, key);
  const again = await diary.desk('POST', '/api/appointments', sent, key);
  expect(again.body).toEqual(first.body);
  const other = { ...sent, note: 'Another' };
  expect((await diary.desk('POST', '/api/appointments', other, key)).body.code).toBe('key_reused');
  expect(await rows()).toHaveLength(1);
});
