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
