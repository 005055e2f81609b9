import { expect, test } from 'vitest';
import { canBeSamePerson, findMappingProblems, settledDateOrder } from './import-rules.ts';
import type { ImportColumn, ImportMappingRequest } from './patient-import.ts';

const column = (index: number, order: ImportColumn['dates']['order'] = 'dmy'): ImportColumn => ({
  column: index,
  header: `Column ${index}`,
  samples: [],
  guess: null,
  confidence: 0,
  dates: {
    order,
    suggested: order === 'mdy' ? 'mdy' : 'dmy',
    counts: { dmy: 0, mdy: 0, either: 0 },
    examples: { dmy: [], mdy: [] },
  },
});

const request = (
  columns: ImportMappingRequest['columns'],
  dateOrder: ImportMappingRequest['dateOrder'] = null,
): ImportMappingRequest => ({ columns, dateOrder, hasHeader: true, nameOrder: 'given_first' });

const pathsOf = (columns: ImportColumn[], mapping: ImportMappingRequest) =>
  findMappingProblems(columns, mapping).map(({ path }) => path);

test('a mapping covers every column and holds a name', () => {
  const columns = [column(0), column(1)];
  expect(pathsOf(columns, request(['fullName', null]))).toEqual([]);
  expect(pathsOf(columns, request(['familyName', 'phone']))).toEqual([]);
  expect(pathsOf(columns, request(['fullName']))).toEqual(['columns']);
  expect(pathsOf(columns, request(['phone', 'email']))).toEqual(['columns']);
});

test('several columns may hold notes, phones and e-mail addresses, and nothing else', () => {
  const columns = [column(0), column(1), column(2)];
  for (const field of ['notes', 'phone', 'email'] as const)
    expect(pathsOf(columns, request(['fullName', field, field]))).toEqual([]);
  expect(pathsOf(columns, request(['fullName', 'fullName', 'fullName']))).toEqual([
    'columns.1',
    'columns.2',
  ]);
});

test('dates that do not tell day from month need a person’s word', () => {
  for (const order of ['ambiguous', 'contradictory'] as const) {
    const columns = [column(0), column(1, order)];
    expect(pathsOf(columns, request(['fullName', 'birthDate']))).toEqual(['dateOrder']);
    expect(pathsOf(columns, request(['fullName', 'birthDate'], 'mdy'))).toEqual([]);
    expect(pathsOf(columns, request(['fullName', 'notes']))).toEqual([]);
  }
});

test('the order of dates is the confirmed one, else the column’s own', () => {
  const columns = [column(0), column(1, 'mdy')];
  expect(settledDateOrder(columns, request(['fullName', 'birthDate']))).toBe('mdy');
  expect(settledDateOrder(columns, request(['fullName', 'birthDate'], 'dmy'))).toBe('dmy');
  expect(settledDateOrder(columns, request(['fullName', null]))).toBe('dmy');
});

test('one clinic number is one person where the names or the birth date agree', () => {
  const ana = { familyName: 'da Silva', givenName: 'Ana', birthDate: '1985-04-03' };
  expect(canBeSamePerson(ana, { ...ana, birthDate: null })).toBe(true);
  expect(canBeSamePerson(ana, { ...ana, familyName: 'ANA', givenName: 'Da Silva' })).toBe(true);
  expect(canBeSamePerson(ana, { ...ana, familyName: 'Costa' })).toBe(true);
  const rui = { familyName: 'Reis', givenName: 'Rui', birthDate: null };
  expect(canBeSamePerson(ana, rui)).toBe(false);
  expect(canBeSamePerson({ ...ana, birthDate: null }, rui)).toBe(false);
});
