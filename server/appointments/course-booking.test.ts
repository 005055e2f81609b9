import { beforeEach, expect, test } from 'vitest';
import { freeSlots } from '#domain/appointments/free-slots.ts';
import { proposals } from '#domain/appointments/course-booking.ts';
import { appointments } from '#server/db/schema/appointments.ts';
import { closures } from '#server/db/schema/availability.ts';
import { type Diary, openDiary } from '#tests/support/appointment-factories.ts';
import { openTestClinic, type TestClinic, testId } from '#tests/support/test-clinic.ts';

let clinic: TestClinic;
let diary: Diary;

// The clock stands on Wednesday 10 June 2026, 10:30 in Lisbon; open 09:00–18:00 on weekdays.
beforeEach(async () => {
  clinic = await openTestClinic();
  diary = await openDiary(clinic);
});

const book = async (startsAt: string, change = {}) => {
  const made = await diary.desk('POST', '/api/appointments', diary.booking(startsAt, change));
  expect(made.status, made.text).toBe(201);
};
const free = async (query: Record<string, string>) => {
  const search = new URLSearchParams({ typeId: diary.typeId, ...query });
  const answer = await diary.desk('GET', `/api/appointments/free?${search}`);
  expect(answer.status, answer.text).toBe(200);
  return freeSlots.parse(answer.body).items;
};
const startsOf = (items: readonly { startsAt: string | null }[]) =>
  items.map(({ startsAt }) => startsAt?.slice(5, 16));

test('the first free slots begin now, in the hours, one after the other', async () => {
  const mine = { practitionerId: diary.doctorId, limit: '4' };
  expect(startsOf(await free(mine))).toEqual([
    '06-10T09:30',
    '06-10T10:00',
    '06-10T10:30',
    '06-10T11:00',
  ]);
  await book('2026-06-10T10:00:00.000Z');
  await book('2026-06-10T10:45:00.000Z');
  expect(startsOf(await free(mine))).toEqual([
    '06-10T09:30',
    '06-10T11:15',
    '06-10T11:45',
    '06-10T12:15',
  ]);
});

test('a part of the day, a length, a day to begin with; the day’s last hour is not overrun', async () => {
  const practitionerId = diary.doctorId;
  const evening = await free({ practitionerId, part: 'evening', from: '2026-06-12' });
  expect(startsOf(evening.slice(0, 3))).toEqual(['06-12T16:00', '06-12T16:30', '06-15T16:00']);
  const long = { practitionerId, durationMinutes: '480', limit: '2', from: '2026-06-11' };
  expect(startsOf(await free(long))).toEqual(['06-11T08:00', '06-12T08:00']);
});

test('any practitioner and any room: whoever is free first, in a room that is', async () => {
  await book('2026-06-11T08:00:00.000Z', { endsAt: '2026-06-11T12:00:00.000Z' });
  const [first] = await free({ from: '2026-06-11', limit: '1' });
  expect(first).toEqual({
    startsAt: '2026-06-11T08:00:00.000Z',
    endsAt: '2026-06-11T08:30:00.000Z',
    practitionerId: diary.otherDoctorId,
    roomId: diary.otherRoomId,
  });
  const sameRoom = await free({ from: '2026-06-11', limit: '1', roomId: diary.roomId });
  expect(startsOf(sameRoom)).toEqual(['06-11T12:00']);
  const samePatient = await free({ from: '2026-06-11', limit: '1', patientId: diary.patientId });
  expect(startsOf(samePatient)).toEqual(['06-11T12:00']);
});

test('suggestions keep the pause that a type asks for, before and after', async () => {
  const one = { practitionerId: diary.doctorId, from: '2026-06-11', limit: '1' };
  await book('2026-06-11T08:00:00.000Z', {
    typeId: diary.bufferedTypeId,
    endsAt: '2026-06-11T08:45:00.000Z',
  });
  expect(startsOf(await free(one))).toEqual(['06-11T09:00']);
  await book('2026-06-11T09:50:00.000Z');
  // 45 minutes and a pause of 15 do not fit before 09:50.
  const buffered = { ...one, typeId: diary.bufferedTypeId };
  expect(startsOf(await free(buffered))).toEqual(['06-11T10:20']);
});

test('closed days are skipped, over months', async () => {
  const closed = { fromDate: '2026-06-10', toDate: '2026-09-01', name: 'Rebuilding' };
  const stamps = { createdAt: clinic.clock.now, updatedAt: clinic.clock.now, id: testId() };
  await clinic.db.insert(closures).values({ ...stamps, ...closed });
  expect(startsOf(await free({ limit: '1' }))).toEqual(['09-02T08:00']);
  expect(await free({ limit: '1', to: '2026-08-31' })).toEqual([]);
});

const request = (change = {}) => ({
  patientId: diary.patientId,
  typeId: diary.typeId,
  practitionerId: diary.doctorId,
  roomId: null,
  count: 4,
  intervalDaysMin: 14,
  intervalDaysMax: 28,
  from: '2026-06-16',
  part: 'morning',
  fixed: [],
  ...change,
});
const propose = async (change = {}) => {
  const answer = await diary.desk('POST', '/api/appointments/proposals', request(change));
  expect(answer.status, answer.text).toBe(200);
  return proposals.parse(answer.body).items;
};

test('a course is proposed on one weekday and time, as soon as the interval allows', async () => {
  const items = await propose();
  expect(startsOf(items)).toEqual(['06-16T08:00', '06-30T08:00', '07-14T08:00', '07-28T08:00']);
  expect(items.map(({ intervalDays }) => intervalDays)).toEqual([null, 14, 14, 14]);
  expect(items.every(({ notes }) => notes.length === 0)).toBe(true);
  expect(await clinic.db.select().from(appointments)).toEqual([]);
});

test('where that is taken, the nearest time, else the same weekday later, else the nearest day', async () => {
  await book('2026-06-30T08:00:00.000Z', { patientId: diary.otherPatientId });
  await book('2026-07-14T08:00:00.000Z', {
    patientId: diary.otherPatientId,
    endsAt: '2026-07-14T12:00:00.000Z',
  });
  expect(startsOf(await propose())).toEqual([
    '06-16T08:00',
    '06-30T08:30',
    '07-21T08:00',
    '08-04T08:00',
  ]);
  const weekly = await propose({ intervalDaysMin: 28, intervalDaysMax: 29, count: 2 });
  expect(startsOf(weekly)).toEqual(['06-16T08:00', '07-15T08:00']);
});

test('one moved by hand stays, and the later ones follow; what is wrong with it is told', async () => {
  await book('2026-07-02T09:00:00.000Z', { patientId: diary.otherPatientId });
  const [, moved, third] = await propose({
    fixed: [{ index: 1, startsAt: '2026-07-02T09:15:00.000Z' }],
  });
  expect(moved).toMatchObject({
    isFixed: true,
    intervalDays: 16,
    notes: ['taken'],
    detail: 'The practitioner and Room 1 are taken 10:00–10:30.',
  });
  expect(third?.startsAt).toBe('2026-07-21T08:00:00.000Z');
  const [, late, after] = await propose({
    fixed: [{ index: 1, startsAt: '2026-08-15T09:00:00.000Z' }],
  });
  expect(late).toMatchObject({
    notes: ['outside_interval', 'outside_hours'],
    detail: 'The clinic is closed on Saturdays.',
  });
  expect(after?.startsAt).toBe('2026-09-01T08:00:00.000Z');
});

test('nothing free in the interval is said, and the rest stays where it would have been', async () => {
  const closed = { fromDate: '2026-06-29', toDate: '2026-07-16', name: 'Rebuilding' };
  const stamps = { createdAt: clinic.clock.now, updatedAt: clinic.clock.now, id: testId() };
  await clinic.db.insert(closures).values({ ...stamps, ...closed });
  const [, second, third] = await propose();
  expect(second).toMatchObject({ startsAt: null, roomId: null, notes: ['none_free'] });
  expect(third).toMatchObject({ startsAt: '2026-07-28T08:00:00.000Z', intervalDays: null });
});

const series = (starts: string[], change = {}) =>
  diary.desk('POST', '/api/appointments/series', {
    patientId: diary.patientId,
    typeId: diary.typeId,
    courseId: null,
    note: '',
    appointments: starts.map((startsAt) => ({
      startsAt,
      practitionerId: diary.doctorId,
      roomId: diary.roomId,
    })),
    ...change,
  });

test('what was proposed is booked in one go, all or none', async () => {
  const starts = (await propose()).map(({ startsAt }) => startsAt ?? '');
  await book(starts[2] ?? '', { patientId: diary.otherPatientId });
  const refused = await series(starts);
  expect(refused.status).toBe(409);
  expect(refused.body.detail).toBe('The practitioner and Room 1 are taken 14 July, 09:00–09:30.');
  expect(refused.body.current.conflicts[0].index).toBe(2);
  expect(await clinic.db.select().from(appointments)).toHaveLength(1);
  const booked = await series(starts.toSpliced(2, 1, '2026-07-14T08:30:00.000Z'));
  expect(booked.status, booked.text).toBe(201);
  const ids = booked.body.items.map((one: { seriesId: string }) => one.seriesId);
  expect(ids).toHaveLength(4);
  expect(new Set(ids).size).toBe(1);
});

test('a series that overlaps itself or leaves the hours books nothing', async () => {
  const overlap = await series(['2026-06-16T08:00:00.000Z', '2026-06-16T08:15:00.000Z']);
  expect(overlap.body.detail).toBe('Two of these appointments overlap each other.');
  const outside = await series(['2026-06-16T08:00:00.000Z', '2026-06-20T08:00:00.000Z']);
  expect(outside.body.fields).toEqual([
    { path: 'appointments.1.startsAt', message: 'The clinic is closed on Saturdays.' },
  ]);
  expect(await clinic.db.select().from(appointments)).toEqual([]);
});
