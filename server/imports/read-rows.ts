import { fullName } from '#domain/patients/display-name.ts';
import type { CsvRow } from '#domain/exchange/csv-reader.ts';
import type { ImportMapping } from '#domain/exchange/import-mapping.ts';
import {
  type CellProblem,
  type PatientRow,
  readPatientRow,
} from '#domain/exchange/read-patient-row.ts';
import { canBeSamePerson } from '#domain/imports/import-rules.ts';
import type { PatientCreate } from '#domain/patients/patient.ts';
import { clinicNumberKey, personKey } from '#domain/patients/patient-identity.ts';
import type { PatientMatch } from '../patients/import-patients.ts';
import type { importRows } from '../db/schema/imports.ts';
import { keptFinding, storable } from './import-view.ts';

/** A row as the dry run keeps it. */
export type CheckedRow = Omit<typeof importRows.$inferInsert, 'importId'>;

/** A good row before it was compared with others. */
export type GoodRow = { source: CsvRow; patient: PatientCreate; findings: CellProblem[] };

/** A row of the file that makes a patient, for comparing later rows with. */
export type SeenRow = {
  row: number;
  numberKey: string | null;
  personKey: string | null;
  person: Pick<PatientCreate, 'familyName' | 'givenName' | 'birthDate'>;
};

const columnOf = (mapping: ImportMapping, field: 'clinicNumber'): number | null => {
  const index = mapping.columns.indexOf(field);
  return index === -1 ? null : index;
};

/** A finding about a whole row, or about its clinic number. */
function finding(
  { source, patient }: GoodRow,
  mapping: ImportMapping,
  about: 'row' | 'clinicNumber',
  code: string,
  message: string,
): CellProblem {
  return keptFinding({
    column: about === 'row' ? null : columnOf(mapping, about),
    field: about === 'row' ? null : about,
    value:
      about === 'row'
        ? fullName(patient)
        : (source.cells[columnOf(mapping, about) ?? -1]?.trim() ?? ''),
    code,
    message,
  });
}

/** The finding of a number that is someone else's here. */
export const takenFinding = (row: GoodRow, mapping: ImportMapping): CellProblem =>
  finding(
    row,
    mapping,
    'clinicNumber',
    'number_taken',
    'This clinic number belongs to someone else here. Check it, or leave it empty for the next free one.',
  );

/** The finding of a row that is a patient already. */
export const existingFinding = (
  row: GoodRow,
  mapping: ImportMapping,
  clinicNumber: string,
): CellProblem =>
  finding(row, mapping, 'row', 'already_here', `A patient already, number ${clinicNumber}.`);

// Longer than any value that is taken, so that what is too long stays so; the rest is not read, as
// looking for dates and phones in a cell of 30,000 characters would hold up every other request.
const LONGEST_NOTES = 2500;
const LONGEST_OTHER = 300;

const readableCells = ({ cells }: CsvRow, { columns }: ImportMapping): string[] =>
  cells.map((cell, index) =>
    cell.length <= LONGEST_OTHER
      ? cell
      : cell.trim().slice(0, columns[index] === 'notes' ? LONGEST_NOTES : LONGEST_OTHER),
  );

/** A row that cannot be imported, or the good row it is. */
export function readRow(
  source: CsvRow,
  mapping: ImportMapping,
): { bad: CheckedRow } | { good: GoodRow } {
  const bad = (findings: readonly CellProblem[]) => ({
    bad: {
      row: source.row,
      outcome: 'bad' as const,
      cells: source.cells.map(storable),
      findings: findings.map(keptFinding),
      isNoted: false,
    },
  });
  if (source.problem)
    return bad([{ ...source.problem, column: null, field: null, value: source.cells.join(' ') }]);
  const read: PatientRow = readPatientRow(readableCells(source, mapping), mapping);
  if (!read.ok) return bad(read.problems);
  const findings = read.notes.map((note) =>
    keptFinding({ ...note, value: source.cells[note.column]?.trim() ?? '', code: 'note' }),
  );
  return { good: { source, patient: read.patient, findings } };
}

/** Remembers the rows of a file by the keys of their people. */
export function createSeenRows(earlier: readonly SeenRow[]) {
  const byNumber = new Map<string, SeenRow>();
  const byPerson = new Map<string, SeenRow>();
  const add = (seen: SeenRow): void => {
    if (seen.numberKey !== null) byNumber.set(seen.numberKey, seen);
    const known = seen.personKey === null ? undefined : byPerson.get(seen.personKey);
    // Among several a row without a number counts, as a numbered one is compared only with these.
    if (seen.personKey !== null && (!known || seen.numberKey === null))
      byPerson.set(seen.personKey, seen);
  };
  for (const seen of earlier) add(seen);
  return {
    add,
    /** The earlier row with the same clinic number, else with the same person. */
    find: (numberKey: string | null, person: string): SeenRow | undefined => {
      const numbered = numberKey === null ? undefined : byNumber.get(numberKey);
      const like = byPerson.get(person);
      return numbered ?? (numberKey === null || like?.numberKey === null ? like : undefined);
    },
  };
}

/**
 * Says what a good row is, against the earlier rows of its file and the patients registered: new,
 * a repetition, a patient already, or a clinic number that is someone else's.
 */
export function judgeRow(
  good: GoodRow,
  seen: ReturnType<typeof createSeenRows>,
  match: PatientMatch | undefined,
  mapping: ImportMapping,
): CheckedRow {
  const { source, patient } = good;
  const keys = {
    numberKey: patient.clinicNumber === null ? null : clinicNumberKey(patient.clinicNumber),
    personKey: personKey(patient),
  };
  const row = { row: source.row, cells: source.cells.map(storable), isNoted: false };
  const twin = seen.find(keys.numberKey, keys.personKey);
  if (twin && !canBeSamePerson(twin.person, patient)) {
    const message = `Row ${twin.row} has this clinic number for someone else. Check both, or leave one empty.`;
    return {
      ...row,
      outcome: 'bad',
      findings: [finding(good, mapping, 'clinicNumber', 'number_in_file', message)],
    };
  }
  if (twin) {
    const message = `The same person as row ${twin.row}, which is the one that counts.`;
    return {
      ...row,
      outcome: 'duplicate',
      findings: [finding(good, mapping, 'row', 'duplicate_in_file', message)],
    };
  }
  if (match?.kind === 'taken')
    return { ...row, outcome: 'bad', findings: [takenFinding(good, mapping)] };
  seen.add({ row: source.row, ...keys, person: patient });
  if (match?.kind === 'existing')
    return {
      ...row,
      ...keys,
      outcome: 'existing',
      patient,
      patientId: match.patientId,
      findings: [existingFinding(good, mapping, match.clinicNumber)],
    };
  const looksLike = match?.looksLike ?? null;
  const findings =
    looksLike === null
      ? good.findings
      : [
          ...good.findings,
          finding(
            good,
            mapping,
            'row',
            'looks_like',
            `Same name, birth date and phone as patient ${looksLike}, who has another clinic number.`,
          ),
        ];
  return { ...row, ...keys, outcome: 'fresh', patient, findings, isNoted: findings.length > 0 };
}
