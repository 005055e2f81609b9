import type { ImportField } from '#domain/exchange/import-fields.ts';
import type { DateOrder } from '#domain/patients/birth-date.ts';
import { nameKey } from '#domain/patients/person-name.ts';
import type { FieldProblem } from '#domain/shared/problem.ts';
import type { ImportColumn, ImportMappingRequest } from './patient-import.ts';

/** Fields that several columns may hold: notes are joined, of the others the first filled counts. */
const REPEATABLE: ReadonlySet<ImportField> = new Set(['notes', 'phone', 'email']);

const isName = (field: ImportField | null): boolean =>
  field === 'familyName' || field === 'givenName' || field === 'fullName';

/** The date columns of a mapping. */
const dateColumns = (columns: readonly ImportColumn[], request: ImportMappingRequest) =>
  columns.filter(({ column }) => request.columns[column] === 'birthDate');

/** What a person must mend in a mapping before a file can be read by it. */
export function findMappingProblems(
  columns: readonly ImportColumn[],
  request: ImportMappingRequest,
): FieldProblem[] {
  if (request.columns.length !== columns.length)
    return [{ path: 'columns', message: `This file has ${columns.length} columns.` }];
  const problems: FieldProblem[] = [];
  if (!request.columns.some(isName))
    problems.push({ path: 'columns', message: 'Choose the column that holds the name.' });
  for (const [index, field] of request.columns.entries()) {
    if (field === null || REPEATABLE.has(field) || request.columns.indexOf(field) === index)
      continue;
    problems.push({
      path: `columns.${index}`,
      message: 'Another column holds this already. Choose one of the two.',
    });
  }
  const isUnsure = dateColumns(columns, request).some(({ dates }) =>
    ['ambiguous', 'contradictory'].includes(dates.order),
  );
  if (isUnsure && request.dateOrder === null)
    problems.push({
      path: 'dateOrder',
      message: 'The dates of this file do not tell day from month. Say which comes first.',
    });
  return problems;
}

/** The order to read the dates in: as confirmed, else as the column says. */
export function settledDateOrder(
  columns: readonly ImportColumn[],
  request: ImportMappingRequest,
): DateOrder {
  return request.dateOrder ?? dateColumns(columns, request)[0]?.dates.suggested ?? 'dmy';
}

/** What two records of one clinic number are compared by. */
type Person = { familyName: string; givenName: string; birthDate: string | null };

const namesOf = (person: Person): string =>
  [nameKey(person.familyName), nameKey(person.givenName)].toSorted().join('|');

/**
 * Whether two records with one clinic number can be one person: the names agree, in either order,
 * or the birth date does (a family name changes). Otherwise the number belongs to someone else.
 */
export function canBeSamePerson(one: Person, other: Person): boolean {
  return (
    namesOf(one) === namesOf(other) || (one.birthDate !== null && one.birthDate === other.birthDate)
  );
}
