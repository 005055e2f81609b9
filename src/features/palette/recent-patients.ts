import type { Patient } from '#domain/patients/patient.ts';

const KEPT = 6;

let recent: readonly Patient[] = [];

/** The patients last opened from the palette in this tab, the last first. Kept in memory only. */
export const recentPatients = (): readonly Patient[] => recent;

/** Notes that a patient was opened. */
export function noteOpened(patient: Patient): void {
  recent = [patient, ...recent.filter(({ id }) => id !== patient.id)].slice(0, KEPT);
}

/** Forgets who was opened, when the person at the desk leaves it. */
export function forgetOpened(): void {
  recent = [];
}
