import { beforeEach, expect, test } from 'vitest';
import { appointments } from '#server/db/schema/appointments.ts';
import { appointmentTypes } from '#server/db/schema/availability.ts';
import { newPatient } from '#tests/support/factories.ts';
import { openTestClinic, testId, type TestClinic } from '#tests/support/test-clinic.ts';

let clinic: TestClinic;
let patientId: string;
let typeId: string;

beforeEach(async () => {
  clinic = await openTestClinic();
  const reception = await clinic.as('receptionist');
  const made = await reception(
    'POST',
    '/api/patients',
    newPatient({ familyName: 'Vasconcelos', givenName: 'Helena' }),
  );
  patientId = made.body.id;
  typeId = testId();
  await clinic.db.insert(appointmentTypes).values({
    id: typeId,
    createdAt: clinic.clock.now,
    updatedAt: clinic.clock.now,
    name: 'A visit of a test',
    kind: 'session',
    durationMinutes: 30,
    bufferMinutes: 0,
    position: 99,
  });
});

async function book(startsAt: string, status: 'booked' | 'done' | 'no_show'): Promise<void> {
  const start = new Date(startsAt);
  await clinic.db.insert(appointments).values({
    id: testId(),
    createdAt: start,
    updatedAt: start,
    patientId,
    practitionerId: await clinic.staffId('practitioner'),
    typeId,
    startsAt: start,
    endsAt: new Date(start.getTime() + 1_800_000),
    status,
    note: '',
  });
}

const find = async (q: string) =>
  (await (await clinic.as('receptionist'))('GET', `/api/search?q=${encodeURIComponent(q)}`)).body;

test('someone is found with a visit earlier today before the next one', async () => {
  await book('2026-06-09T09:00:00.000Z', 'done');
  await book('2026-06-10T08:00:00.000Z', 'done');
  await book('2026-06-24T08:00:00.000Z', 'booked');
  expect(await find('helena vasco')).toMatchObject({
    patients: [
      {
        patient: { id: patientId },
        visit: { startsAt: '2026-06-10T08:00:00.000Z', status: 'done' },
      },
    ],
  });
});

test('a visit that was missed is not one to come', async () => {
  await book('2026-06-10T08:00:00.000Z', 'no_show');
  expect((await find('vasconcelos')).patients[0].visit).toBeNull();
});

test('nothing typed finds nobody', async () => {
  expect(await find('  ')).toEqual({ patients: [] });
});
