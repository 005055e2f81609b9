import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { auditEntries } from '#server/db/schema/audit.ts';
import { staffHours, timeOff } from '#server/db/schema/availability.ts';
import { putAppointments } from '#tests/support/availability-factories.ts';
import { type Client, openTestClinic, type TestClinic } from '#tests/support/test-clinic.ts';

const DAY = [{ from: '09:00', to: '18:00' }];
const WEEK = {
  monday: DAY,
  tuesday: DAY,
  wednesday: DAY,
  thursday: DAY,
  friday: DAY,
  saturday: [],
  sunday: [],
};
const MORNINGS = { ...WEEK, wednesday: [{ from: '09:00', to: '13:00' }] };
const HOURS = '/api/availability/staff-hours';
const TIME_OFF = '/api/availability/time-off';
const CLOSURES = '/api/availability/closures';
const version = (number: number) => ({ 'if-match': `"${number}"` });

let clinic: TestClinic;
let manager: Client;
let doctor: Client;
let practitionerId: string;
beforeEach(async () => {
  clinic = await openTestClinic();
  manager = await clinic.as('manager');
  doctor = await clinic.as('practitioner');
  practitionerId = await clinic.staffId('practitioner');
});

/** The test's clock stands on Wednesday 10 June 2026, 10:30 in Lisbon. */
const away = (from: string, to: string) => ({
  practitionerId,
  startsAt: `${from}:00.000Z`,
  endsAt: `${to}:00.000Z`,
  reason: 'Congress',
});
const idsOf = (answer: { body: { displaced: { items: { id: string }[] } } }) =>
  answer.body.displaced.items.map(({ id }) => id);

test('time off names the booked appointments it displaces, and only those', async () => {
  const [before, within, over] = await putAppointments(clinic, [
    '2026-06-11T09:00:00.000Z',
    '2026-06-11T10:00:00.000Z',
    '2026-06-11T10:45:00.000Z',
  ]);
  await putAppointments(clinic, ['2026-06-11T12:00:00.000Z'], {
    status: 'cancelled',
    cancelledAt: clinic.clock.now,
    cancelledBy: 'clinic',
    cancelReason: 'x',
    isLateCancel: false,
  });
  const answer = await doctor('POST', TIME_OFF, away('2026-06-11T10:00', '2026-06-11T11:00'));
  expect(answer.status, answer.text).toBe(201);
  expect(answer.body.displaced.count).toBe(2);
  expect(idsOf(answer)).toEqual([within, over]);
  expect(answer.body.displaced.items[0]).toMatchObject({
    practitionerName: 'The practitioner',
    patient: { familyName: expect.any(String) },
    why: 'The practitioner is away then.',
  });
  expect(idsOf(answer)).not.toContain(before);
  const desk = await clinic.as('receptionist');
  const list = await desk('GET', '/api/availability/displaced');
  expect(list.body.items.map(({ id }: { id: string }) => id)).toEqual([within, over]);
});

test('what was displaced before, or booked so on purpose, is not named again', async () => {
  await putAppointments(clinic, ['2026-06-13T10:00:00.000Z']);
  await putAppointments(clinic, ['2026-06-11T10:00:00.000Z'], {
    overrideReason: 'Asked to come then.',
    overriddenBy: await clinic.staffId('manager'),
  });
  const answer = await doctor('POST', TIME_OFF, away('2026-06-11T08:00', '2026-06-14T08:00'));
  expect(answer.body.displaced).toEqual({ count: 0, items: [] });
});

test('why someone is away is told to managers and to themselves alone', async () => {
  await doctor('POST', TIME_OFF, away('2026-07-01T08:00', '2026-07-02T08:00'));
  const reasonFor = async (who: 'receptionist' | 'practitioner-two' | 'practitioner' | 'manager') =>
    (await (await clinic.as(who))('GET', TIME_OFF)).body.items[0].reason;
  expect(await reasonFor('manager')).toBe('Congress');
  expect(await reasonFor('practitioner')).toBe('Congress');
  expect(await reasonFor('practitioner-two')).toBeUndefined();
  expect(await reasonFor('receptionist')).toBeUndefined();
});

test('a practitioner changes their own hours and time off, not another’s', async () => {
  const other = await clinic.as('practitioner-two');
  const hours = { practitionerId, validFrom: null, hours: MORNINGS };
  expect((await other('POST', HOURS, hours)).body.code).toBe('not_allowed');
  const made = await doctor('POST', HOURS, hours);
  expect(made.status).toBe(201);
  const off = (await doctor('POST', TIME_OFF, away('2026-07-01T08:00', '2026-07-02T08:00'))).body;
  const rows = async () => [
    await clinic.db.select().from(staffHours),
    await clinic.db.select().from(timeOff),
  ];
  const before = await rows();
  const refused = [
    await other('PATCH', `${HOURS}/${made.body.id}`, { hours: null }, version(1)),
    await other('POST', `${HOURS}/${made.body.id}/remove`, undefined, version(1)),
    await other('POST', TIME_OFF, away('2026-07-01T08:00', '2026-07-02T08:00')),
    await other('PATCH', `${TIME_OFF}/${off.id}`, { reason: null }, version(1)),
    await other('POST', `${TIME_OFF}/${off.id}/remove`, undefined, version(1)),
  ];
  expect(refused.map(({ body }) => body.code)).toEqual(refused.map(() => 'not_allowed'));
  expect(await rows()).toEqual(before);
  const byManager = await manager('PATCH', `${HOURS}/${made.body.id}`, { hours: WEEK }, version(1));
  expect(byManager.body).toMatchObject({ version: 2, hours: WEEK });
});

test('hours begin on a day, one record per day, and displace what they leave out', async () => {
  const [, afternoon] = await putAppointments(clinic, [
    '2026-06-17T10:00:00.000Z',
    '2026-06-17T14:00:00.000Z',
  ]);
  const from = (validFrom: string | null) => ({ practitionerId, validFrom, hours: MORNINGS });
  expect(idsOf(await doctor('POST', HOURS, from('2026-06-18')))).toEqual([]);
  const again = await doctor('POST', HOURS, from('2026-06-18'));
  expect(again.body).toMatchObject({ code: 'duplicate', fields: [{ path: 'validFrom' }] });
  const made = await doctor('POST', HOURS, from('2026-06-17'));
  expect(idsOf(made)).toEqual([afternoon]);
  expect((await doctor('POST', HOURS, from(null))).status).toBe(201);
  expect((await doctor('POST', HOURS, from(null))).body.code).toBe('duplicate');
  const list = (await doctor('GET', `${HOURS}?practitionerId=${practitionerId}`)).body.items;
  expect(list.map((one: { validFrom: string | null }) => one.validFrom)).toEqual([
    null,
    '2026-06-17',
    '2026-06-18',
  ]);
  const gone = await doctor('POST', `${HOURS}/${made.body.id}/remove`, undefined, version(1));
  expect(gone.body).toMatchObject({ id: made.body.id });
  const entries = await clinic.db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.entityId, made.body.id));
  const acts = entries.filter(({ entity }) => entity === 'staff-hours').map(({ act }) => act);
  expect(acts).toEqual(['availability.create-hours', 'availability.remove-hours']);
});

test('only a practitioner has hours', async () => {
  const receptionist = await clinic.staffId('receptionist');
  await clinic.as('receptionist');
  const body = { practitionerId: receptionist, validFrom: null, hours: null };
  expect((await manager('POST', HOURS, body)).body.fields).toMatchObject([
    { path: 'practitionerId' },
  ]);
});

test('a closure displaces everyone’s appointments on its days, both ends included', async () => {
  const ids = await putAppointments(clinic, [
    '2026-06-17T10:00:00.000Z',
    '2026-06-18T10:00:00.000Z',
    '2026-06-19T10:00:00.000Z',
  ]);
  const closed = { fromDate: '2026-06-17', toDate: '2026-06-18', name: 'Works' };
  const made = await manager('POST', CLOSURES, closed);
  expect(idsOf(made)).toEqual(ids.slice(0, 2));
  expect(made.body.displaced.items[0].why).toContain('Works');
  const longer = await manager(
    'PATCH',
    `${CLOSURES}/${made.body.id}`,
    { toDate: '2026-06-19' },
    version(1),
  );
  expect(idsOf(longer)).toEqual(ids.slice(2));
  const wrong = await manager(
    'PATCH',
    `${CLOSURES}/${made.body.id}`,
    { toDate: '2026-06-16' },
    version(2),
  );
  expect(wrong.body.fields).toMatchObject([{ path: 'toDate' }]);
  await manager('POST', `${CLOSURES}/${made.body.id}/remove`, undefined, version(2));
  expect((await manager('GET', '/api/availability/displaced')).body.count).toBe(0);
});

test('lists leave out what has ended before the day asked for', async () => {
  await manager('POST', CLOSURES, { fromDate: '2026-06-01', toDate: '2026-06-09', name: 'Past' });
  await manager('POST', CLOSURES, { fromDate: '2026-06-01', toDate: '2026-06-10', name: 'Now' });
  const names = (await manager('GET', `${CLOSURES}?from=2026-06-10`)).body.items.map(
    ({ name }: { name: string }) => name,
  );
  expect(names).toEqual(['Now']);
  // Midnight in Lisbon is 23:00 UTC of the day before.
  await doctor('POST', TIME_OFF, away('2026-06-08T08:00', '2026-06-09T23:00'));
  expect((await doctor('GET', `${TIME_OFF}?from=2026-06-10`)).body.items).toEqual([]);
  expect((await doctor('GET', `${TIME_OFF}?from=2026-06-09`)).body.items).toHaveLength(1);
});

test.each([
  ['the end before the start', '2026-06-11T10:00', '2026-06-11T09:00'],
  ['no length', '2026-06-11T10:00', '2026-06-11T10:00'],
  ['more than 400 days', '2026-06-11T10:00', '2027-08-11T10:00'],
])('time off with %s is refused at its end', async (_, from, to) => {
  const refused = await doctor('POST', TIME_OFF, away(from, to));
  expect(refused.body.fields).toMatchObject([{ path: 'endsAt' }]);
});
