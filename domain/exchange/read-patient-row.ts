import type { PatientCreate } from '#domain/patients/patient.ts';
import { patientCreate } from '#domain/patients/patient.ts';
import { restoreCell } from './guarded-cell.ts';
import type { ImportField } from './import-fields.ts';
import type { ImportMapping } from './import-mapping.ts';
import type { CellReading } from './read-patient-cell.ts';
import { readPatientCell } from './read-patient-cell.ts';

/** Why a cell, or the row, cannot be imported. */
export interface CellProblem {
  /** Index of the column from 0; null where the whole row lacks something. */
  column: number | null;
  field: ImportField | null;
  value: string;
  /** Stable, for counting the kinds of problems. */
  code: string;
  message: string;
}

/** What was mended or left out in a cell that is imported all the same. */
export interface CellNote {
  column: number;
  field: ImportField;
  message: string;
}

/** A row as the patient it makes, or every problem it has. */
export type PatientRow =
  | { ok: true; patient: PatientCreate; notes: CellNote[] }
  | { ok: false; problems: CellProblem[] };

const EMPTY: PatientCreate = {
  clinicNumber: null,
  familyName: '',
  givenName: '',
  birthDate: null,
  sexAtBirth: 'not_recorded',
  phone: null,
  email: null,
  contactPreference: 'not_recorded',
  language: null,
  referralSource: null,
  notes: '',
};

/**
 * Reads one row of a patient file. All its problems are told at once; what was mended is noted.
 * The result passes the same schema as a patient typed at the desk. Where two columns hold one
 * field, notes are joined and of others the first that is filled counts.
 */
export function readPatientRow(cells: readonly string[], mapping: ImportMapping): PatientRow {
  const draft = { ...EMPTY };
  const problems: CellProblem[] = [];
  const notes: CellNote[] = [];
  const columnOf = new Map<string, number>();

  for (const [column, field] of mapping.columns.entries()) {
    const value = restoreCell(cells[column] ?? '').trim();
    if (field === null || value === '') continue;
    const reading = readPatientCell(field, value, mapping);
    if (!reading.ok) {
      problems.push({ column, field, value, code: reading.code, message: reading.message });
      continue;
    }
    for (const message of reading.notes) notes.push({ column, field, message });
    for (const key of merge(draft, reading)) columnOf.set(key, column);
  }

  const parsed = patientCreate.safeParse(draft);
  for (const { path, message } of parsed.error?.issues ?? []) {
    const key = String(path[0] ?? '');
    const column = columnOf.get(key);
    if (column !== undefined) {
      const value = cells[column] ?? '';
      const field = mapping.columns[column] ?? null;
      problems.push({ column, field, value, code: `${key}_invalid`, message });
    } else if (!problems.some(({ field }) => isName(field))) {
      const nameColumn = mapping.columns.findIndex(isName);
      const place = nameColumn === -1 ? null : nameColumn;
      const field = mapping.columns[nameColumn] ?? null;
      problems.push({ column: place, field, value: '', code: 'no_name', message });
    }
  }
  if (!parsed.success || problems.length > 0) return { ok: false, problems };
  return { ok: true, patient: parsed.data, notes };
}

const isName = (field: ImportField | null): boolean =>
  field === 'familyName' || field === 'givenName' || field === 'fullName';

/** Puts what a cell says into the draft and answers which fields it filled. */
function merge(draft: PatientCreate, reading: CellReading & { ok: true }): string[] {
  const filled: string[] = [];
  const { notes, ...others } = reading.fields;
  if (notes !== undefined) {
    draft.notes = draft.notes === '' ? notes : `${draft.notes}\n${notes}`;
    filled.push('notes');
  }
  for (const [key, value] of Object.entries(others)) {
    const current: unknown = Reflect.get(draft, key);
    if (current === null || current === '' || current === 'not_recorded') {
      Object.assign(draft, { [key]: value });
      filled.push(key);
    }
  }
  return filled;
}
