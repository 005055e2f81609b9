import { eq, sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { databaseErrorCode, transact } from '#server/audit/transact.ts';
import { auditEntries } from '#server/db/schema/audit.ts';
import type { Ctx } from '#server/http/context.ts';
import { addIngredient, addRecipe, newLine } from '#tests/support/recipe-factories.ts';
import { type Client, openTestClinic, type TestClinic } from '#tests/support/test-clinic.ts';
import { approveVersion } from '#tests/support/treatment-steps.ts';
import { fetchVersionForSession } from './fetch-version-for-session.ts';
import { markVersionUsed } from './mark-version-used.ts';

let clinic: TestClinic;
let doctor: Client;
let zinc: { id: string };
let recipe: { id: string; currentVersionId: string };
beforeEach(async () => {
  clinic = await openTestClinic();
  doctor = await clinic.as('practitioner');
  zinc = await addIngredient(doctor, { name: 'Zinc', class: 'mineral' });
  recipe = await addRecipe(doctor, { ingredients: [newLine(zinc.id)] });
});

const next = (change: object = {}) => ({
  basedOnVersionId: recipe.currentVersionId,
  changeNote: 'Less zinc: it stung.',
  ingredients: [newLine(zinc.id, { volumeMl: 0.5 })],
  ...change,
});

const addVersion = (change: object = {}) =>
  doctor('POST', `/api/recipes/${recipe.id}/versions`, next(change));

async function useVersion(versionId: string): Promise<void> {
  const { status } = (await doctor('GET', `/api/recipes/versions/${versionId}`)).body;
  if (status === 'draft') await approveVersion(await clinic.as('practitioner-two'), versionId);
  await takeVersion(versionId);
}

async function takeVersion(versionId: string): Promise<void> {
  const ctx: Ctx = {
    deps: clinic.deps,
    actor: {
      staffId: await clinic.staffId('practitioner'),
      roles: ['practitioner'],
      isPrescriber: false,
      isOwner: false,
    },
    requestId: 'a-session',
    idempotency: undefined,
  };
  await transact(ctx, async (tx) => {
    await markVersionUsed(ctx, tx, versionId);
    await tx.record({ act: 'sessions.create', entity: 'session', entityId: null });
  });
}

test('a next version follows, says what changed and becomes the current one', async () => {
  const made = await addVersion();
  expect(made.status, made.text).toBe(201);
  expect(made.body).toMatchObject({
    number: 2,
    basedOnVersionId: recipe.currentVersionId,
    changeNote: 'Less zinc: it stung.',
    totals: { volumeMl: 0.5 },
  });
  const { body } = await doctor('GET', `/api/recipes/${recipe.id}`);
  expect(body).toMatchObject({
    version: 2,
    currentVersionNumber: 2,
    currentVersionId: made.body.id,
  });
  expect(body.versions.map((one: { number: number }) => one.number)).toEqual([2, 1]);
  expect(body.versions[1].totals.volumeMl).toBe(1.5);
});

test('a next version says what changed, from which of its own versions', async () => {
  const paths = async (change: object) =>
    (await addVersion(change)).body.fields.map((field: { path: string }) => field.path);
  expect(await paths({ changeNote: ' ' })).toEqual(['changeNote']);
  expect(await paths({ basedOnVersionId: undefined })).toEqual(['basedOnVersionId']);
  const other = await addRecipe(doctor, { name: 'Other', ingredients: [newLine(zinc.id)] });
  expect(await paths({ basedOnVersionId: other.currentVersionId })).toEqual(['basedOnVersionId']);
});

test('an archived recipe takes no version until it is restored', async () => {
  await doctor('POST', `/api/recipes/${recipe.id}/archive`, undefined, { 'if-match': '"1"' });
  const refused = await addVersion();
  expect(refused.status).toBe(409);
  expect(refused.body.code).toBe('conflict');
});

test('a repeated new version is answered, not made again', async () => {
  const to = `/api/recipes/${recipe.id}/versions`;
  const headers = { 'idempotency-key': 'one-version' };
  const first = await doctor('POST', to, next(), headers);
  expect((await doctor('POST', to, next(), headers)).body).toEqual(first.body);
  expect((await doctor('GET', `/api/recipes/${recipe.id}`)).body.versions).toHaveLength(2);
});

test('people who make the next version at once get numbers of their own', async () => {
  const other = await clinic.as('practitioner-two');
  const answers = await Promise.all(
    [doctor, other, doctor, other].map((by) =>
      by('POST', `/api/recipes/${recipe.id}/versions`, next()),
    ),
  );
  expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201, 201]);
  expect(answers.map((answer) => answer.body.number).toSorted((a, b) => a - b)).toEqual([
    2, 3, 4, 5,
  ]);
});

test('an unused version changes in place; a stale change is answered with it as it stands', async () => {
  const path = `/api/recipes/versions/${recipe.currentVersionId}`;
  const ingredients = [newLine(zinc.id, { volumeMl: 0.25 })];
  expect((await doctor('PATCH', path, { ingredients })).status).toBe(428);
  const saved = await doctor('PATCH', path, { ingredients }, { 'if-match': '"1"' });
  expect(saved.body).toMatchObject({ version: 2, totals: { volumeMl: 0.25 } });
  const stale = await doctor('PATCH', path, { changeNote: 'Late' }, { 'if-match': '"1"' });
  expect(stale.status).toBe(412);
  expect(stale.body.current).toMatchObject({ version: 2, totals: { volumeMl: 0.25 } });
  const rebased = { basedOnVersionId: recipe.currentVersionId };
  expect((await doctor('PATCH', path, rebased, { 'if-match': '"2"' })).status).toBe(422);
});

test('a version that a session named never changes again', async () => {
  await useVersion(recipe.currentVersionId);
  const path = `/api/recipes/versions/${recipe.currentVersionId}`;
  const before = (await doctor('GET', path)).body;
  expect(before.lockedAt).toBe('2026-06-10T09:30:00.000Z');
  for (const change of [{ changeNote: 'x' }, { ingredients: [newLine(zinc.id, { volumeMl: 9 })] }])
    for (const version of [1, 2, 3]) {
      const refused = await doctor('PATCH', path, change, { 'if-match': `"${version}"` });
      expect(refused.status).toBe(409);
      expect(refused.body).toMatchObject({
        code: 'conflict',
        detail: 'Version 1 is approved, so it stays as it is. Make a new version instead.',
      });
    }
  await useVersion(recipe.currentVersionId);
  expect((await doctor('GET', path)).body).toEqual(before);
  const locks = await clinic.db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.act, 'recipes.lock-version'));
  expect(locks).toHaveLength(1);
  expect((await addVersion()).status).toBe(201);
});

test('the database itself keeps a used version, whoever writes', async () => {
  const used = recipe.currentVersionId;
  const unused = (await addVersion()).body.id;
  await useVersion(used);
  const line = sql`(version_id, "order", ingredient_id, concentration_unit, volume_ml)`;
  const attempts = [
    sql`UPDATE recipe_versions SET change_note = 'x' WHERE id = ${used}`,
    sql`UPDATE recipe_versions SET used_at = NULL WHERE id = ${used}`,
    sql`DELETE FROM recipe_versions WHERE id = ${used}`,
    sql`UPDATE recipe_version_ingredients SET volume_ml = 9 WHERE version_id = ${used}`,
    sql`DELETE FROM recipe_version_ingredients WHERE version_id = ${used}`,
    sql`UPDATE recipe_version_ingredients SET version_id = ${used}, "order" = 7 WHERE version_id = ${unused}`,
    sql`INSERT INTO recipe_version_ingredients ${line} VALUES (${used}, 2, ${zinc.id}, 'as_supplied', 1)`,
  ];
  for (const attempt of attempts) {
    const failed: unknown = await clinic.db.execute(attempt).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(databaseErrorCode(failed)).toBe('23001');
  }
  await clinic.db.execute(
    sql`UPDATE recipe_version_ingredients SET volume_ml = 9 WHERE version_id = ${unused}`,
  );
  const version = await fetchVersionForSession(clinic.db, used);
  expect(version.totals.volumeMl).toBe(1.5);
});

test('a session reads the version it names, and cannot name one that is not there', async () => {
  const version = await fetchVersionForSession(clinic.db, recipe.currentVersionId);
  expect(version).toMatchObject({
    recipeId: recipe.id,
    recipeName: 'FPHL base',
    number: 1,
    isRecipeArchived: false,
    lockedAt: null,
    ingredients: [{ ingredientId: zinc.id, volumeMl: 1.5, ingredient: { name: 'Zinc' } }],
  });
  await expect(takeVersion(recipe.id)).rejects.toMatchObject({
    code: 'invalid',
    fields: [{ path: 'recipeVersionId' }],
  });
  await expect(fetchVersionForSession(clinic.db, recipe.id)).rejects.toMatchObject({
    code: 'not_found',
  });
});
