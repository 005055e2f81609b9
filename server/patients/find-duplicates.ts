import { and, eq, or, type SQL, sql } from 'drizzle-orm';
import type * as z from 'zod/mini';
import { type duplicateQuery, type PossibleDuplicate } from '#domain/patients/patient-query.ts';
import type { Patient } from '#domain/patients/patient.ts';
import { nameKey } from '#domain/patients/person-name.ts';
import { parsePhone } from '#domain/patients/phone.ts';
import { isCalendarDay } from '#domain/shared/calendar-date.ts';
import { fetchClinic } from '../clinic/clinic-view.ts';
import { patients } from '../db/schema/patients.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { findPatients } from './patient-view.ts';

const MOST = 5;
const CANDIDATES = 40;

const namesOf = (person: { familyName: string; givenName: string }): string =>
  [nameKey(person.familyName), nameKey(person.givenName)].toSorted().join(' ').trim();

/**
 * Who a new patient might be already: the same phone or e-mail address, or a like name with the
 * same birth date, the likeliest first. Archived patients count.
 */
export async function findDuplicates(
  ctx: Ctx,
  query: z.output<typeof duplicateQuery>,
): Promise<PossibleDuplicate[]> {
  authorise(ctx, 'patients.read');
  const { country } = await fetchClinic(ctx.deps.db);
  const read = query.phone === undefined ? undefined : parsePhone(query.phone, country);
  const phone = read?.ok ? read.phone : undefined;
  const email =
    query.email === undefined || !query.email.includes('@')
      ? undefined
      : query.email.trim().toLowerCase();
  const birthDate =
    query.birthDate !== undefined && isCalendarDay(query.birthDate) ? query.birthDate : undefined;
  const typed = `${query.givenName} ${query.familyName}`.trim();
  const conditions: SQL[] = [
    ...(phone === undefined ? [] : [eq(patients.phone, phone)]),
    ...(email === undefined ? [] : [sql`lower(email) = ${email}`]),
    ...(birthDate === undefined || typed === ''
      ? []
      : [sql`(birth_date = ${birthDate} AND fold_name(${typed}) <% search_text)`]),
    ...(birthDate === undefined && query.familyName !== '' && query.givenName !== ''
      ? [sql`search_text = fold_name(${` ${query.givenName.trim()} ${query.familyName.trim()}`})`]
      : []),
  ];
  if (conditions.length === 0) return [];
  const found = await findPatients(
    ctx.deps.db,
    and(
      or(...conditions),
      query.except === undefined ? undefined : sql`id::text <> ${query.except}`,
    ),
    CANDIDATES,
  );
  const reasons = (patient: Patient): PossibleDuplicate['because'] => [
    ...(birthDate !== undefined && patient.birthDate === birthDate && typed !== ''
      ? (['name_and_birth_date'] as const)
      : []),
    ...(phone !== undefined && patient.phone === phone ? (['phone'] as const) : []),
    ...(email !== undefined && patient.email?.toLowerCase() === email ? (['email'] as const) : []),
    ...(namesOf(patient) === namesOf(query) && typed !== '' ? (['name'] as const) : []),
  ];
  return found
    .map((patient) => ({ patient, because: reasons(patient) }))
    .toSorted((a, b) => b.because.length - a.because.length)
    .slice(0, MOST);
}
