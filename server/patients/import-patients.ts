import { sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { canBeSamePerson } from '#domain/imports/import-rules.ts';
import type { Patient, PatientCreate } from '#domain/patients/patient.ts';
import { clinicNumberKey, personKey } from '#domain/patients/patient-identity.ts';
import type { Tx } from '../audit/transact.ts';
import type { Database } from '../db/database.ts';
import { insertAll } from '../db/insert-all.ts';
import { selectRows } from '../db/rows.ts';
import { patients } from '../db/schema/patients.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { nextClinicNumber } from './create-patient.ts';

/** What is known here of a patient in a file. */
export type PatientMatch =
  /** Nobody yet; `looksLike` is the number of someone with the same name, birth date and phone. */
  | { kind: 'fresh'; looksLike: string | null }
  /** A patient already, under this clinic number. */
  | { kind: 'existing'; patientId: string; clinicNumber: string }
  /** The clinic number belongs to someone else. */
  | { kind: 'taken' };

/** What became of a patient in a file. */
export type PatientImported =
  | { kind: 'imported'; patientId: string }
  | Exclude<PatientMatch, { kind: 'fresh' }>;

const storedPatient = z.object({
  id: z.string(),
  clinicNumber: z.string(),
  familyName: z.string(),
  givenName: z.string(),
  birthDate: z.nullable(z.string()),
  identity: z.string(),
});

const COLUMNS = sql.raw(
  'id::text AS id, clinic_number AS "clinicNumber", family_name AS "familyName", given_name AS "givenName", birth_date::text AS "birthDate", identity',
);

const NUMBER = sql.raw('upper(normalize(clinic_number, NFKC) COLLATE "und-x-icu")');

/** One parameter for a list of any length, in a form that both engines and their indexes take. */
const oneOf = (values: readonly string[], type: 'text' | 'uuid' = 'text') =>
  sql`ANY (ARRAY(SELECT jsonb_array_elements_text(${JSON.stringify(values)}::jsonb)::${sql.raw(type)}))`;

/**
 * Finds each patient of a file among those registered: by clinic number, else by name, birth date
 * and phone (PRODUCT.md, "Import identity"). Archived patients count.
 */
export async function matchPatients(
  db: Database,
  people: readonly PatientCreate[],
): Promise<PatientMatch[]> {
  const numbers = people.flatMap(({ clinicNumber }) =>
    clinicNumber === null ? [] : [clinicNumber.normalize('NFKC').toUpperCase()],
  );
  const byNumber = new Map(
    numbers.length === 0
      ? []
      : (
          await selectRows(
            db,
            storedPatient,
            sql`SELECT ${COLUMNS} FROM patients WHERE ${NUMBER} = ${oneOf(numbers)}`,
          )
        ).map((row) => [clinicNumberKey(row.clinicNumber), row]),
  );
  const byPerson = new Map(
    (
      await selectRows(
        db,
        storedPatient,
        sql`SELECT ${COLUMNS} FROM patients WHERE identity = ${oneOf(people.map(personKey))} ORDER BY id DESC`,
      )
    ).map((row) => [row.identity, row]),
  );
  return people.map((person): PatientMatch => {
    const numbered =
      person.clinicNumber === null ? undefined : byNumber.get(clinicNumberKey(person.clinicNumber));
    if (numbered && !canBeSamePerson(numbered, person)) return { kind: 'taken' };
    const like = byPerson.get(personKey(person));
    const found = numbered ?? (person.clinicNumber === null ? like : undefined);
    if (found) return { kind: 'existing', patientId: found.id, clinicNumber: found.clinicNumber };
    const isTelling = person.birthDate !== null || person.phone !== null;
    return { kind: 'fresh', looksLike: isTelling ? (like?.clinicNumber ?? null) : null };
  });
}

/**
 * Registers those people of a file who are not patients yet, in the open transaction, each with an
 * audit entry. People without a clinic number get the next ones. Answers what became of each.
 */
export async function importPatients(
  ctx: Ctx,
  tx: Tx,
  people: readonly PatientCreate[],
): Promise<PatientImported[]> {
  authorise(ctx, 'patients.import');
  const matches = await matchPatients(tx.db, people);
  const fresh = people.flatMap((person, index) =>
    matches[index]?.kind === 'fresh' ? [{ person, index }] : [],
  );
  const numbered = fresh.flatMap(({ person, index }) =>
    person.clinicNumber === null ? [] : [{ ...person, clinicNumber: person.clinicNumber, index }],
  );
  const added = await register(ctx, tx, numbered);
  const others = fresh.filter(({ person }) => person.clinicNumber === null);
  const next = others.length === 0 ? 0 : await nextClinicNumber(tx.db);
  const given = others.map(({ person, index }, nth) => ({
    ...person,
    clinicNumber: String(next + nth),
    index,
  }));
  for (const [index, id] of await register(ctx, tx, given)) added.set(index, id);
  return matches.map((match, index): PatientImported => {
    if (match.kind !== 'fresh') return match;
    const patientId = added.get(index);
    // Without one, someone took the number between the look and the insert.
    return patientId === undefined ? { kind: 'taken' } : { kind: 'imported', patientId };
  });
}

type Numbered = PatientCreate & { clinicNumber: string; index: number };

/** Inserts them and answers the ids of those whose number was free, by their index. */
async function register(
  ctx: Ctx,
  tx: Tx,
  people: readonly Numbered[],
): Promise<Map<number, string>> {
  if (people.length === 0) return new Map();
  const now = ctx.deps.now();
  const stamp = now.toISOString();
  const made = people.map(({ index, ...person }): { index: number; patient: Patient } => ({
    index,
    patient: {
      id: ctx.deps.newId(),
      version: 1,
      ...person,
      isArchived: false,
      createdAt: stamp,
      updatedAt: stamp,
    },
  }));
  const rows = made.map(({ patient }) => ({
    ...patient,
    identity: personKey(patient),
    createdAt: now,
    updatedAt: now,
  }));
  await insertAll(tx.db, patients, rows, sql`ON CONFLICT DO NOTHING`);
  const stored = new Set(
    (
      await selectRows(
        tx.db,
        z.object({ id: z.string() }),
        sql`SELECT id::text AS id FROM patients WHERE id = ${oneOf(
          rows.map(({ id }) => id),
          'uuid',
        )}`,
      )
    ).map(({ id }) => id),
  );
  const added = made.filter(({ patient }) => stored.has(patient.id));
  await tx.recordAll(
    added.map(({ patient }) => ({
      act: 'patients.create',
      entity: 'patient',
      entityId: patient.id,
      patientId: patient.id,
      after: patient,
    })),
  );
  return new Map(added.map(({ index, patient }) => [index, patient.id]));
}
