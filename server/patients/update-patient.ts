import { and, eq, sql } from 'drizzle-orm';
import type { Patient, PatientUpdate } from '#domain/patients/patient.ts';
import { personKey } from '#domain/patients/patient-identity.ts';
import { withChange } from '#domain/shared/change.ts';
import { invalidField, Problem } from '#domain/shared/problem.ts';
import { databaseErrorCode, transact } from '../audit/transact.ts';
import { clinicToday, fetchClinic } from '../clinic/clinic-view.ts';
import { refuseStale, updatedOrStale } from '../db/fetch.ts';
import { patients } from '../db/schema/patients.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { fetchPatient, toPatient } from './patient-view.ts';
import { readPhone, refuseFutureBirth } from './read-contact.ts';

type Change = PatientUpdate & { isArchived?: boolean };

async function change(
  ctx: Ctx,
  id: string,
  version: number,
  act: string,
  input: Change,
): Promise<Patient> {
  return await transact(ctx, async (tx) => {
    const before = await fetchPatient(tx.db, id);
    refuseStale(before, version);
    const after = withChange(before, input);
    if (after.familyName === '' && after.givenName === '')
      throw invalidField('familyName', 'Type a family name, a given name, or both.');
    const row = await updatedOrStale(
      await tx.db
        .update(patients)
        .set({
          ...input,
          identity: personKey(after),
          version: sql`${patients.version} + 1`,
          updatedAt: ctx.deps.now(),
        })
        .where(and(eq(patients.id, id), eq(patients.version, version)))
        .returning(),
      () => fetchPatient(tx.db, id),
    );
    const saved = toPatient(row);
    await tx.record({ act, entity: 'patient', entityId: id, patientId: id, before, after: saved });
    return saved;
  });
}

/**
 * Changes a patient's desk fields.
 * @throws Problem `not_found`, `stale`, `invalid`, `duplicate` at `clinicNumber`
 */
export async function updatePatient(
  ctx: Ctx,
  id: string,
  version: number,
  input: PatientUpdate,
): Promise<Patient> {
  authorise(ctx, 'patients.write');
  const { country, timeZone } = await fetchClinic(ctx.deps.db);
  const phone = input.phone === undefined ? {} : { phone: readPhone(input.phone, country) };
  refuseFutureBirth(input.birthDate ?? null, clinicToday(timeZone, ctx.deps.now()));
  try {
    return await change(ctx, id, version, 'patients.update', { ...input, ...phone });
  } catch (error) {
    if (databaseErrorCode(error) !== '23505') throw error;
    throw new Problem('duplicate', 'Someone has this clinic number already.', {
      fields: [{ path: 'clinicNumber', message: 'Someone has this clinic number already.' }],
    });
  }
}

/**
 * Puts a patient out of the everyday list, or back. Nothing of the record is lost.
 * @throws Problem `not_found`, `stale`
 */
export async function archivePatient(
  ctx: Ctx,
  id: string,
  version: number,
  isArchived: boolean,
): Promise<Patient> {
  authorise(ctx, 'patients.write');
  return await change(ctx, id, version, isArchived ? 'patients.archive' : 'patients.restore', {
    isArchived,
  });
}
