import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { clinicNumberKey, patientIdentity, personKey } from '#domain/patients/patient-identity.ts';
import { readContactPreference, readLanguage, readSex } from './cell-words.ts';
import type { ImportMapping } from './import-mapping.ts';
import { readPatientRow } from './read-patient-row.ts';

const mapping: ImportMapping = {
  columns: [
    'clinicNumber',
    'fullName',
    'birthDate',
    'sexAtBirth',
    'phone',
    'email',
    'language',
    'notes',
    null,
  ],
  dateOrder: 'dmy',
  nameOrder: 'given_first',
  letterM: 'male',
  country: 'PT',
  today: '2026-06-15',
};
const read = (row: string, changes: Partial<ImportMapping> = {}) =>
  readPatientRow(row.split(';'), { ...mapping, ...changes });

test('a good row becomes a patient', () => {
  expect(
    read(' 12 ;Silva, Ana;3/4/85;Feminino;917 555 390;ana@mail.example;Português;likes tea;x'),
  ).toEqual({
    ok: true,
    notes: [],
    patient: {
      clinicNumber: '12',
      familyName: 'Silva',
      givenName: 'Ana',
      birthDate: '1985-04-03',
      sexAtBirth: 'female',
      phone: '+351917555390',
      email: 'ana@mail.example',
      contactPreference: 'not_recorded',
      language: 'pt',
      referralSource: null,
      notes: 'likes tea',
    },
  });
});

test('empty cells and place-holders are nothing', () => {
  expect(read(';Ana;00/00/0000;-;0;n/a;-;;')).toMatchObject({
    ok: true,
    notes: [],
    patient: { clinicNumber: null, givenName: 'Ana', birthDate: null, phone: null, email: null },
  });
  expect(read(';Ana').ok).toBe(true);
});

test('every problem of a row is told at once, with its column and value', () => {
  const row = read('12/3;Ana;31/2/85;yes;9,17555E+08;ana@;Klingon tongue;;');
  expect(row).toMatchObject({
    ok: false,
    problems: [
      { column: 2, field: 'birthDate', value: '31/2/85', code: 'birth_date_impossible' },
      { column: 3, field: 'sexAtBirth', value: 'yes', code: 'sex_unknown_word' },
      { column: 4, field: 'phone', value: '9,17555E+08', code: 'phone_digits_lost' },
      { column: 6, field: 'language', code: 'language_unknown' },
      { column: 5, field: 'email', value: 'ana@', code: 'email_invalid' },
    ],
  });
});

test.each([
  ['1;;3/4/85', 1, 'no_name'],
  ['1;-;3/4/85', 1, 'no_name'],
  ['1;03/04/1985;3/4/85', 1, 'name_without_letters'],
  ['1;ana@mail.example', 1, 'name_is_email'],
  ['1;An\ufffd Silva', 1, 'broken_letters'],
  ['1;Ana\u0001', 1, 'givenName_invalid'],
  [`1;${'a'.repeat(101)}`, 1, 'givenName_invalid'],
  ['123456789012345678901;Ana', 0, 'clinicNumber_invalid'],
  ['1,2E+05;Ana', 0, 'clinic_number_shortened'],
  ['#REF!;Ana', 0, 'spreadsheet_error'],
  [`1;Ana;;;;;;${'x'.repeat(2001)}`, 7, 'notes_invalid'],
])('%s has one problem', (row, column, code) => {
  expect(read(row)).toMatchObject({ ok: false, problems: [{ column, code }] });
  expect(read(row)).toHaveProperty('problems.length', 1);
});

test('what is mended is noted', () => {
  const row = read('12.0;Ana;01/01/1900;1;917555390/213555000;a@b.pt, c@d.pt;;;');
  expect(row).toMatchObject({ ok: true, patient: { clinicNumber: '12', email: 'a@b.pt' } });
  expect(row.ok && row.notes.map(({ column }) => column)).toEqual([2, 3, 4, 5]);
});

test('names that were encoded twice are taken and noted', () => {
  const notesOf = (name: string) => {
    const row = read(`1;${name}`);
    return row.ok ? row.notes.length : -1;
  };
  expect(['JosÃ© Silva', 'CONCEIÃ‡ÃƒO', 'São João', 'ÅNGSTRÖM', 'CONCEIÇÃO'].map(notesOf)).toEqual([
    1, 1, 0, 0, 0,
  ]);
});

test('cells guarded against formulas are restored', () => {
  expect(read("1;Ana;;;;;;'=1+1;")).toMatchObject({ ok: true, patient: { notes: '=1+1' } });
  expect(read("1;Ana;;;'+351 917 555 390;;;;")).toMatchObject({
    patient: { phone: '+351917555390' },
  });
});

test('two columns of notes are joined, of two phones the first counts', () => {
  const columns = ['givenName', 'notes', 'notes', 'phone', 'phone'] as const;
  expect(read('Ana;one;two;;917555390', { columns })).toMatchObject({
    patient: { notes: 'one\ntwo', phone: '+351917555390' },
  });
  expect(read('Ana;;;213555000;917555390', { columns })).toMatchObject({
    patient: { phone: '+351213555000' },
  });
});

test.each([
  ['F', 'female'],
  ['weiblich', 'female'],
  ['Kobieta', 'female'],
  ['MUJER', 'female'],
  ['Mężczyzna', 'male'],
  ['Erkek', 'male'],
  ['h', 'male'],
  ['Masculino', 'male'],
  ['2', 'female'],
  ['divers', 'not_recorded'],
])('sex %s is %s', (word, sex) => {
  expect(readSex(word, 'male')?.value).toBe(sex);
});

test('M is a woman beside H, and unknown words stay unknown', () => {
  expect(readSex('M', 'female')?.value).toBe('female');
  expect(readSex('yes', 'male')).toBeUndefined();
});

test.each([
  ['Telefone', 'phone'],
  ['WhatsApp', 'sms'],
  ['E-Mail', 'email'],
  ['Não contactar', 'none'],
  ['keine', 'none'],
  ['E-posta', 'email'],
])('contact by %s is %s', (word, preference) => {
  expect(readContactPreference(word)?.value).toBe(preference);
});

test.each([
  ['pt_br', 'pt-BR'],
  ['zh-hant-tw', 'zh-Hant-TW'],
  ['Français', 'fr'],
  ['Türkçe', 'tr'],
  ['Deutsch (Schweiz)', 'de'],
  ['POR', 'pt'],
])('language %s is %s', (text, tag) => {
  expect(readLanguage(text)).toBe(tag);
});

test('identity: the clinic number, else names, birth date and phone', () => {
  const ana = {
    clinicNumber: null,
    familyName: 'da Conceição',
    givenName: 'Ana',
    birthDate: '1985-04-03',
    phone: null,
  };
  const same = { ...ana, familyName: 'DA  CONCEICAO', givenName: 'ána' };
  expect(patientIdentity(ana)).toBe(patientIdentity(same));
  expect(patientIdentity(ana)).toBe(personKey({ ...same }));
  expect(patientIdentity(ana)).not.toBe(patientIdentity({ ...ana, birthDate: '1985-04-04' }));
  expect(patientIdentity(ana)).not.toBe(patientIdentity({ ...ana, phone: '+351917555390' }));
  expect(patientIdentity({ ...ana, clinicNumber: 'p 12' })).toBe(clinicNumberKey('P12'));
  expect(clinicNumberKey('007')).not.toBe(clinicNumberKey('7'));
});

test('any cells give a patient or problems, never an exception', () => {
  const cells = fc.array(fc.string({ unit: 'binary', maxLength: 20 }), { maxLength: 10 });
  fc.assert(
    fc.property(cells, (row) => {
      const result = readPatientRow(row, mapping);
      return result.ok || result.problems.length > 0;
    }),
    { numRuns: 500 },
  );
});
