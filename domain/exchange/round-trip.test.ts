import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PatientCreate } from '#domain/patients/patient.ts';
import { CONTACT_PREFERENCES, patientCreate, SEXES_AT_BIRTH } from '#domain/patients/patient.ts';
import { createCsvReader } from './csv-reader.ts';
import { createTextReader } from './decode-text.ts';
import { guessColumns } from './guess-columns.ts';
import type { ImportMapping } from './import-mapping.ts';
import { PATIENT_CSV_HEADERS, patientCsvCells } from './patient-csv.ts';
import { readPatientRow } from './read-patient-row.ts';
import { reasonsOf, rejectedHeader, rejectedLine } from './rejected-rows-csv.ts';
import { CSV_START, csvHeader, csvLine, csvStyleOf } from './write-csv.ts';

const context = { country: 'PT', today: '2026-06-15' };

function readFile(file: string) {
  const text = createTextReader();
  const csv = createCsvReader();
  const bytes = new TextEncoder().encode(file);
  const rows = [...csv.push(text.push(bytes)), ...csv.push(text.end()), ...csv.end()];
  const cells = rows.map((row) => row.cells);
  const guess = guessColumns(cells[0] ?? [], cells.slice(1), context);
  const columns = guess.columns.map(({ field }) => field);
  const mapping: ImportMapping = {
    ...context,
    columns,
    dateOrder: 'dmy',
    nameOrder: guess.nameOrder,
    letterM: 'male',
  };
  return {
    columns,
    rows: rows.slice(1).map((row) => ({ ...row, read: readPatientRow(row.cells, mapping) })),
  };
}

const word = fc.constantFrom(
  'Ana',
  '=SUM(A1)',
  '-Silva',
  '@lex',
  "O'Neill",
  "'+x",
  '王小明',
  'فاطمة',
  'a;b',
  '"q" x',
);
const orNull = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null });
const patients: fc.Arbitrary<PatientCreate> = fc.record({
  clinicNumber: orNull(fc.stringMatching(/^[A-Z0-9]{1,8}-[0-9]{1,6}$/)),
  familyName: word,
  givenName: word,
  birthDate: orNull(fc.constantFrom('1985-04-03', '1931-12-01', '2026-06-15')),
  sexAtBirth: fc.constantFrom(...SEXES_AT_BIRTH),
  phone: orNull(
    fc.integer({ min: 910_000_000, max: 969_999_999 }).map((number) => `+351${number}`),
  ),
  email: orNull(fc.constantFrom('ana@mail.example', 'a.b+c@mail.example')),
  contactPreference: fc.constantFrom(...CONTACT_PREFERENCES),
  language: orNull(fc.constantFrom('pt', 'zh-Hant', 'pt-BR')),
  referralSource: orNull(word),
  notes: fc.array(word, { maxLength: 3 }).map((words) => words.join('\n')),
});

test('what we export comes back as it was', () => {
  fc.assert(
    fc.property(
      fc.array(patients, { minLength: 1, maxLength: 5 }),
      fc.constantFrom('PT', 'US'),
      (all, country) => {
        const stored = all.map((patient) => patientCreate.parse(patient));
        const style = csvStyleOf(country);
        const lines = stored.map((patient) => csvLine(patientCsvCells(patient), style));
        const { rows } = readFile(
          [CSV_START, csvHeader(PATIENT_CSV_HEADERS, style), ...lines].join(''),
        );
        expect(rows.map(({ read }) => read)).toEqual(
          stored.map((patient) => ({ ok: true, patient, notes: [] })),
        );
      },
    ),
    { numRuns: 300 },
  );
});

test('the file of rejected rows tells why, and can be mended and imported', () => {
  const header = ['Nome', 'Nascimento', 'Telemóvel'];
  const style = csvStyleOf('PT');
  const original = readFile(`${header.join(';')}\r\nAna Silva;31/02/1985;9,17555E+08\r\n`);
  const [row] = original.rows;
  const problems = row?.read.ok === false ? row.read.problems : [];
  const reasons = reasonsOf(problems, header);
  expect(reasons[0]).toBe(
    'Nascimento: February 1985 has 28 days. Type the date as on the ID card.',
  );
  const line = rejectedLine({ row: row?.row ?? 0, cells: row?.cells ?? [], reasons }, style);
  const file = `${CSV_START}${rejectedHeader(header, style)}${line}`;
  expect(readFile(file)).toMatchObject({
    columns: [null, null, 'fullName', 'birthDate', 'phone'],
    rows: [{ read: { ok: false, problems: [{ column: 3 }, { column: 4 }] } }],
  });
  const mended = file.replace('31/02/1985', '28/02/1985').replace('9,17555E+08', '917555390');
  expect(readFile(mended).rows[0]?.read).toMatchObject({
    ok: true,
    patient: { familyName: 'Silva', birthDate: '1985-02-28', phone: '+351917555390' },
  });
});
