import { beforeAll, describe, expect, test } from 'vitest';
import { operationsOf, type PlacedOperation } from '#server/http/openapi.ts';
import { newPatient } from '#tests/support/factories.ts';
import { tableContents } from '#tests/support/table-contents.ts';
import { type Client, openTestClinic, type TestClinic } from '#tests/support/test-clinic.ts';
import { type Column, COLUMNS, PERMISSIONS } from './permissions-table.ts';

const NO_RECORD = '00000000-0000-7000-8000-ffffffffffff';

let clinic: TestClinic;
let operations: PlacedOperation[];
let clients: Record<Column, Client>;
let patientId: string;

beforeAll(async () => {
  clinic = await openTestClinic();
  operations = operationsOf(clinic.app);
  clients = {
    nobody: await clinic.as('nobody'),
    receptionist: await clinic.as('receptionist'),
    practitioner: await clinic.as('practitioner'),
    manager: await clinic.as('manager'),
    owner: await clinic.as('owner'),
  };
  const made = await clients.receptionist('POST', '/api/patients', newPatient());
  patientId = made.body.id;
});

/** Ends or locks the caller's own sign-in, so it comes with a person of its own. */
const ENDS_SIGN_IN = new Set([
  'signOut',
  'signOutEverywhere',
  'lockDesk',
  'changePassword',
  'startIntake',
]);

async function send(operation: PlacedOperation, client: Client) {
  const record = operation.path.startsWith('/api/patients/:id') ? patientId : NO_RECORD;
  const body = operation.body && !('mediaType' in operation.body) ? operation.example : undefined;
  return await client(
    operation.method,
    operation.path.replace(':id', record).replace(/:\w+/g, 'x'),
    body ?? (operation.body ? 'name\r\n' : undefined),
    {
      ...(operation.versioned ? { 'if-match': '"1"' } : {}),
      ...(operation.body && 'mediaType' in operation.body
        ? { 'content-type': operation.body.mediaType }
        : {}),
    },
  );
}

test('every operation stands in the hand-written table, and nothing else does', () => {
  expect(operations.map(({ id }) => id).toSorted()).toEqual(Object.keys(PERMISSIONS).toSorted());
});

test('operation ids are unique', () => {
  expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length);
});

describe.each(COLUMNS)('%s', (who) => {
  test('is refused what the table does not give, and a refusal changes no row', async () => {
    for (const operation of operations) {
      if (PERMISSIONS[operation.id]?.includes(who)) continue;
      const before = await tableContents(clinic.db);
      const answer = await send(operation, clients[who]);
      const expected = who === 'nobody' ? [401, 'not_signed_in'] : [403, 'not_allowed'];
      expect([answer.status, answer.body?.code], operation.id).toEqual(expected);
      expect(await tableContents(clinic.db), operation.id).toEqual(before);
    }
  });

  test('is not refused what the table gives', async () => {
    for (const operation of operations) {
      if (!PERMISSIONS[operation.id]?.includes(who)) continue;
      if (ENDS_SIGN_IN.has(operation.id)) continue;
      const answer = await send(operation, clients[who]);
      expect(answer.body?.code, `${operation.id}: ${answer.text}`).not.toBe('not_allowed');
      if (operation.id !== 'signIn' && operation.id !== 'unlockDesk')
        expect(answer.status, `${operation.id}: ${answer.text}`).not.toBe(401);
      expect(answer.status, `${operation.id}: ${answer.text}`).toBeLessThan(500);
    }
  });
});

test('a locked desk opens nothing but itself', async () => {
  const receptionist = clients.receptionist;
  expect((await receptionist('POST', '/api/auth/lock')).status).toBe(200);
  for (const operation of operations) {
    if (operation.access === 'anyone' || operation.access === 'locked') continue;
    const answer = await send(operation, receptionist);
    expect([answer.status, answer.body?.code], operation.id).toEqual([423, 'locked']);
  }
  expect((await receptionist('GET', '/api/me')).body.isLocked).toBe(true);
});
