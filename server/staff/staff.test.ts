import { beforeEach, expect, test } from 'vitest';
import { idempotencyKeys } from '#server/db/schema/audit.ts';
import { accountLinks, staff } from '#server/db/schema/staff.ts';
import {
  addAccount,
  knock,
  secretOf,
  signInAs,
  TEST_PASSWORD,
} from '#tests/support/account-factories.ts';
import { type Client, openTestClinic, type TestClinic } from '#tests/support/test-clinic.ts';

const DAY_MS = 24 * 60 * 60_000;
const TOMAS = {
  name: 'Tomás Pires',
  email: 'tomas@clinic.example',
  roles: ['receptionist'],
  isPrescriber: false,
  isOwner: false,
};

let clinic: TestClinic;
let owner: Client;

beforeEach(async () => {
  clinic = await openTestClinic();
  owner = await clinic.as('owner');
});

const open = (secret: string) => knock(clinic, '/api/auth/open-link', { body: { secret } });
const accept = (secret: string, password = TEST_PASSWORD) =>
  knock(clinic, '/api/auth/accept-link', { body: { secret, password } });
const signIn = (email: string, password: string) =>
  knock(clinic, '/api/auth/sign-in', { body: { email, password } });
const me = (cookie: string) => knock(clinic, '/api/me', { method: 'GET', cookie });
const patch = (id: string, change: object, version = 1, as = owner) =>
  as('PATCH', `/api/staff/${id}`, change, { 'if-match': `"${version}"` });

test('invited by a link: says for whom, takes a password, signs in', async () => {
  const invited = await owner('POST', '/api/staff', TOMAS);
  expect(invited.status).toBe(201);
  expect(invited.body.staff).toMatchObject({
    name: 'Tomás Pires',
    isActive: true,
    hasAccount: false,
  });
  const secret = secretOf(invited.body.path);
  expect((await open(secret)).body).toMatchObject({ name: 'Tomás Pires', email: TOMAS.email });
  expect((await accept(secret)).status).toBe(200);
  const cookie = await signInAs(clinic, TOMAS.email);
  expect((await me(cookie)).body.staff.hasAccount).toBe(true);
});

test('a link works once', async () => {
  const secret = secretOf((await owner('POST', '/api/staff', TOMAS)).body.path);
  await accept(secret);
  expect((await open(secret)).body.code).toBe('not_found');
  expect((await accept(secret, 'another long password')).body.code).toBe('not_found');
  expect((await signIn(TOMAS.email, 'another long password')).status).toBe(401);
});

test('two who accept one link at once: exactly one does', async () => {
  const secret = secretOf((await owner('POST', '/api/staff', TOMAS)).body.path);
  const answers = await Promise.all([
    accept(secret, 'the first password'),
    accept(secret, 'the second password'),
  ]);
  expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([200, 404]);
  const won = answers[0].status === 200 ? 'the first password' : 'the second password';
  expect((await signIn(TOMAS.email, won)).status).toBe(200);
});

test('a link ends after seven days', async () => {
  const invited = await owner('POST', '/api/staff', TOMAS);
  const secret = secretOf(invited.body.path);
  clinic.clock.now = new Date(clinic.clock.now.getTime() + 7 * DAY_MS - 1000);
  expect((await open(secret)).status).toBe(200);
  clinic.clock.now = new Date(clinic.clock.now.getTime() + 2000);
  expect((await open(secret)).body.code).toBe('not_found');
  expect((await accept(secret)).body.code).toBe('not_found');
});

test('a new link ends the earlier one; a link for a new password leaves the old password until it is used', async () => {
  const person = await addAccount(clinic, 'Ana');
  const cookie = await signInAs(clinic, person.email);
  const [first, second] = [
    await owner('POST', `/api/staff/${person.id}/account-link`),
    await owner('POST', `/api/staff/${person.id}/account-link`),
  ];
  expect(second.status).toBe(201);
  expect((await open(secretOf(first.body.path))).body.code).toBe('not_found');
  expect((await me(cookie)).status).toBe(200);
  expect((await accept(secretOf(second.body.path), 'a password chosen anew')).status).toBe(200);
  expect((await me(cookie)).status).toBe(401);
  expect((await signIn(person.email, TEST_PASSWORD)).status).toBe(401);
  expect((await signIn(person.email, 'a password chosen anew')).status).toBe(200);
});

test('the secret of a link is nowhere in the database but as a hash', async () => {
  const invited = await owner('POST', '/api/staff', TOMAS, {
    'idempotency-key': 'invite-of-tomas',
  });
  const secret = secretOf(invited.body.path);
  const [link] = await clinic.db.select().from(accountLinks);
  expect(link?.secretHash).toMatch(/^[0-9a-f]{64}$/);
  expect(JSON.stringify(link)).not.toContain(secret);
  expect(JSON.stringify(await clinic.db.select().from(idempotencyKeys))).not.toContain(secret);
  expect(JSON.stringify(clinic.logged)).not.toContain(secret);
});

test('a guessed or cut link opens nothing', async () => {
  expect((await open('a-guess-that-is-long-enough')).body.code).toBe('not_found');
  expect((await open('short')).body.code).toBe('invalid');
});

test('an invitation sent twice with one key invites once; one e-mail belongs to one person', async () => {
  const headers = { 'idempotency-key': 'invite-of-tomas' };
  const [once, again] = [
    await owner('POST', '/api/staff', TOMAS, headers),
    await owner('POST', '/api/staff', TOMAS, headers),
  ];
  expect(again.status).toBe(201);
  expect(again.body.staff.id).toBe(once.body.staff.id);
  expect((await open(secretOf(again.body.path))).status).toBe(200);
  const other = await owner('POST', '/api/staff', { ...TOMAS, email: 'TOMAS@clinic.example' });
  expect(other.body).toMatchObject({ code: 'duplicate', fields: [{ path: 'email' }] });
});

test('with a new e-mail address one signs in from then on; it belongs to one person', async () => {
  const invited = await owner('POST', '/api/staff', TOMAS);
  await accept(secretOf(invited.body.path));
  const { id, version } = invited.body.staff;
  const change = { email: 'Tomas.Pires@clinic.example' };
  const taken = await patch(id, { email: 'owner@test.clinic' }, version);
  expect([taken.status, taken.body.fields[0].path]).toEqual([409, 'email']);
  expect((await patch(id, change, version, await clinic.as('manager'))).status).toBe(403);
  const changed = await patch(id, change, version);
  expect(changed.status, changed.text).toBe(200);
  expect(changed.body.email).toBe('tomas.pires@clinic.example');
  expect((await signIn(TOMAS.email, TEST_PASSWORD)).status).toBe(401);
  expect((await signIn('tomas.pires@clinic.example', TEST_PASSWORD)).status).toBe(200);
});

test('a credential goes with its role', async () => {
  const prescriber = await owner('POST', '/api/staff', { ...TOMAS, isPrescriber: true });
  expect(prescriber.body.fields[0].path).toBe('isPrescriber');
  const holder = await owner('POST', '/api/staff', { ...TOMAS, isOwner: true });
  expect(holder.body.fields[0].path).toBe('isOwner');
  const id = await clinic.staffId('prescriber');
  expect((await patch(id, { roles: ['receptionist'] })).body.fields[0].path).toBe('isPrescriber');
  expect((await patch(id, { roles: ['receptionist'], isPrescriber: false })).status).toBe(200);
});

test('roles change at once, also for someone signed in', async () => {
  const person = await addAccount(clinic, 'Ana');
  const cookie = await signInAs(clinic, person.email);
  const recipes = () => knock(clinic, '/api/recipes', { method: 'GET', cookie });
  expect((await recipes()).body.code).toBe('not_allowed');
  await patch(person.id, { roles: ['receptionist', 'practitioner'] });
  expect((await recipes()).status).toBe(200);
});

test('whoever is deactivated is signed out at once, cannot come back in, and can be made active again', async () => {
  const person = await addAccount(clinic, 'Ana');
  const cookie = await signInAs(clinic, person.email);
  expect((await patch(person.id, { isActive: false })).body).toMatchObject({
    isActive: false,
    version: 2,
  });
  expect((await me(cookie)).status).toBe(401);
  expect((await signIn(person.email, TEST_PASSWORD)).status).toBe(401);
  expect((await owner('POST', `/api/staff/${person.id}/account-link`)).body.code).toBe('conflict');
  expect((await patch(person.id, { isActive: true }, 2)).status).toBe(200);
  expect((await me(cookie)).status).toBe(401);
  expect((await signIn(person.email, TEST_PASSWORD)).status).toBe(200);
});

test('an open link of someone deactivated opens nothing', async () => {
  const invited = await owner('POST', '/api/staff', TOMAS);
  await patch(invited.body.staff.id, { isActive: false });
  expect((await open(secretOf(invited.body.path))).body.code).toBe('not_found');
  expect((await accept(secretOf(invited.body.path))).body.code).toBe('not_found');
});

test('the last active owner can neither leave nor give the accounts away; with another one they can', async () => {
  const id = await clinic.staffId('owner');
  for (const change of [
    { isActive: false },
    { isOwner: false },
    { roles: ['receptionist'], isOwner: false },
  ])
    expect((await patch(id, change)).body.code).toBe('conflict');
  await addAccount(clinic, 'Bea', ['manager'], { isOwner: true });
  expect((await patch(id, { isOwner: false })).status).toBe(200);
});

test('two owners who take the accounts from each other at once: one remains', async () => {
  const other = await addAccount(clinic, 'Bea', ['manager'], { isOwner: true });
  const id = await clinic.staffId('owner');
  const answers = await Promise.all([
    patch(id, { isOwner: false }),
    patch(other.id, { isOwner: false }),
  ]);
  expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
  const owners = (await clinic.db.select().from(staff)).filter(
    (person) => person.isOwner && person.isActive,
  );
  expect(owners).toHaveLength(1);
});

test('a change on an older version gets 412 with the record as it stands', async () => {
  const person = await addAccount(clinic, 'Ana');
  await patch(person.id, { name: 'Ana Prata' });
  const stale = await patch(person.id, { name: 'Ana Melo' });
  expect(stale.status).toBe(412);
  expect(stale.body.current).toMatchObject({ name: 'Ana Prata', version: 2 });
});

test('only the owner writes accounts and sees e-mail addresses; others see names and roles', async () => {
  const person = await addAccount(clinic, 'Ana');
  for (const who of ['receptionist', 'practitioner', 'manager'] as const) {
    const other = await clinic.as(who);
    const list = await other('GET', '/api/staff');
    expect(list.status).toBe(200);
    expect(list.text).not.toContain('@');
    expect(list.body.items[0]).not.toHaveProperty('hasAccount');
    expect((await other('POST', '/api/staff', TOMAS)).status).toBe(403);
    expect((await patch(person.id, { name: 'X' }, 1, other)).status).toBe(403);
    expect((await other('POST', `/api/staff/${person.id}/account-link`)).status).toBe(403);
    expect((await other('GET', `/api/staff/${person.id}`)).status).toBe(403);
  }
  expect((await owner('GET', '/api/staff')).text).toContain('ana@clinic.example');
});
