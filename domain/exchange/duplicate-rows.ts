import type { IdentityFields } from '#domain/patients/patient-identity.ts';
import { canBeSamePerson, clinicNumberKey, personKey } from '#domain/patients/patient-identity.ts';

/** What an earlier row of the file means for a row. */
export type EarlierRow =
  /** The same patient: this row adds nothing. */
  | { kind: 'duplicate'; row: number; message: string }
  /** The same clinic number for someone else: one of the two is wrong. */
  | { kind: 'number_used_twice'; row: number; message: string };

/** Remembers the good rows of one file, to find the repeated ones. */
export interface DuplicateRows {
  /** The earlier row that this good row repeats or contradicts; null for a new patient. */
  check: (patient: IdentityFields, row: number) => EarlierRow | null;
}

/**
 * Finds rows that repeat an earlier row of the file: by clinic number, or where the row has none, by
 * names, birth date and phone (also of rows that have a number).
 */
export function createDuplicateRows(): DuplicateRows {
  const byNumber = new Map<string, { row: number; patient: IdentityFields }>();
  const byPerson = new Map<string, number>();
  const duplicate = (row: number): EarlierRow => ({
    kind: 'duplicate',
    row,
    message: `The same patient as in row ${row}.`,
  });
  return {
    check: (patient, row) => {
      const person = personKey(patient);
      if (patient.clinicNumber === null) {
        const earlier = byPerson.get(person);
        if (earlier !== undefined) return duplicate(earlier);
      } else {
        const key = clinicNumberKey(patient.clinicNumber);
        const earlier = byNumber.get(key);
        if (earlier && canBeSamePerson(earlier.patient, patient)) return duplicate(earlier.row);
        if (earlier) {
          const message = `Row ${earlier.row} has this clinic number for another patient.`;
          return { kind: 'number_used_twice', row: earlier.row, message };
        }
        const { familyName, givenName, birthDate } = patient;
        const kept = { clinicNumber: null, familyName, givenName, birthDate, phone: null };
        byNumber.set(key, { row, patient: kept });
      }
      if (!byPerson.has(person)) byPerson.set(person, row);
      return null;
    },
  };
}
