import { expect, test } from 'vitest';
import type { IdentityFields } from '#domain/patients/patient-identity.ts';
import { createDuplicateRows } from './duplicate-rows.ts';

const ana: IdentityFields = {
  clinicNumber: null,
  familyName: 'da Conceição',
  givenName: 'Ana',
  birthDate: '1985-04-03',
  phone: null,
};

const kindsOf = (...patients: IdentityFields[]) => {
  const rows = createDuplicateRows();
  return patients.map((patient, index) => rows.check(patient, index + 2)?.kind ?? 'new');
};

test('without a number the names, birth date and phone decide', () => {
  const other = { ...ana, birthDate: '1985-04-04' };
  const loud = { ...ana, familyName: 'DA CONCEICAO' };
  expect(kindsOf(ana, other, loud)).toEqual(['new', 'new', 'duplicate']);
});

test('a number decides, unless it was given to someone else', () => {
  const numbered = { ...ana, clinicNumber: 'P-1' };
  const moved = { ...numbered, clinicNumber: 'p-1', phone: '+351917555390' };
  const split = { ...numbered, familyName: 'Conceição', givenName: 'Ana da' };
  const rui = { ...numbered, givenName: 'Rui' };
  const born = { ...numbered, birthDate: '1990-01-01' };
  expect(kindsOf(numbered, moved, split, rui, born)).toEqual([
    'new',
    'duplicate',
    'duplicate',
    'number_used_twice',
    'number_used_twice',
  ]);
});

test('a row without a number repeats one with a number, not the other way round', () => {
  const numbered = { ...ana, clinicNumber: 'P-1' };
  expect(kindsOf(numbered, ana)).toEqual(['new', 'duplicate']);
  expect(kindsOf(ana, numbered)).toEqual(['new', 'new']);
});

test('the earlier row is named', () => {
  const rows = createDuplicateRows();
  rows.check(ana, 7);
  expect(rows.check(ana, 12)).toEqual({
    kind: 'duplicate',
    row: 7,
    message: 'The same patient as in row 7.',
  });
});
