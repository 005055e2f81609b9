import { beforeEach, expect, test } from 'vitest';
import { profileChanges } from '#server/db/schema/profiles.ts';
import { type Client, openTestClinic, type TestClinic } from '#tests/support/test-clinic.ts';
import { openCourse } from '#tests/support/treatment-steps.ts';

let clinic: TestClinic;
let doctor: Client;
let path: string;
beforeEach(async () => {
  clinic = await openTestClinic();
  doctor = await clinic.as('practitioner');
  const { patientId } = await openCourse(doctor);
  path = `/api/patients/${patientId}/profile`;
});

const match = (version: number) => ({ 'if-match': `"${version}"` });
const LATEX = {
  substance: 'latex',
  ingredientId: null,
  detail: null,
  reaction: 'Itching',
  severity: 'mild',
};
const pathsOf = (body: { fields: { path: string }[] }) => body.fields.map((one) => one.path);

test('every patient has a profile: nothing was asked, at version 1', async () => {
  const { body } = await doctor('GET', path);
  expect(body).toMatchObject({
    version: 1,
    allergyState: 'not_asked',
    allergies: [],
    weight: null,
  });
  expect(body.changedAt).toBeNull();
});

test('each change is dated and keeps what it said before', async () => {
  const first = { allergyState: 'recorded', allergies: [LATEX] };
  expect((await doctor('PATCH', path, first, match(1))).body.version).toBe(2);
  clinic.clock.now = new Date('2026-06-11T10:00:00.000Z');
  const weight = { kg: 68.5, takenOn: '2026-06-11' };
  expect((await doctor('PATCH', path, { weight }, match(2))).body).toMatchObject({
    version: 3,
    weight,
    allergies: [LATEX],
  });
  const { items } = (await doctor('GET', `${path}/changes`)).body;
  expect(items).toMatchObject([
    { before: { allergyState: 'not_asked', allergies: [] }, after: first },
    { changedAt: '2026-06-11T10:00:00.000Z', before: { weight: null }, after: { weight } },
  ]);
  await expect(clinic.db.delete(profileChanges)).rejects.toThrow();
});

test('two first changes at once: one stands, the other is told', async () => {
  const answers = await Promise.all([
    doctor('PATCH', path, { notes: 'one' }, match(1)),
    doctor('PATCH', path, { notes: 'other' }, match(1)),
  ]);
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
});

test.each([
  [{ allergyState: 'recorded' }, 'allergyState'],
  [{ allergies: [LATEX] }, 'allergyState'],
  [
    { allergyState: 'recorded', allergies: [{ ...LATEX, substance: 'other' }] },
    'allergies.0.detail',
  ],
  [
    {
      allergyState: 'recorded',
      allergies: [
        { ...LATEX, substance: 'ingredient', ingredientId: '0198a000-0000-7000-8000-00000000dead' },
      ],
    },
    'allergies.0.ingredientId',
  ],
  [
    { bloodPressure: { systolic: 80, diastolic: 120, takenOn: '2026-06-01' } },
    'bloodPressure.diastolic',
  ],
  [{ weight: { kg: 70, takenOn: '2026-06-12' } }, 'weight.takenOn'],
])('%j is refused at its field', async (change, where) => {
  const refused = await doctor('PATCH', path, change, match(1));
  expect(refused.status).toBe(422);
  expect(pathsOf(refused.body)).toEqual([where]);
});
