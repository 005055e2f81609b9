import type { PatientCreate } from '#domain/patients/patient.ts';
import type { ImportField } from './import-fields.ts';
import { IMPORT_FIELD_LABELS } from './import-fields.ts';
import type { CsvCell } from './write-csv.ts';

const COLUMNS = [
  'clinicNumber',
  'familyName',
  'givenName',
  'birthDate',
  'sexAtBirth',
  'phone',
  'email',
  'contactPreference',
  'language',
  'referralSource',
  'notes',
] as const satisfies readonly ImportField[];

/** The headers of a patient export. An import guesses each of them, so an export can come back. */
export const PATIENT_CSV_HEADERS: readonly string[] = COLUMNS.map(
  (field) => IMPORT_FIELD_LABELS[field],
);

/** The cells of one patient in an export, in the order of the headers. */
export function patientCsvCells(patient: Pick<PatientCreate, (typeof COLUMNS)[number]>): CsvCell[] {
  return COLUMNS.map((field): CsvCell => {
    if (field === 'birthDate') return { kind: 'date', value: patient.birthDate };
    if (field === 'phone') return { kind: 'phone', value: patient.phone };
    return { kind: 'text', value: patient[field] };
  });
}
