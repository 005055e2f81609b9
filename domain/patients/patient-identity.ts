import { nameKey } from './person-name.ts';

/** The fields by which a patient of a file is found again (PRODUCT.md, "Import identity"). */
export interface IdentityFields {
  clinicNumber: string | null;
  familyName: string;
  givenName: string;
  birthDate: string | null;
  phone: string | null;
}

/**
 * The key of a person without a clinic number: both names without case, accents and spacing, birth
 * date and phone. Every stored patient has one, whatever their number.
 */
export function personKey(patient: Omit<IdentityFields, 'clinicNumber'>): string {
  const names = `${nameKey(patient.familyName)}|${nameKey(patient.givenName)}`;
  return `person:${names}|${patient.birthDate ?? ''}|${patient.phone ?? ''}`;
}

/** The key of a clinic number, without case and spacing. Leading zeros count: 007 is not 7. */
export function clinicNumberKey(clinicNumber: string): string {
  return `number:${clinicNumber.normalize('NFKC').toUpperCase().replace(/\s+/g, '')}`;
}

/**
 * What makes a row of a file the same patient as another row or a stored one: the clinic number,
 * else name, birth date and phone. A row without a number is compared with `personKey` of the
 * stored patients, as these all have numbers.
 */
export function patientIdentity(patient: IdentityFields): string {
  return patient.clinicNumber === null ? personKey(patient) : clinicNumberKey(patient.clinicNumber);
}

/**
 * Whether two records of one clinic number can be one person: the same words in their names, in any
 * order and split, and no two different birth dates. Otherwise the number was used twice.
 */
export function canBeSamePerson(
  one: Omit<IdentityFields, 'clinicNumber'>,
  other: Omit<IdentityFields, 'clinicNumber'>,
): boolean {
  const birthDatesDiffer =
    one.birthDate !== null && other.birthDate !== null && one.birthDate !== other.birthDate;
  return !birthDatesDiffer && wordsKey(one) === wordsKey(other);
}

function wordsKey({
  familyName,
  givenName,
}: Pick<IdentityFields, 'familyName' | 'givenName'>): string {
  const words = `${familyName} ${givenName}`.split(/[\s-]+/).map(nameKey);
  return words
    .filter((word) => word !== '')
    .toSorted()
    .join(' ');
}
