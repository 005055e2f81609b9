import { and, eq, sql } from 'drizzle-orm';
import type {
  Consent,
  ConsentRevoke,
  ConsentSign,
  PhotoWithdrawal,
} from '#domain/consents/consent.ts';
import type { IngredientClass } from '#domain/ingredients/ingredient-enums.ts';
import { invalidField, Problem } from '#domain/shared/problem.ts';
import { transact, type Tx } from '../audit/transact.ts';
import { clinicToday, fetchClinic } from '../clinic/clinic-view.ts';
import { requireCourse } from '../courses/require-course.ts';
import type { Database } from '../db/database.ts';
import { refuseStale, updatedOrStale } from '../db/fetch.ts';
import { consents, consentTemplates } from '../db/schema/consents.ts';
import { authorise, type Ctx } from '../http/context.ts';
import { fetchVersionForSession } from '../recipes/fetch-version-for-session.ts';
import { fetchConsent } from './consent-view.ts';

async function today(ctx: Ctx, db: Database): Promise<string> {
  const { timeZone } = await fetchClinic(db);
  return clinicToday(timeZone, ctx.deps.now());
}

/** @throws Problem `invalid` at `templateId` */
async function requireTemplate(db: Database, templateId: string): Promise<void> {
  const [template] = await db
    .select({ status: consentTemplates.status })
    .from(consentTemplates)
    .where(eq(consentTemplates.id, templateId));
  if (template?.status !== 'approved')
    throw invalidField('templateId', 'This text is not in use: choose one that is.');
}

/** @throws Problem `invalid` at `recipeVersionId` */
async function classesOf(db: Database, versionId: string | null): Promise<IngredientClass[]> {
  if (versionId === null) return [];
  try {
    const { ingredients } = await fetchVersionForSession(db, versionId);
    return [...new Set(ingredients.map(({ ingredient }) => ingredient.class))].toSorted();
  } catch (error) {
    if (error instanceof Problem && error.code === 'not_found')
      throw invalidField('recipeVersionId', 'There is no such recipe version.');
    throw error;
  }
}

async function add(ctx: Ctx, tx: Tx, input: ConsentSign): Promise<Consent> {
  const { isTypedSignature: _, photos, ...signed } = input;
  const course = await requireCourse(tx.db, input.courseId);
  await requireTemplate(tx.db, input.templateId);
  if (input.givenOn > (await today(ctx, tx.db)))
    throw invalidField('givenOn', 'This day has not come yet.');
  const now = ctx.deps.now();
  const id = ctx.deps.newId();
  const choice = (isAllowed: boolean) => ({ isAllowed, withdrawnAt: null });
  await tx.db.insert(consents).values({
    ...signed,
    id,
    patientId: course.patientId,
    explainedBy: ctx.actor.staffId,
    ingredientClasses: await classesOf(tx.db, input.recipeVersionId),
    signedAt: now,
    photos: {
      record: choice(photos.record),
      teaching: choice(photos.teaching),
      publicity: choice(photos.publicity),
    },
    createdAt: now,
    updatedAt: now,
  });
  const made = await fetchConsent(tx.db, id);
  const { patientId } = made;
  // The drawn line stays with the consent: the trail needs only that there was one.
  const after = { ...made, signaturePath: made.signaturePath === null ? 'typed' : 'drawn' };
  await tx.record({ act: 'consents.sign', entity: 'consent', entityId: id, patientId, after });
  return made;
}

/**
 * Signs a consent for a course: whoever is signed in has explained it.
 * @throws Problem `invalid` at the field
 */
export async function signConsent(ctx: Ctx, input: ConsentSign): Promise<Consent> {
  authorise(ctx, 'consents.write');
  return await transact(ctx, (tx) => add(ctx, tx, input));
}

type Change = Partial<typeof consents.$inferInsert>;

async function change(
  ctx: Ctx,
  act: string,
  id: string,
  version: number,
  changeOf: (before: Consent, tx: Tx) => Promise<Change>,
): Promise<Consent> {
  authorise(ctx, 'consents.write');
  return await transact(ctx, async (tx) => {
    const before = await fetchConsent(tx.db, id);
    refuseStale(before, version);
    if (before.revocation !== null)
      throw new Problem('conflict', 'This consent is revoked already.');
    const set = await changeOf(before, tx);
    await updatedOrStale(
      await tx.db
        .update(consents)
        .set({ ...set, version: sql`${consents.version} + 1`, updatedAt: ctx.deps.now() })
        .where(and(eq(consents.id, id), eq(consents.version, version)))
        .returning({ id: consents.id }),
      () => fetchConsent(tx.db, id),
    );
    const after = await fetchConsent(tx.db, id);
    const { patientId, photos, revocation } = before;
    await tx.record({
      act,
      entity: 'consent',
      entityId: id,
      patientId,
      before: { photos, revocation },
      after: { photos: after.photos, revocation: after.revocation },
    });
    return after;
  });
}

/**
 * Withdraws uses of photos, from now on.
 * @throws Problem `not_found`, `stale`, `conflict` when revoked; `invalid` at `uses`
 */
export async function withdrawPhotos(
  ctx: Ctx,
  id: string,
  version: number,
  { uses }: PhotoWithdrawal,
): Promise<Consent> {
  const withdrawnAt = ctx.deps.now().toISOString();
  return await change(ctx, 'consents.withdraw-photos', id, version, (before) => {
    const photos = { ...before.photos };
    for (const use of uses) {
      const { isAllowed, withdrawnAt: earlier } = photos[use];
      if (!isAllowed || earlier !== null)
        throw invalidField('uses', 'This use is not allowed as it stands.');
      photos[use] = { isAllowed, withdrawnAt };
    }
    return Promise.resolve({ photos });
  });
}

/**
 * Revokes a consent, with the day and the reason.
 * @throws Problem `not_found`, `stale`, `conflict` when revoked already; `invalid` at `on`
 */
export async function revokeConsent(
  ctx: Ctx,
  id: string,
  version: number,
  { on, reason }: ConsentRevoke,
): Promise<Consent> {
  return await change(ctx, 'consents.revoke', id, version, async (before, tx) => {
    const { timeZone } = await fetchClinic(tx.db);
    const now = await today(ctx, tx.db);
    const revokedOn = on ?? now;
    if (revokedOn > now) throw invalidField('on', 'This day has not come yet.');
    if (revokedOn < clinicToday(timeZone, new Date(before.signedAt)))
      throw invalidField('on', 'It was signed after this day.');
    return { revokedOn, revokeReason: reason, revokedBy: ctx.actor.staffId };
  });
}
