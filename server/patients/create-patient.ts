import { sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import type { Patient, PatientCreate } from '#domain/patients/patient.ts';
import { personKey } from '#domain/patients/patient-identity.ts';
import { Problem } from '#domain/shared/problem.ts';
import { transact, type Tx } from '../audit/transact.ts';
import { clinicToday, fetchClinic } from '../clinic/clinic-view.ts';
import type { Database } from '../db/database.ts';
import { selectRows } from '../db/rows.ts';
import { patients } from '../db/schema/patients.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { toPatient } from './patient-view.ts';
import { readPhone, refuseFutureBirth } from './read-contact.ts';

const NUMBER_LOCK = 7_214_003;

/**
 * The clinic's next free number. Held until the transaction ends, so that no two creates share one.
 * It follows the highest number whose next one is free: 999999999 has none of its own.
 */
export async function nextClinicNumber(db: Database): Promise<number> {
  await db.execute(sql`SELECT pg_advisory_xact_lock(${NUMBER_LOCK})`);
  const [row] = await selectRows(
    db,
    z.object({ next: z.number() }),
    sql`SELECT coalesce((
      SELECT clinic_number::int FROM patients AS last
      WHERE clinic_number ~ '^[1-9][0-9]{0,8}$' AND clinic_number <> '999999999'
        AND NOT EXISTS (SELECT 1 FROM patients AS next
          WHERE upper(normalize(next.clinic_number, NFKC) COLLATE "und-x-icu")
            = (last.clinic_number::int + 1)::text)
      ORDER BY clinic_number::int DESC LIMIT 1), 10000) + 1 AS next`,
  );
  if (!row) throw new Error('The next clinic number was not answered.');
  return row.next;
}

/** Inserts a patient; `made` is undefined when someone has the number that was typed. */
async function insertPatient(
  ctx: Ctx,
  tx: Tx,
  input: PatientCreate,
): Promise<{ made: Patient | undefined; clinicNumber: string }> {
  const now = ctx.deps.now();
  for (let further = 0; ; further += 1) {
    const clinicNumber = input.clinicNumber ?? String((await nextClinicNumber(tx.db)) + further);
    const [row] = await tx.db
      .insert(patients)
      .values({
        ...input,
        clinicNumber,
        id: ctx.deps.newId(),
        identity: personKey(input),
        createdAt: now,
        updatedAt: now,
      })
      .onConflictDoNothing()
      .returning();
    // The number given is someone else's: typed at the same moment, or in other digits.
    if (row || input.clinicNumber !== null) return { made: row && toPatient(row), clinicNumber };
  }
}

/**
 * Adds a patient in the open transaction.
 * @throws Problem `duplicate` at `clinicNumber` when someone has the number
 */
async function addPatient(ctx: Ctx, tx: Tx, input: PatientCreate): Promise<Patient> {
  const { made, clinicNumber } = await insertPatient(ctx, tx, input);
  if (!made)
    throw new Problem('duplicate', `Someone has the clinic number ${clinicNumber} already.`, {
      fields: [{ path: 'clinicNumber', message: 'Someone has this clinic number already.' }],
    });
  await tx.record({
    act: 'patients.create',
    entity: 'patient',
    entityId: made.id,
    patientId: made.id,
    after: made,
  });
  return made;
}

/**
 * Registers a patient.
 * @throws Problem `invalid` at `phone` or `birthDate`, `duplicate` at `clinicNumber`
 */
export async function createPatient(ctx: Ctx, input: PatientCreate): Promise<Patient> {
  authorise(ctx, 'patients.write');
  const { country, timeZone } = await fetchClinic(ctx.deps.db);
  refuseFutureBirth(input.birthDate, clinicToday(timeZone, ctx.deps.now()));
  const phone = readPhone(input.phone, country);
  return await transact(ctx, (tx) => addPatient(ctx, tx, { ...input, phone }));
}
