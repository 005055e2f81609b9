import type { FoundPatient } from '#domain/search/found.ts';

const KEPT = 6;

let recent: readonly FoundPatient[] = [];

/** The patients last opened from the palette in this tab, the last first. Kept in memory only. */
export const recentPatients = (): readonly FoundPatient[] => recent;

/** Notes that a patient was opened. */
export function noteOpened(found: FoundPatient): void {
  recent = [found, ...recent.filter(({ patient }) => patient.id !== found.patient.id)].slice(
    0,
    KEPT,
  );
}

/** Forgets who was opened, when the person at the desk leaves it. */
export function forgetOpened(): void {
  recent = [];
}
