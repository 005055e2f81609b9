import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { DESK_TASKS_MOST, deskTasks } from '#domain/appointments/desk-tasks.ts';
import { appointments } from '#server/db/schema/appointments.ts';
import { courses } from '#server/db/schema/courses.ts';
import { patients } from '#server/db/schema/patients.ts';
import { type Diary, openDiary } from '#tests/support/appointment-factories.ts';
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
const tasks = async () => {
  const answer = await diary.desk('GET', '/api/schedule/tasks');
  expect(answer.status, answer.text).toBe(200);
  return deskTasks.parse(answer.body);
};
/** As if it had been booked for that moment. */
const putAt = async (id: string, startsAt: string) => {
  const start = new Date(startsAt);
  await clinic.db
    .update(appointments)
    .set({ startsAt: start, endsAt: new Date(start.getTime() + 1_800_000) })
    .where(eq(appointments.id, id));
};

test('visits of earlier days without an end are named until they are closed', async () => {
  const one = await book('2026-06-11T09:00:00.000Z');
  const two = await book('2026-06-11T10:00:00.000Z');
  const cancelled = await book('2026-06-11T11:00:00.000Z');
  const words = { cancelledBy: 'patient', cancelReason: 'Ill.' };
  await diary.desk('POST', `/api/appointments/${cancelled.id}/cancel`, words, {
    'if-match': '"1"',
  });
  expect((await tasks()).unclosed).toEqual({ count: 0, items: [] });
  await putAt(one.id, '2026-06-09T09:00:00.000Z');
  await putAt(two.id, '2026-06-08T09:00:00.000Z');
  await putAt(cancelled.id, '2026-06-08T11:00:00.000Z');
  const before = (await tasks()).unclosed;
  expect(before.count).toBe(2);
  expect(before.items.map(({ id }) => id)).toEqual([one.id, two.id]);
  expect(before.items[0]?.patient.familyName).toBe('Nunes');
  const close = (id: string, status: string) =>
    diary.desk('POST', `/api/appointments/${id}/step`, { status }, { 'if-match': '"1"' });
  expect((await close(one.id, 'done')).body.status).toBe('done');
  expect((await close(two.id, 'no_show')).body.status).toBe('no_show');
  expect((await tasks()).unclosed.count).toBe(0);
});

test('what was left open long ago is not asked for any more', async () => {
  const { id } = await book('2026-06-11T09:00:00.000Z');
  await putAt(id, '2026-04-12T09:00:00.000Z');
  expect((await tasks()).unclosed.count).toBe(1);
  await putAt(id, '2026-04-10T09:00:00.000Z');
  expect((await tasks()).unclosed.count).toBe(0);
});

test('a due course is named while its next session is not booked', async () => {
  const made = await diary.doctor('POST', '/api/courses', newCourse(diary.patientId));
  const courseId: string = made.body.id;
  /** The plan is a session every 14 to 28 days. */
  const after = async (lastSessionOn: string) => {
    await clinic.db
      .update(courses)
      .set({ signedSessions: 3, firstSessionOn: '2026-03-01', lastSessionOn })
      .where(eq(courses.id, courseId));
    return (await tasks()).toBook;
  };
  expect((await after('2026-05-28')).count).toBe(0);
  expect(await after('2026-05-27')).toMatchObject({
    count: 1,
    items: [
      {
        courseId,
        place: { number: 4, planned: 6 },
        due: { from: '2026-06-10', to: '2026-06-24' },
      },
    ],
  });
  // Overdue for six weeks is still to book; a day more is a lapsed course.
  expect((await after('2026-04-01')).count).toBe(1);
  expect((await after('2026-03-31')).count).toBe(0);
  await after('2026-05-20');
  const visit = await book('2026-06-12T09:00:00.000Z', {
    courseId,
    typeId: diary.typeId,
  });
  expect((await tasks()).toBook.count).toBe(0);
  const [shown] = (await diary.desk('GET', '/api/schedule?from=2026-06-12&to=2026-06-12')).body
    .appointments;
  expect(shown.due).toEqual({ from: '2026-06-03', to: '2026-06-17' });
  await diary.desk(
    'POST',
    `/api/appointments/${visit.id}/cancel`,
    { cancelledBy: 'patient', cancelReason: 'Ill.' },
    { 'if-match': '"1"' },
  );
  expect((await tasks()).toBook.count).toBe(1);
  await clinic.db
    .update(patients)
    .set({ isArchived: true })
    .where(eq(patients.id, diary.patientId));
  expect((await tasks()).toBook.count).toBe(0);
});

test('only the first are named, and all are counted', async () => {
  const { id } = await book('2026-06-11T09:00:00.000Z');
  await putAt(id, '2026-06-09T00:00:00.000Z');
  const [row] = await clinic.db.select().from(appointments).where(eq(appointments.id, id));
  if (!row) throw new Error('not booked');
  await clinic.db.insert(appointments).values(
    Array.from({ length: DESK_TASKS_MOST }, (_, index) => {
      const startsAt = new Date(row.startsAt.getTime() + (index + 1) * 1_800_000);
      return { ...row, id: testId(), startsAt, endsAt: new Date(startsAt.getTime() + 1_800_000) };
    }),
  );
  const { unclosed } = await tasks();
  expect(unclosed.count).toBe(DESK_TASKS_MOST + 1);
  expect(unclosed.items).toHaveLength(DESK_TASKS_MOST);
});
