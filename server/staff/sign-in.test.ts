import { beforeEach, expect, test } from 'vitest';
import { auditEntries } from '#server/db/schema/audit.ts';
import { authSessions } from '#server/db/schema/auth.ts';
import {
  addAccount,
  cookieOf,
  knock,
  signInAs,
  TEST_PASSWORD,
} from '#tests/support/account-factories.ts';
import { openTestClinic, type TestClinic } from '#tests/support/test-clinic.ts';

let clinic: TestClinic;
let email: string;

beforeEach(async () => {
  clinic = await openTestClinic();
  email = (await addAccount(clinic, 'Ana')).email;
});

const signIn = (password: string, who = email, address?: string) =>
  knock(clinic, '/api/auth/sign-in', {
    body: { email: who, password },
    ...(address ? { address } : {}),
  });

const me = (cookie: string) => knock(clinic, '/api/me', { method: 'GET', cookie });

const actsOf = async () => (await clinic.db.select().from(auditEntries)).map((entry) => entry.act);

test('the right password signs in, whatever the case of the e-mail', async () => {
  const answer = await signIn(TEST_PASSWORD, ' ANA@Clinic.Example ');
  expect(answer.status).toBe(200);
  const seen = await me(cookieOf(answer));
  expect(seen.body.staff).toMatchObject({ name: 'Ana', roles: ['receptionist'] });
  expect(seen.body.isLocked).toBe(false);
});

test('a wrong password and an unknown e-mail get the same answer', async () => {
  const [wrong, unknown] = [
    await signIn('not the password'),
    await signIn('not the password', 'no@clinic.example'),
  ];
  for (const answer of [wrong, unknown]) {
    expect(answer.status).toBe(401);
    expect(answer.headers.getSetCookie()).toEqual([]);
  }
  expect({ ...wrong.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' });
  expect(wrong.body.code).toBe('wrong_credentials');
});

test('someone invited who has not accepted, and someone inactive, get that answer too', async () => {
  const owner = await clinic.as('owner');
  await owner('POST', '/api/staff', {
    name: 'Rui',
    email: 'rui@clinic.example',
    roles: ['receptionist'],
    isPrescriber: false,
    isOwner: false,
  });
  expect((await signIn('anything at all', 'rui@clinic.example')).body.code).toBe(
    'wrong_credentials',
  );
  const gone = await addAccount(clinic, 'Eva');
  await owner('PATCH', `/api/staff/${gone.id}`, { isActive: false }, { 'if-match': '"1"' });
  const answer = await signIn(TEST_PASSWORD, gone.email);
  expect(answer.body.code).toBe('wrong_credentials');
  expect(answer.headers.getSetCookie()).toEqual([]);
});

test('the cookie is HttpOnly and SameSite=Strict, and the token is never in the JSON', async () => {
  const answer = await signIn(TEST_PASSWORD);
  const [cookie = ''] = answer.headers.getSetCookie();
  expect(cookie).toMatch(/^mesodesk\.session_token=/);
  expect(cookie).toMatch(/; HttpOnly/i);
  expect(cookie).toMatch(/; SameSite=Strict/i);
  expect(cookie).toMatch(/; Path=\//i);
  expect(cookie).not.toMatch(/; Secure/i);
  const token = decodeURIComponent(cookie.split(/[=;]/)[1] ?? '').split('.')[0] ?? '';
  expect(token.length).toBeGreaterThan(20);
  expect(answer.body).toEqual({ done: true });
  expect((await me(cookieOf(answer))).text).not.toContain(token);
});

test('at an encrypted address the cookie is Secure and bound to it by its name', async () => {
  clinic = await openTestClinic({ publicUrl: 'https://clinic.test' });
  await addAccount(clinic, 'Ana');
  const answer = await signIn(TEST_PASSWORD);
  const [cookie = ''] = answer.headers.getSetCookie();
  expect(cookie).toMatch(/^__Secure-mesodesk\.session_token=/);
  expect(cookie).toMatch(/; Secure/i);
  expect((await me(cookieOf(answer))).status).toBe(200);
});

test('the 11th wrong password within 15 minutes is not looked at, nor is the right one; then it passes', async () => {
  for (let attempt = 1; attempt <= 10; attempt += 1)
    expect((await signIn(`wrong ${attempt}`, email, `198.51.100.${attempt}`)).status).toBe(401);
  expect((await signIn('wrong 11')).status).toBe(429);
  expect((await signIn(TEST_PASSWORD)).status).toBe(429);
  clinic.clock.now = new Date(clinic.clock.now.getTime() + 15 * 60_000 + 1000);
  expect((await signIn(TEST_PASSWORD)).status).toBe(200);
});

test('one address has so many tries a minute; another address is not held up by it', async () => {
  clinic = await openTestClinic({ triesPerMinute: 3 });
  for (const who of ['a', 'b', 'c'])
    expect((await signIn('wrong', `${who}@clinic.example`)).status).toBe(401);
  const refused = await signIn('wrong', 'd@clinic.example');
  expect(refused.status).toBe(429);
  expect(refused.body.code).toBe('too_many_requests');
  expect((await signIn('wrong', 'd@clinic.example', '198.51.100.77')).status).toBe(401);
});

test('signing out ends the sign-in: the cookie opens nothing more', async () => {
  const cookie = await signInAs(clinic, email);
  const out = await knock(clinic, '/api/auth/sign-out', { cookie });
  expect(out.status).toBe(200);
  expect(out.headers.getSetCookie().join()).toMatch(/session_token=;/);
  expect((await me(cookie)).body.code).toBe('not_signed_in');
});

test('signing out everywhere ends this person’s sign-ins and no others', async () => {
  const other = await addAccount(clinic, 'Bea');
  const [here, there, theirs] = [
    await signInAs(clinic, email),
    await signInAs(clinic, email),
    await signInAs(clinic, other.email),
  ];
  expect((await knock(clinic, '/api/auth/sign-out-everywhere', { cookie: here })).status).toBe(200);
  for (const cookie of [here, there]) expect((await me(cookie)).status).toBe(401);
  expect((await me(theirs)).status).toBe(200);
});

test('a sign-in ends by itself after a working day', async () => {
  const cookie = await signInAs(clinic, email);
  clinic.turnAccountsClock(15 * 60 * 60_000);
  expect((await me(cookie)).body.code).toBe('not_signed_in');
});

test('a new sign-in clears away sign-ins that have ended, so many at a time, and no others', async () => {
  const kept = await signInAs(clinic, email);
  const [own] = await clinic.db.select().from(authSessions);
  if (!own) throw new Error('Nobody is signed in.');
  await clinic.db.insert(authSessions).values(
    Array.from({ length: 110 }, (_, n) => ({
      ...own,
      id: `ended-${n}`,
      token: `token-${n}`,
      expiresAt: new Date(Date.now() - 60_000 * (n + 1)),
    })),
  );
  const ended = async () =>
    (await clinic.db.select().from(authSessions)).filter(({ id }) => id.startsWith('ended')).length;
  expect((await signIn('not the password')).status).toBe(401);
  expect(await ended()).toBe(110);
  await signInAs(clinic, email);
  expect(await ended()).toBe(10);
  await signInAs(clinic, email);
  expect(await ended()).toBe(0);
  expect((await me(kept)).status).toBe(200);
});

test('a made-up cookie opens nothing', async () => {
  for (const cookie of [
    'mesodesk.session_token=',
    'mesodesk.session_token=%E0%A4%A',
    'mesodesk.session_token=x.y',
  ])
    expect((await me(cookie)).body.code).toBe('not_signed_in');
});

test('a locked desk opens nothing but the unlock and the way out, until the password is typed', async () => {
  const cookie = await signInAs(clinic, email);
  expect((await knock(clinic, '/api/auth/lock', { cookie })).status).toBe(200);
  expect((await me(cookie)).body.isLocked).toBe(true);
  const list = () => knock(clinic, '/api/patients', { method: 'GET', cookie });
  expect((await list()).body.code).toBe('locked');
  const wrong = await knock(clinic, '/api/auth/unlock', { cookie, body: { password: 'not it' } });
  expect(wrong.status).toBe(401);
  expect(wrong.body.fields).toEqual([{ path: 'password', message: 'This is not the password.' }]);
  expect((await list()).body.code).toBe('locked');
  expect(
    (await knock(clinic, '/api/auth/unlock', { cookie, body: { password: TEST_PASSWORD } })).status,
  ).toBe(200);
  expect((await list()).status).toBe(200);
});

test('wrong passwords at the lock count like those at the door', async () => {
  const cookie = await signInAs(clinic, email);
  await knock(clinic, '/api/auth/lock', { cookie });
  for (let attempt = 1; attempt <= 10; attempt += 1)
    await knock(clinic, '/api/auth/unlock', { cookie, body: { password: 'wrong' } });
  expect(
    (await knock(clinic, '/api/auth/unlock', { cookie, body: { password: TEST_PASSWORD } })).status,
  ).toBe(429);
  expect((await signIn(TEST_PASSWORD)).status).toBe(429);
});

test('a locked desk can be left by signing out', async () => {
  const cookie = await signInAs(clinic, email);
  await knock(clinic, '/api/auth/lock', { cookie });
  expect((await knock(clinic, '/api/auth/sign-out', { cookie })).status).toBe(200);
  expect((await me(cookie)).status).toBe(401);
});

const change = (cookie: string, current: string, next = 'another long password') =>
  knock(clinic, '/api/auth/change-password', { cookie, body: { current, next } });

test('a changed password ends the other sign-ins; this desk stays signed in', async () => {
  const [here, there] = [await signInAs(clinic, email), await signInAs(clinic, email)];
  expect((await change(here, TEST_PASSWORD)).status).toBe(200);
  expect((await me(here)).status).toBe(200);
  expect((await me(there)).status).toBe(401);
  expect((await signIn(TEST_PASSWORD)).status).toBe(401);
  expect((await signIn('another long password')).status).toBe(200);
});

test('changing needs the current password and a new one of ten characters; guesses are counted', async () => {
  const cookie = await signInAs(clinic, email);
  const wrong = await change(cookie, 'not it');
  expect(wrong.status).toBe(422);
  expect(wrong.body.fields[0].path).toBe('current');
  expect((await change(cookie, TEST_PASSWORD, 'short')).body.fields[0].path).toBe('next');
  for (let attempt = 2; attempt <= 10; attempt += 1) await change(cookie, 'not it');
  expect((await change(cookie, TEST_PASSWORD)).status).toBe(429);
  expect((await signInAs(clinic, (await addAccount(clinic, 'Bea')).email)).length).toBeGreaterThan(
    0,
  );
});

test('every act at the door is in the audit trail', async () => {
  const cookie = await signInAs(clinic, email);
  await signIn('wrong');
  await signIn('wrong', 'no@clinic.example');
  await knock(clinic, '/api/auth/lock', { cookie });
  await knock(clinic, '/api/auth/unlock', { cookie, body: { password: TEST_PASSWORD } });
  await change(cookie, TEST_PASSWORD);
  await knock(clinic, '/api/auth/sign-out', { cookie });
  expect((await actsOf()).slice(-7)).toEqual([
    'sign-in',
    'sign-in.failed',
    'sign-in.failed',
    'desk.lock',
    'desk.unlock',
    'staff.change-password',
    'sign-out',
  ]);
  const entries = await clinic.db.select().from(auditEntries);
  expect(JSON.stringify(entries)).not.toContain(TEST_PASSWORD);
});

test('a change asked for by another site is refused, a reading is not', async () => {
  const cookie = await signInAs(clinic, email);
  for (const headers of [
    { origin: 'https://elsewhere.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
  ] as Record<string, string>[]) {
    expect((await knock(clinic, '/api/auth/sign-out', { cookie, headers })).body.code).toBe(
      'cross_site',
    );
    expect((await signIn(TEST_PASSWORD, email)).status).toBe(200);
    expect(
      (
        await knock(clinic, '/api/auth/sign-in', {
          headers,
          body: { email, password: TEST_PASSWORD },
        })
      ).body.code,
    ).toBe('cross_site');
  }
  expect((await me(cookie)).status).toBe(200);
});

test('passwords and tokens are in no line of the log', async () => {
  await signIn('a wrong one nobody should read');
  const cookie = await signInAs(clinic, email);
  await me(cookie);
  const log = JSON.stringify(clinic.logged);
  expect(log).not.toContain('a wrong one nobody should read');
  expect(log).not.toContain(TEST_PASSWORD);
  expect(log).not.toContain(decodeURIComponent(cookie.split('=')[1] ?? '').split('.')[0]);
});
