import { sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { NO_FLAGS_ASKED } from '#domain/phone-reports/phone-report.ts';
import { newPhoneReport } from '#tests/support/follow-up-factories.ts';
import { type Client, openTestClinic, type TestClinic } from '#tests/support/test-clinic.ts';
import { newSideEffect } from '#tests/support/treatment-factories.ts';
import { openCourse } from '#tests/support/treatment-steps.ts';

let clinic: TestClinic;
let doctor: Client;
let desk: Client;
let courseId: string;
let patientId: string;

beforeEach(async () => {
  clinic = await openTestClinic();
  doctor = await clinic.as('practitioner');
  desk = await clinic.as('receptionist');
  ({ courseId, patientId } = await openCourse(doctor));
});

const at = (version: number) => ({ 'if-match': `"${version}"` });
const file = async (redFlags = NO_FLAGS_ASKED) => {
  const body = newPhoneReport(patientId, { redFlags });
  const made = await desk('POST', '/api/phone-reports', body);
  expect(made.status, made.text).toBe(201);
  return made.body;
};

test('reception hands a call over, and reads back only that it did', async () => {
  const made = await file();
  expect(Object.keys(made).toSorted()).toEqual([
    'closedAt',
    'handedOverAt',
    'id',
    'patient',
    'takenAt',
  ]);
  const list = await desk('GET', '/api/phone-reports/handed-over');
  expect(list.body.items).toEqual([made]);
  expect(list.text).not.toContain('sore');
  expect((await desk('GET', '/api/phone-reports')).status).toBe(403);
  expect((await desk('GET', `/api/phone-reports/${made.id}`)).status).toBe(403);
  expect((await desk('GET', '/api/follow-ups?due=all')).text).not.toContain('phone_report');
});

test('what another handed over is not on one’s own list', async () => {
  await file();
  expect((await doctor('GET', '/api/phone-reports/handed-over')).body.items).toEqual([]);
});

test.each([
  ['fever', 'same_day'],
  ['suicidal_thoughts', 'now'],
  ['breathing_trouble', 'now'],
  [null, 'same_day'],
])('with %s a clinician is called: %s, at the head of the list', async (flag, urgency) => {
  await doctor('POST', '/api/side-effects', newSideEffect(courseId));
  await file(flag === null ? NO_FLAGS_ASKED : { ...NO_FLAGS_ASKED, [flag]: 'yes' });
  const { body } = await doctor('GET', '/api/follow-ups/care');
  expect(body.items[0]).toMatchObject({ rule: 'phone_report', urgency, state: 'due' });
});

test('a clinician takes it over, records the side effect and closes it with that', async () => {
  const { id } = await file();
  const path = `/api/phone-reports/${id}`;
  const taken = await doctor('POST', `${path}/take`, undefined, at(1));
  const staffId = await clinic.staffId('practitioner');
  expect(taken.body).toMatchObject({ takenBy: staffId, words: 'The crown is sore.' });
  const effect = await doctor('POST', '/api/side-effects', newSideEffect(courseId));
  const closing = { closing: 'side_effect', note: null, sideEffectId: effect.body.id };
  const closed = await doctor('POST', `${path}/close`, closing, at(2));
  expect(closed.body).toMatchObject({ closing: 'side_effect', sideEffectId: effect.body.id });
  const mine = await doctor('GET', '/api/follow-ups/care?due=closed&rule=phone_report');
  expect(mine.body.items).toMatchObject([
    { state: 'done', assignedTo: staffId, phoneReportId: id },
  ]);
  expect((await doctor('POST', `${path}/close`, closing, at(3))).status).toBe(409);
  const seen = await desk('GET', '/api/phone-reports/handed-over');
  expect(seen.body.items[0].closedAt).not.toBeNull();
});

test('closing without taking it over first takes it over', async () => {
  const { id } = await file();
  const advice = { closing: 'advice', note: 'Cool compresses.', sideEffectId: null };
  const closed = await doctor('POST', `/api/phone-reports/${id}/close`, advice, at(1));
  expect(closed.body.takenBy).toBe(await clinic.staffId('practitioner'));
});

test.each([
  [{ closing: 'advice', note: null, sideEffectId: null }, 'note'],
  [{ closing: 'side_effect', note: null, sideEffectId: null }, 'sideEffectId'],
])('closing with %j is refused at its field', async (body, path) => {
  const { id } = await file();
  const refused = await doctor('POST', `/api/phone-reports/${id}/close`, body, at(1));
  expect(refused.body.fields).toMatchObject([{ path }]);
});

test('a side effect of another patient does not close it', async () => {
  const { id } = await file();
  const other = await openCourse(doctor);
  const effect = await doctor('POST', '/api/side-effects', newSideEffect(other.courseId));
  const closing = { closing: 'side_effect', note: null, sideEffectId: effect.body.id };
  const refused = await doctor('POST', `/api/phone-reports/${id}/close`, closing, at(1));
  expect(refused.body.fields).toMatchObject([{ path: 'sideEffectId' }]);
});

test('its task is closed with the report only', async () => {
  await file();
  const [task] = (await doctor('GET', '/api/follow-ups/care')).body.items;
  const close = { status: 'cancelled', reason: 'x' };
  const refused = await doctor('POST', `/api/follow-ups/${task.id}/close`, close, at(1));
  expect(refused.status).toBe(409);
});

test('a report without words, or of nobody, is refused', async () => {
  const silent = newPhoneReport(patientId, { words: ' ' });
  const refused = await desk('POST', '/api/phone-reports', silent);
  expect(refused.body.fields).toMatchObject([{ path: 'words' }]);
  const nobody = newPhoneReport('00000000-0000-7000-8000-00000000ffff');
  const unknown = await desk('POST', '/api/phone-reports', nobody);
  expect(unknown.body.fields).toMatchObject([{ path: 'patientId' }]);
});

test('the words of a report cannot be changed by anyone', async () => {
  await file();
  const change = clinic.db.execute(sql`UPDATE phone_reports SET words = 'other'`);
  await expect(change).rejects.toThrow();
});

test('pressing twice hands it over once', async () => {
  const key = { 'idempotency-key': 'a-call-of-today' };
  const body = newPhoneReport(patientId);
  const [one, other] = [
    await desk('POST', '/api/phone-reports', body, key),
    await desk('POST', '/api/phone-reports', body, key),
  ];
  expect(other.body).toEqual(one.body);
  expect((await doctor('GET', '/api/phone-reports')).body.items).toHaveLength(1);
});

test('every clinician is told at once, and no longer once someone has it', async () => {
  const { id } = await file();
  const unread = async (as: Client) => (await as('GET', '/api/notifications')).body;
  expect(await unread(doctor)).toMatchObject({ unread: 1, items: [{ kind: 'phone_report' }] });
  const other = await clinic.as('practitioner-two');
  expect(await unread(desk)).toMatchObject({ unread: 0 });
  await doctor('POST', `/api/phone-reports/${id}/take`, undefined, at(1));
  expect(await unread(doctor)).toMatchObject({ unread: 0 });
  expect(await unread(other)).toMatchObject({ unread: 0 });
});
