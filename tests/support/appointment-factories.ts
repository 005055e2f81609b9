import type { AppointmentCreate } from '#domain/appointments/appointment.ts';
import type { OpeningHours } from '#domain/clinic/clinic.ts';
import { appointmentTypes } from '#server/db/schema/availability.ts';
import { clinic as clinicTable } from '#server/db/schema/clinic.ts';
import { newPatient } from './factories.ts';
import { type Client, type TestClinic, testId } from './test-clinic.ts';

/** A clinic with something to book: two practitioners, two rooms, two types, two patients. */
export type Diary = {
  desk: Client;
  doctor: Client;
  manager: Client;
  doctorId: string;
  otherDoctorId: string;
  roomId: string;
  otherRoomId: string;
  /** A session of 30 minutes, without a buffer. */
  typeId: string;
  /** A consultation of 45 minutes with a buffer of 15. */
  bufferedTypeId: string;
  patientId: string;
  otherPatientId: string;
  /** A booking of 30 minutes by the clinic's clock, valid as it stands. */
  booking: (startsAt: string, change?: Partial<AppointmentCreate>) => AppointmentCreate;
};

/** Open at all hours of every day, for what happens at night. */
export const ALWAYS_OPEN: OpeningHours = {
  monday: [{ from: '00:00', to: '24:00' }],
  tuesday: [{ from: '00:00', to: '24:00' }],
  wednesday: [{ from: '00:00', to: '24:00' }],
  thursday: [{ from: '00:00', to: '24:00' }],
  friday: [{ from: '00:00', to: '24:00' }],
  saturday: [{ from: '00:00', to: '24:00' }],
  sunday: [{ from: '00:00', to: '24:00' }],
};

async function addType(
  clinic: TestClinic,
  name: string,
  kind: 'session' | 'consultation',
  [durationMinutes, bufferMinutes]: [number, number],
): Promise<string> {
  const [id, at] = [testId(), clinic.clock.now];
  await clinic.db.insert(appointmentTypes).values({
    id,
    name,
    kind,
    durationMinutes,
    bufferMinutes,
    technique: null,
    position: 1,
    createdAt: at,
    updatedAt: at,
  });
  return id;
}

/** Registers a patient and answers the id. */
export async function addPatient(desk: Client, familyName: string): Promise<string> {
  const made = await desk('POST', '/api/patients', newPatient({ familyName }));
  if (made.status !== 201) throw new Error(`Registering answered ${made.text}`);
  return made.body.id;
}

/** Makes a test clinic ready to be booked: Dr Wiśniewski and Dr Reis, Rooms 1 and 2. */
export async function openDiary(clinic: TestClinic): Promise<Diary> {
  const [roomId, otherRoomId] = [testId(), testId()];
  await clinic.db.update(clinicTable).set({
    rooms: [
      { id: roomId, name: 'Room 1' },
      { id: otherRoomId, name: 'Room 2' },
    ],
  });
  const desk = await clinic.as('receptionist');
  const doctorId = await clinic.staffId('practitioner');
  const typeId = await addType(clinic, 'Session', 'session', [30, 0]);
  const patientId = await addPatient(desk, 'Nunes');
  return {
    desk,
    doctor: await clinic.as('practitioner'),
    manager: await clinic.as('manager'),
    doctorId,
    otherDoctorId: await clinic.staffId('practitioner-two'),
    roomId,
    otherRoomId,
    typeId,
    bufferedTypeId: await addType(clinic, 'Consultation', 'consultation', [45, 15]),
    patientId,
    otherPatientId: await addPatient(desk, 'Sá Pereira'),
    booking: (startsAt, change = {}) => ({
      patientId,
      practitionerId: doctorId,
      roomId,
      typeId,
      courseId: null,
      note: '',
      startsAt,
      ...change,
    }),
  };
}
