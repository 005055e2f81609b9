import { and, eq, sql } from 'drizzle-orm';
import { profileProblems } from '#domain/profiles/profile-problems.ts';
import {
  type PatientProfile,
  type ProfileUpdate,
  type ProfileValues,
  profileValuesOf,
} from '#domain/profiles/profile.ts';
import { withChange } from '#domain/shared/change.ts';
import { type FieldProblem, Problem } from '#domain/shared/problem.ts';
import { transact, type Tx } from '../audit/transact.ts';
import { clinicToday, fetchClinic } from '../clinic/clinic-view.ts';
import type { Database } from '../db/database.ts';
import { refuseStale, updatedOrStale } from '../db/fetch.ts';
import { patientProfiles, profileChanges } from '../db/schema/profiles.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { fetchIngredients } from '../ingredients/ingredient-view.ts';
import { fetchPatient } from '../patients/patient-view.ts';
import { profileOf, toProfile } from './profile-view.ts';

async function unknownIngredients(db: Database, values: ProfileValues): Promise<FieldProblem[]> {
  const named = values.allergies.flatMap(({ ingredientId }) => ingredientId ?? []);
  if (named.length === 0) return [];
  const known = await fetchIngredients(db, named);
  return values.allergies.flatMap(({ ingredientId }, index) =>
    ingredientId === null || known.has(ingredientId)
      ? []
      : [{ path: `allergies.${index}.ingredientId`, message: 'There is no such ingredient.' }],
  );
}

/** A measure is taken today or earlier. */
function futureDays({ weight, bloodPressure }: ProfileValues, today: string): FieldProblem[] {
  const days = [
    ['weight.takenOn', weight?.takenOn],
    ['bloodPressure.takenOn', bloodPressure?.takenOn],
  ] as const;
  return days
    .filter(([, day]) => day !== undefined && day > today)
    .map(([path]) => ({ path, message: 'This day has not come yet.' }));
}

/** The fields that differ, as they were and as they are. */
function differenceOf(before: ProfileValues, after: ProfileValues) {
  const was: Record<string, unknown> = {};
  const is: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(after)) {
    const earlier: unknown = Reflect.get(before, name);
    if (JSON.stringify(earlier) === JSON.stringify(value)) continue;
    was[name] = earlier;
    is[name] = value;
  }
  return { was, is };
}

async function write(
  ctx: Ctx,
  tx: Tx,
  before: PatientProfile,
  values: ProfileValues,
): Promise<PatientProfile> {
  const { patientId, version } = before;
  const row = {
    ...values,
    changedAt: ctx.deps.now(),
    changedBy: ctx.actor.staffId,
  };
  const saved =
    version === 1
      ? await tx.db
          .insert(patientProfiles)
          .values({ ...row, id: ctx.deps.newId(), patientId, version: 2 })
          .onConflictDoNothing()
          .returning()
      : await tx.db
          .update(patientProfiles)
          .set({ ...row, version: sql`${patientProfiles.version} + 1` })
          .where(
            and(eq(patientProfiles.patientId, patientId), eq(patientProfiles.version, version)),
          )
          .returning();
  return toProfile(await updatedOrStale(saved, () => profileOf(tx.db, patientId)));
}

/**
 * Changes a patient's profile; what it said before stays in its history.
 * @throws Problem `not_found`, `stale`, `invalid` at the field
 */
export async function updateProfile(
  ctx: Ctx,
  patientId: string,
  version: number,
  change: ProfileUpdate,
): Promise<PatientProfile> {
  authorise(ctx, 'profiles.write');
  return await transact(ctx, async (tx) => {
    await fetchPatient(tx.db, patientId);
    const before = await profileOf(tx.db, patientId);
    refuseStale(before, version);
    const earlier = profileValuesOf(before);
    const values = withChange<ProfileValues>(earlier, change);
    const { timeZone } = await fetchClinic(tx.db);
    const fields = [
      ...profileProblems(values),
      ...futureDays(values, clinicToday(timeZone, ctx.deps.now())),
      ...(await unknownIngredients(tx.db, values)),
    ];
    if (fields.length > 0) throw new Problem('invalid', undefined, { fields });
    const after = await write(ctx, tx, before, values);
    const { was, is } = differenceOf(earlier, values);
    await tx.db.insert(profileChanges).values({
      id: ctx.deps.newId(),
      patientId,
      changedAt: ctx.deps.now(),
      changedBy: ctx.actor.staffId,
      before: was,
      after: is,
    });
    const what = { act: 'profiles.update', entity: 'profile', entityId: patientId, patientId };
    await tx.record({ ...what, before: was, after: is });
    return after;
  });
}
