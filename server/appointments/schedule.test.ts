import { beforeEach, expect, test } from 'vitest';
import { schedule as scheduleSchema } from '#domain/appointments/schedule.ts';
import { clinic as clinicTable } from '#server/db/schema/clinic.ts';
import { closures, timeOff } from '#server/db/schema/availability.ts';
import { courses } from '#server/db/schema/courses.ts';
import { sessions } from '#server/db/schema/sessions.ts';
import { ALWAYS_OPEN, type Diary, openDiary } from '#tests/support/appointment-factories.ts';
import { openTestClinic, type TestClinic, testId } from '#tests/support/test-clinic.ts';
import { newCourse } from '#tests/support/treatment-factories.ts';

let clinic: TestClinic;
let diary: Diary;

beforeEach(async () => {
  clinic = await openTestClinic();
  diary = await openDiary(clinic);
});

const book = async (startsAt: string, change = {}) => {
  const made = await diary.desk('POST', '/api/appointments', diary.booking(startsAt, change));
  expect(made.status, made.text).toBe(201);
  return made.body;
};
const schedule = async (query: string, as = diary.desk) => {
  const answer = await as('GET', `/api/schedule?${query}`);
  expect(answer.status, answer.text).toBe(200);
  return scheduleSchema.parse(answer.body);
};
const openCourse = async (change = {}) =>
  (await diary.doctor('POST', '/api/courses', newCourse(diary.patientId, change))).body.id;

test('one answer holds appointments, patients, people’s open spans, rooms, types and days', async () => {
  const stamps = { createdAt: clinic.clock.now, updatedAt: clinic.clock.now };
  const { doctorId: practitionerId } = diary;
  await clinic.db.insert(timeOff).values({
    ...stamps,
    id: testId(),
    practitionerId,
    startsAt: new Date('2026-06-11T11:00:00.000Z'),
    endsAt: new Date('2026-06-11T13:00:00.000Z'),
    reason: 'A secret',
  });
  const closed = { fromDate: '2026-06-12', toDate: '2026-06-12', name: 'Inventory' };
  await clinic.db.insert(closures).values({ ...stamps, id: testId(), ...closed });
  const made = await book('2026-06-11T09:00:00.000Z');
  await book('2026-06-18T09:00:00.000Z');
  const week = await schedule('from=2026-06-11&to=2026-06-13');
  expect(week.appointments).toHaveLength(1);
  expect(week.appointments[0]).toMatchObject({
    id: made.id,
    patient: {
      familyName: 'Nunes',
      givenName: 'Beatriz',
      needsClinician: false,
      consent: null,
    },
    place: null,
  });
  expect(week.days).toMatchObject([
    { date: '2026-06-11', minutes: 1440, closure: null },
    { date: '2026-06-12', open: [], closure: 'Inventory' },
    { date: '2026-06-13', open: [], closure: null },
  ]);
  expect(week.days[0]?.open).toEqual([
    { startsAt: '2026-06-11T08:00:00.000Z', endsAt: '2026-06-11T17:00:00.000Z' },
  ]);
  expect(week.practitioners.find(({ id }) => id === practitionerId)?.open).toEqual([
    { startsAt: '2026-06-11T08:00:00.000Z', endsAt: '2026-06-11T11:00:00.000Z' },
    { startsAt: '2026-06-11T13:00:00.000Z', endsAt: '2026-06-11T17:00:00.000Z' },
  ]);
  expect(week.rooms.map(({ name }) => name)).toEqual(['Room 1', 'Room 2']);
  expect(week.types).toHaveLength(2);
  expect(JSON.stringify(week)).not.toContain('secret');
});

test('one practitioner’s schedule holds theirs alone', async () => {
  await book('2026-06-11T09:00:00.000Z');
  await book('2026-06-11T10:00:00.000Z', { practitionerId: diary.otherDoctorId });
  const one = await schedule(`from=2026-06-11&to=2026-06-11&practitionerId=${diary.doctorId}`);
  expect(one.practitioners.map(({ id }) => id)).toEqual([diary.doctorId]);
  expect(one.appointments.map(({ practitionerId }) => practitionerId)).toEqual([diary.doctorId]);
});

test('a session tells its place in the course and whether its consent is signed; no clinical word', async () => {
  const courseId = await openCourse({ complaint: 'A secret complaint', plannedSessions: 6 });
  const first = await book('2026-06-11T09:00:00.000Z', { courseId });
  const second = await book('2026-06-25T09:00:00.000Z', { courseId });
  const other = await book('2026-06-24T09:00:00.000Z', {
    courseId,
    typeId: diary.bufferedTypeId,
  });
  const cancelled = await book('2026-06-18T09:00:00.000Z', { courseId });
  const cancel = { cancelledBy: 'patient', cancelReason: 'Ill.' };
  const path = `/api/appointments/${cancelled.id}/cancel`;
  await diary.desk('POST', path, cancel, { 'if-match': '"1"' });
  const month = await schedule('from=2026-06-08&to=2026-07-05');
  const placeOf = (id: string) => month.appointments.find((one) => one.id === id)?.place;
  expect(placeOf(first.id)).toEqual({ number: 1, planned: 6 });
  expect(placeOf(second.id)).toEqual({ number: 2, planned: 6 });
  expect(placeOf(other.id)).toBeNull();
  expect(placeOf(cancelled.id)).toBeNull();
  expect(month.appointments[0]?.patient.consent).toBe('missing');
  expect(JSON.stringify(month)).not.toMatch(/secret|androgenetic|L64/);
});

test('sessions signed before count: those booked go on from them', async () => {
  const courseId = await openCourse({ plannedSessions: 6 });
  const { patientId, doctorId } = diary;
  const stamps = { createdAt: clinic.clock.now, updatedAt: clinic.clock.now };
  for (const [index, sessionOn] of ['2026-05-13', '2026-05-27'].entries())
    await clinic.db.insert(sessions).values({
      ...stamps,
      id: testId(),
      courseId,
      patientId,
      sessionOn,
      number: index + 1,
      performedBy: doctorId,
      usedIngredients: [],
      notes: '',
      status: 'signed',
      signedBy: doctorId,
      signedAt: clinic.clock.now,
      confirmedFindings: [],
    });
  await clinic.db
    .update(courses)
    .set({ signedSessions: 2, firstSessionOn: '2026-05-13', lastSessionOn: '2026-05-27' });
  for (const day of ['2026-06-10', '2026-06-24']) await book(`${day}T10:00:00.000Z`, { courseId });
  const { appointments } = await schedule('from=2026-06-08&to=2026-07-05');
  expect(appointments.map(({ place }) => place)).toEqual([
    { number: 3, planned: 6 },
    { number: 4, planned: 6 },
  ]);
});

test('the days of both daylight-saving nights are as long as they are', async () => {
  await clinic.db.update(clinicTable).set({ hours: ALWAYS_OPEN });
  const days = async (from: string) => (await schedule(`from=${from}&to=${from}`)).days[0];
  expect(await days('2026-10-25')).toMatchObject({
    minutes: 25 * 60,
    startsAt: '2026-10-24T23:00:00.000Z',
    endsAt: '2026-10-26T00:00:00.000Z',
  });
  expect(await days('2027-03-28')).toMatchObject({ minutes: 23 * 60 });
});

test('on both nights each real hour is booked once, by its moment', async () => {
  await clinic.db.update(clinicTable).set({ hours: ALWAYS_OPEN });
  // Lisbon: 01:00–02:00 comes twice, as 00:00 and 01:00 in UTC.
  for (const startsAt of ['2026-10-25T00:00:00.000Z', '2026-10-25T01:00:00.000Z'])
    await book(startsAt, { endsAt: startsAt.replace(':00:00.000Z', ':59:00.000Z') });
  const both = await schedule('from=2026-10-25&to=2026-10-25');
  expect(both.appointments).toHaveLength(2);
  const again = diary.booking('2026-10-25T01:30:00.000Z', { patientId: diary.otherPatientId });
  const refused = await diary.desk('POST', '/api/appointments', again);
  expect(refused.body.detail).toMatch(/are taken 01:00–01:59\. Next free: 02:00\.$/);
  // 01:00–02:00 is skipped: what ends at 01:00 and what begins at 02:00 touch.
  await book('2027-03-28T00:00:00.000Z', { endsAt: '2027-03-28T01:00:00.000Z' });
  const spring = await book('2027-03-28T01:00:00.000Z');
  expect(spring.startsAt).toBe('2027-03-28T01:00:00.000Z');
  // Over midnight, from one open day to the next.
  await book('2027-03-28T22:30:00.000Z', { endsAt: '2027-03-28T23:30:00.000Z' });
});

test('at most six weeks at once, in order', async () => {
  for (const [query, path] of [
    ['from=2026-06-01&to=2026-07-13', 'to'],
    ['from=2026-06-02&to=2026-06-01', 'to'],
    ['from=2026-06-31&to=2026-07-01', 'from'],
  ])
    expect((await diary.desk('GET', `/api/schedule?${query}`)).body.fields[0].path).toBe(path);
  expect((await schedule('from=2026-06-01&to=2026-07-12')).days).toHaveLength(42);
});

test('a patient’s appointments are listed latest first, by page, day and status', async () => {
  const ids: string[] = [];
  for (const day of ['11', '12', '15'])
    ids.unshift((await book(`2026-06-${day}T09:00:00.000Z`)).id);
  await book('2026-06-11T10:00:00.000Z', { patientId: diary.otherPatientId });
  const list = async (query: string) =>
    (await diary.desk('GET', `/api/appointments?${query}`)).body;
  const of = `patientId=${diary.patientId}`;
  const first = await list(`${of}&limit=2`);
  const rest = await list(`${of}&limit=2&cursor=${first.nextCursor}`);
  const idsOf = (page: { items: { id: string }[] }) => page.items.map(({ id }) => id);
  expect([...idsOf(first), ...idsOf(rest)]).toEqual(ids);
  expect(idsOf(await list(`${of}&from=2026-06-12&to=2026-06-12`))).toEqual([ids[1]]);
  expect(idsOf(await list(`${of}&status=cancelled`))).toEqual([]);
  expect((await list('cursor=x')).fields[0].path).toBe('cursor');
});

test('the desk sees of a course how far it is and when it goes on, not what it is for', async () => {
  const courseId = await openCourse({ complaint: 'A secret complaint' });
  await book('2026-06-11T09:00:00.000Z', { courseId });
  const answer = await diary.desk('GET', `/api/appointments/courses?patientId=${diary.patientId}`);
  expect(answer.body.items).toEqual([
    {
      id: courseId,
      plannedSessions: 6,
      signedSessions: 0,
      bookedSessions: 1,
      intervalDaysMin: 14,
      intervalDaysMax: 28,
      lastSessionOn: null,
      due: { from: '2026-06-10', to: '2026-07-08' },
    },
  ]);
});

test('a booking names an open course of its own patient', async () => {
  const courseId = await openCourse();
  const stranger = diary.booking('2026-06-11T09:00:00.000Z', {
    courseId,
    patientId: diary.otherPatientId,
  });
  const refused = await diary.desk('POST', '/api/appointments', stranger);
  expect(refused.body.fields).toEqual([
    { path: 'courseId', message: 'This patient has no such course.' },
  ]);
  const close = { status: 'stopped', statusReason: 'moved', statusNote: null };
  await diary.doctor('POST', `/api/courses/${courseId}/close`, close, { 'if-match': '"1"' });
  const late = diary.booking('2026-06-11T09:00:00.000Z', { courseId });
  const closed = await diary.desk('POST', '/api/appointments', late);
  expect(closed.body.fields).toEqual([{ path: 'courseId', message: 'This course is closed.' }]);
});
