import { parsePhone } from '#domain/patients/phone.ts';
import { invalidField } from '#domain/shared/problem.ts';

/**
 * A phone as typed, as E.164 by the clinic's country.
 * @throws Problem `invalid` at `phone`
 */
export function readPhone(typed: string | null, country: string): string | null {
  if (typed === null) return null;
  const read = parsePhone(typed, country);
  if (!read.ok) throw invalidField('phone', read.message);
  return read.phone;
}

/**
 * Refuses a birth date that has not come yet on the clinic's own calendar.
 * @throws Problem `invalid` at `birthDate`
 */
export function refuseFutureBirth(birthDate: string | null, today: string): void {
  if (birthDate !== null && birthDate > today)
    throw invalidField('birthDate', 'This date has not come yet. Type the date as on the ID card.');
}
