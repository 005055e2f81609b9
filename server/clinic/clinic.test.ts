import { beforeEach, expect, test } from 'vitest';
import { createApp } from '#server/app.ts';
import { auditEntries } from '#server/db/schema/audit.ts';
import { openChanges } from '#server/live/changes.ts';
import { putAppointments } from '#tests/support/availability-factories.ts';
import { type Client, openTestClinic, type TestClinic } from '#tests/support/test-clinic.ts';

let clinic: TestClinic;
let manager: Client;

beforeEach(async () => {
  clinic = await openTestClinic();
  manager = await clinic.as('manager');
});

const patch = (change: object, version = 1, as = manager) =>
  as('PATCH', '/api/clinic', change, { 'if-match': `"${version}"` });

test('a manager changes the settings; the change is in the audit trail by its fields', async () => {
  const saved = await patch({ name: 'Clínica do Chiado', idleLockMinutes: 5 });
  expect(saved.status).toBe(200);
  expect(saved.body).toMatchObject({
    name: 'Clínica do Chiado',
    idleLockMinutes: 5,
    version: 2,
    country: 'PT',
  });
  const entry = (await clinic.db.select().from(auditEntries)).at(-1);
  expect(entry).toMatchObject({ act: 'clinic.update', actorId: await clinic.staffId('manager') });
  expect(entry?.changedFields.toSorted()).toEqual(['idleLockMinutes', 'name', 'version']);
});

test('what one server changes, another server on the same database knows at once', async () => {
  const beside = createApp({ ...clinic.deps, changes: openChanges() });
  const cookie = await clinic.cookieOf('manager');
  const asOf = async (): Promise<unknown> => {
    const url = 'http://clinic.test/api/reports/overview';
    const answer = await beside.fetch(new Request(url, { headers: { cookie } }));
    return (await answer.json()).asOf;
  };
  clinic.clock.now = new Date('2026-06-10T12:00:00.000Z');
  expect(await asOf()).toBe('2026-06-10');
  expect((await patch({ timeZone: 'Pacific/Kiritimati' })).status).toBe(200);
  expect(await asOf()).toBe('2026-06-11');
});

test('a change on an older version gets 412 with the settings as they stand, and changes nothing', async () => {
  await patch({ name: 'First' });
  const stale = await patch({ name: 'Second' });
  expect(stale.status).toBe(412);
  expect(stale.body).toMatchObject({ code: 'stale', current: { name: 'First', version: 2 } });
  expect((await manager('GET', '/api/clinic')).body.name).toBe('First');
});

test('two changes on one version at once: exactly one stands', async () => {
  const answers = await Promise.all([patch({ name: 'One' }), patch({ name: 'Other' })]);
  expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([200, 412]);
});

test('a change without its version is refused', async () => {
  expect((await manager('PATCH', '/api/clinic', { name: 'X' })).status).toBe(428);
});

test.each([
  [{ timeZone: 'Europe/Atlantis' }, 'timeZone'],
  [{ country: 'Portugal' }, 'country'],
  [{ idleLockMinutes: 0 }, 'idleLockMinutes'],
  [{ name: '   ' }, 'name'],
])('%j is refused at its field', async (change, path) => {
  const refused = await patch(change);
  expect(refused.status).toBe(422);
  expect(refused.body.fields[0].path).toBe(path);
});

test('opening hours are in order, without overlap, and end after they begin', async () => {
  const { hours } = (await manager('GET', '/api/clinic')).body;
  const monday = (spans: object[]) => patch({ hours: { ...hours, monday: spans } });
  for (const spans of [
    [{ from: '18:00', to: '09:00' }],
    [{ from: '9', to: '18:00' }],
    [
      { from: '09:00', to: '14:00' },
      { from: '13:00', to: '18:00' },
    ],
  ])
    expect((await monday(spans)).body.fields[0].path).toMatch(/^hours\.monday/);
  expect(
    (
      await monday([
        { from: '09:00', to: '13:00' },
        { from: '14:00', to: '18:00' },
      ])
    ).status,
  ).toBe(200);
});

test('a demo cannot be declared a clinic, nor the reverse', async () => {
  expect((await patch({ isDemo: true })).status).toBe(422);
});

test('everyone reads the settings, only managers change them', async () => {
  for (const who of ['receptionist', 'practitioner', 'prescriber'] as const) {
    const other = await clinic.as(who);
    expect((await other('GET', '/api/clinic')).status).toBe(200);
    expect((await patch({ name: 'X' }, 1, other)).status).toBe(403);
  }
  const nobody = await clinic.as('nobody');
  expect((await nobody('GET', '/api/clinic')).status).toBe(401);
});

test('a room with appointments to come stays, and how many it has is told', async () => {
  const { rooms } = (await manager('GET', '/api/clinic')).body;
  const other = { id: '0198a000-0000-7000-8000-00000000a001', name: 'Room 2' };
  await patch({ rooms: [...rooms, other] });
  const roomId = rooms[0].id;
  await putAppointments(clinic, ['2026-06-09T09:00:00.000Z'], { roomId });
  await putAppointments(clinic, ['2026-06-12T09:00:00.000Z'], { roomId, status: 'no_show' });
  expect((await patch({ rooms: [other] }, 2)).status).toBe(200);
  await patch({ rooms: [...rooms, other] }, 3);
  await putAppointments(clinic, ['2026-06-12T09:00:00.000Z', '2026-06-12T10:00:00.000Z'], {
    roomId,
  });
  const refused = await patch({ rooms: [other] }, 4);
  expect(refused.body.fields).toEqual([
    {
      path: 'rooms',
      message: 'Room 1 has 2 appointments to come. Move them to another room first.',
    },
  ]);
  expect((await patch({ rooms: [{ ...rooms[0], name: 'Blue' }, other] }, 4)).status).toBe(200);
});
