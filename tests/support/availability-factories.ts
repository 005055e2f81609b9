import type { AppointmentTypeCreate } from '#domain/availability/appointment-type.ts';
import { appointments } from '#server/db/schema/appointments.ts';
import { newPatient } from './factories.ts';
import { type TestClinic, testId } from './test-clinic.ts';

/** The request of a new type of appointment, valid as it stands. */
export const newType = (change: Partial<AppointmentTypeCreate> = {}): AppointmentTypeCreate => ({
  name: 'Session',
  kind: 'session',
  durationMinutes: 30,
  technique: null,
  bufferMinutes: 0,
  ...change,
});

/**
 * Puts appointments of the test's practitioner into the diary, each of half an hour, as if booked
 * before; the clinic's clock is an hour ahead of these in summer. Answers their ids.
 */
export async function putAppointments(
  clinic: TestClinic,
  startsAt: readonly string[],
  change: Partial<typeof appointments.$inferInsert> = {},
): Promise<string[]> {
  const [desk, manager] = [await clinic.as('receptionist'), await clinic.as('manager')];
  const patient = await desk('POST', '/api/patients', newPatient());
  const name = `Type ${testId().slice(-6)}`;
  const type = await manager('POST', '/api/availability/types', newType({ name }));
  const practitionerId = await clinic.staffId('practitioner');
  const rows = startsAt.map((start) => ({
    id: testId(),
    patientId: String(patient.body.id),
    practitionerId,
    typeId: String(type.body.id),
    startsAt: new Date(start),
    endsAt: new Date(Date.parse(start) + 30 * 60_000),
    status: 'booked' as const,
    note: '',
    createdAt: clinic.clock.now,
    updatedAt: clinic.clock.now,
    ...change,
  }));
  await clinic.db.insert(appointments).values(rows);
  return rows.map(({ id }) => id);
}
