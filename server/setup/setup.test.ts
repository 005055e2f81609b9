import { beforeEach, expect, test } from 'vitest';
import { DEMO_PASSWORD, DEMO_STAFF } from '#domain/demo/demo-clinic.ts';
import { clinic as clinicTable } from '#server/db/schema/clinic.ts';
import { staff } from '#server/db/schema/staff.ts';
import { cookieOf, knock, secretOf, signInAs } from '#tests/support/account-factories.ts';
import { openTestClinic, type TestClinic } from '#tests/support/test-clinic.ts';

const WEEKDAY = [{ from: '09:00', to: '18:00' }];
const REQUEST = {
  owner: { name: 'Inês Carvalho', email: 'Ines@Clinic.Example', password: 'a long password' },
  clinic: {
    name: 'Clínica do Chiado',
    timeZone: 'Europe/Lisbon',
    country: 'PT',
    hours: {
      monday: WEEKDAY,
      tuesday: WEEKDAY,
      wednesday: WEEKDAY,
      thursday: WEEKDAY,
      friday: WEEKDAY,
      saturday: [],
      sunday: [],
    },
    rooms: ['Room 1', 'Sala verde'],
  },
  practitioner: { who: 'owner', isPrescriber: true },
};

let clinic: TestClinic;

beforeEach(async () => {
  clinic = await openTestClinic({ isSetUp: false });
});

const setUp = (body: object = REQUEST) => knock(clinic, '/api/setup', { body });
const openDemo = () => knock(clinic, '/api/setup/demo');
const state = async () => (await knock(clinic, '/api/setup', { method: 'GET' })).body;
const me = (cookie: string) => knock(clinic, '/api/me', { method: 'GET', cookie });

test('the first run makes the clinic and its owner, who signs in', async () => {
  expect(await state()).toEqual({ isSetUp: false, isDemo: false });
  const made = await setUp();
  expect(made.status).toBe(201);
  expect(made.body).toEqual({ practitionerLink: null });
  expect(await state()).toEqual({ isSetUp: true, isDemo: false });
  const cookie = await signInAs(clinic, 'ines@clinic.example', 'a long password');
  const { body } = await me(cookie);
  expect(body.staff).toMatchObject({
    roles: ['manager', 'practitioner'],
    isOwner: true,
    isPrescriber: true,
  });
  expect(body.clinic.rooms.map((room: { name: string }) => room.name)).toEqual([
    'Room 1',
    'Sala verde',
  ]);
});

test('a first practitioner who is someone else gets a link, and a password of their own', async () => {
  const made = await setUp({
    ...REQUEST,
    practitioner: {
      who: 'other',
      name: 'Dr Marta',
      email: 'marta@clinic.example',
      isPrescriber: true,
    },
  });
  const { practitionerLink } = made.body;
  expect(practitionerLink.staff).toMatchObject({
    name: 'Dr Marta',
    roles: ['practitioner'],
    isOwner: false,
  });
  await knock(clinic, '/api/auth/accept-link', {
    body: { secret: secretOf(practitionerLink.path), password: 'her own password' },
  });
  expect(
    (await me(await signInAs(clinic, 'marta@clinic.example', 'her own password'))).status,
  ).toBe(200);
  const owner = await me(await signInAs(clinic, 'ines@clinic.example', 'a long password'));
  expect(owner.body.staff.roles).toEqual(['manager']);
});

test('the owner cannot be their own someone else', async () => {
  const refused = await setUp({
    ...REQUEST,
    practitioner: {
      who: 'other',
      name: 'Dr Marta',
      email: 'ines@clinic.example',
      isPrescriber: true,
    },
  });
  expect(refused.body.fields[0].path).toBe('practitioner.email');
  expect(await state()).toEqual({ isSetUp: false, isDemo: false });
});

test('there is one first run; later ones are refused and change nothing', async () => {
  await setUp();
  const again = await setUp({
    ...REQUEST,
    owner: { ...REQUEST.owner, email: 'thief@clinic.example' },
  });
  expect(again.status).toBe(409);
  expect(again.body.code).toBe('already_set_up');
  expect((await openDemo()).body.code).toBe('already_set_up');
  expect(await clinic.db.select().from(staff)).toHaveLength(1);
});

test('two first runs at once: exactly one stands', async () => {
  const answers = await Promise.all([
    setUp(),
    setUp({ ...REQUEST, owner: { ...REQUEST.owner, email: 'other@clinic.example' } }),
  ]);
  expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([201, 409]);
  expect(await clinic.db.select().from(clinicTable)).toHaveLength(1);
  expect(await clinic.db.select().from(staff)).toHaveLength(1);
});

test('a first run and two demos at once: exactly one stands', async () => {
  const answers = await Promise.all([openDemo(), setUp(), openDemo()]);
  expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([201, 409, 409]);
  expect(await clinic.db.select().from(clinicTable)).toHaveLength(1);
});

test('a demo clinic is told to be one, and each of its accounts signs in with the demo password', async () => {
  const opened = await openDemo();
  expect(opened.status).toBe(201);
  expect(await state()).toEqual({ isSetUp: true, isDemo: true });
  for (const person of DEMO_STAFF) {
    const answer = await knock(clinic, '/api/auth/sign-in', {
      body: { email: person.email, password: DEMO_PASSWORD },
    });
    expect(answer.status).toBe(200);
    const seen = await me(cookieOf(answer));
    expect(seen.body).toMatchObject({ staff: { name: person.name }, clinic: { isDemo: true } });
  }
});

test('the demo accounts exist in a demo only', async () => {
  await setUp();
  const answer = await knock(clinic, '/api/auth/sign-in', {
    body: { email: 'manager@demo.clinic', password: DEMO_PASSWORD },
  });
  expect(answer.status).toBe(401);
});

test.each([
  [{ owner: { ...REQUEST.owner, password: 'short' } }, 'owner.password'],
  [{ owner: { ...REQUEST.owner, email: 'ines' } }, 'owner.email'],
  [{ clinic: { ...REQUEST.clinic, timeZone: 'Lisbon' } }, 'clinic.timeZone'],
  [{ clinic: { ...REQUEST.clinic, rooms: ['Room 1', ' '] } }, 'clinic.rooms.1'],
])('%j is refused at its field, and nothing is made', async (change, path) => {
  const refused = await setUp({ ...REQUEST, ...change });
  expect(refused.status).toBe(422);
  expect(refused.body.fields[0].path).toBe(path);
  expect(await state()).toEqual({ isSetUp: false, isDemo: false });
});

test('another site cannot set a clinic up', async () => {
  const headers = { origin: 'https://elsewhere.example' };
  expect((await knock(clinic, '/api/setup', { body: REQUEST, headers })).body.code).toBe(
    'cross_site',
  );
  expect((await knock(clinic, '/api/setup/demo', { headers })).body.code).toBe('cross_site');
});

test('before the first run nobody signs in and nothing is read', async () => {
  const answer = await knock(clinic, '/api/auth/sign-in', {
    body: { email: 'a@b.example', password: 'x' },
  });
  expect(answer.status).toBe(401);
  const nobody = await clinic.as('nobody');
  expect((await nobody('GET', '/api/patients')).status).toBe(401);
});
