import { beforeEach, expect, test } from 'vitest';
import { appointments } from '#server/db/schema/appointments.ts';
import { putAppointments } from '#tests/support/availability-factories.ts';
import { type Client, openTestClinic, type TestClinic } from '#tests/support/test-clinic.ts';
import { newSession } from '#tests/support/treatment-factories.ts';
import { answerChecks, answerScreening, openCourse } from '#tests/support/treatment-steps.ts';

let clinic: TestClinic;
let doctor: Client;
let me: string;
let courseId: string;
let patientId: string;
beforeEach(async () => {
  clinic = await openTestClinic();
  doctor = await clinic.as('practitioner');
  me = await clinic.staffId('practitioner');
  ({ courseId, patientId } = await openCourse(doctor));
});

const MORNING = '2026-06-10T08:00:00.000Z';
/** An appointment of this patient in this course at a moment; the clinic's clock shows 10:30. */
async function appointmentAt(startsAt: string, change: object = {}): Promise<string> {
  const [id] = await putAppointments(clinic, [startsAt], { patientId, courseId, ...change });
  if (id === undefined) throw new Error('No appointment was put.');
  return id;
}
const begin = (body: object) => doctor('POST', '/api/sessions', body);
const statusOf = async (): Promise<string[]> =>
  (await clinic.db.select().from(appointments)).map(({ status }) => status);
const pathsOf = (body: { fields: { path: string }[] }) => body.fields.map((one) => one.path);

test('a session takes over what its appointment tells, and the appointment is in treatment', async () => {
  const appointmentId = await appointmentAt(MORNING);
  const made = await begin({ appointmentId });
  expect(made.status, made.text).toBe(201);
  expect(made.body).toMatchObject({
    appointmentId,
    courseId,
    patientId,
    sessionOn: '2026-06-10',
    performedBy: me,
    plannedMinutes: 30,
    actualMinutes: null,
  });
  const [row] = await clinic.db.select().from(appointments);
  expect(row).toMatchObject({ status: 'in_treatment', treatmentStartedAt: clinic.clock.now });
});

test('what the request names itself comes first', async () => {
  const appointmentId = await appointmentAt(MORNING);
  const other = await clinic.staffId('practitioner-two');
  const made = await begin({ appointmentId, performedBy: other, sessionOn: '2026-06-09' });
  expect(made.body).toMatchObject({ performedBy: other, sessionOn: '2026-06-09' });
});

test('an appointment has one session, until its draft is discarded', async () => {
  const appointmentId = await appointmentAt(MORNING);
  const made = await begin({ appointmentId });
  expect(pathsOf((await begin({ appointmentId })).body)).toEqual(['appointmentId']);
  const match = { 'if-match': '"1"' };
  await doctor('POST', `/api/sessions/${made.body.id}/discard`, undefined, match);
  expect((await begin({ appointmentId })).status).toBe(201);
});

test('signing makes the appointment done', async () => {
  const appointmentId = await appointmentAt(MORNING);
  const { performedBy: _, courseId: __, sessionOn: ___, ...record } = newSession(courseId, me);
  const { id } = (await begin({ appointmentId, ...record })).body;
  await answerScreening(doctor, courseId, id);
  const version = await answerChecks(doctor, id);
  const match = { 'if-match': `"${version}"` };
  const signed = await doctor('POST', `/api/sessions/${id}/sign`, { confirmedFindings: [] }, match);
  expect(signed.status, signed.text).toBe(200);
  expect(await statusOf()).toEqual(['done']);
});

test.each([
  ['cancelled', 'This appointment was cancelled.'],
  ['no_show', 'This appointment is recorded as a no-show. Undo that first.'],
] as const)('nothing begins from an appointment that is %s', async (status, message) => {
  const cancelled = {
    cancelledAt: clinic.clock.now,
    cancelledBy: 'clinic' as const,
    cancelReason: 'x',
    isLateCancel: false,
  };
  const change = status === 'cancelled' ? { status, ...cancelled } : { status };
  const refused = await begin({ appointmentId: await appointmentAt(MORNING, change) });
  expect(refused.body.fields).toEqual([{ path: 'appointmentId', message }]);
});

test('what cannot be is refused at its field, and the appointment stays as it was', async () => {
  const later = await appointmentAt('2026-06-11T08:00:00.000Z');
  expect(pathsOf((await begin({ appointmentId: later })).body)).toEqual(['appointmentId']);
  const other = await openCourse(doctor);
  const wrong = await begin({ appointmentId: later, courseId: other.courseId });
  expect(pathsOf(wrong.body)).toEqual(['courseId']);
  const without = await appointmentAt('2026-06-10T10:00:00.000Z', { courseId: null });
  expect(pathsOf((await begin({ appointmentId: without })).body)).toEqual(['courseId']);
  const notTheirs = await begin({ appointmentId: without, courseId: other.courseId });
  expect(pathsOf(notTheirs.body)).toEqual(['courseId']);
  const nobody = '0198a000-0000-7000-8000-00000000dead';
  expect(pathsOf((await begin({ appointmentId: nobody })).body)).toEqual(['appointmentId']);
  expect(await statusOf()).toEqual(['booked', 'booked']);
  const begun = await begin({ appointmentId: without, courseId });
  expect(begun.status, begun.text).toBe(201);
});
