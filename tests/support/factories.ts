import type { PatientCreate } from '#domain/patients/patient.ts';

/** The request of a new patient, valid as it stands; a test names only what it is about. */
export const newPatient = (change: Partial<PatientCreate> = {}): PatientCreate => ({
  clinicNumber: null,
  familyName: 'Nunes',
  givenName: 'Beatriz',
  birthDate: '1999-11-11',
  sexAtBirth: 'female',
  phone: null,
  email: null,
  contactPreference: 'not_recorded',
  language: null,
  referralSource: null,
  notes: '',
  ...change,
});
