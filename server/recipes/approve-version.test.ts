import { eq, sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { databaseErrorCode } from '#server/audit/transact.ts';
import { auditEntries } from '#server/db/schema/audit.ts';
import { recipeVersions } from '#server/db/schema/recipes.ts';
import { staff } from '#server/db/schema/staff.ts';
import { addIngredient, addRecipe, newLine } from '#tests/support/recipe-factories.ts';
import { type Client, openTestClinic, type TestClinic } from '#tests/support/test-clinic.ts';
import { newSession } from '#tests/support/treatment-factories.ts';
import { approveVersion, openCourse } from '#tests/support/treatment-steps.ts';

let clinic: TestClinic;
let author: Client;
let second: Client;
let zinc: { id: string };
let biotin: { id: string };
let versionId: string;
let recipeId: string;
let pairKey: string;
beforeEach(async () => {
  clinic = await openTestClinic();
  author = await clinic.as('practitioner');
  second = await clinic.as('practitioner-two');
  zinc = await addIngredient(author, { name: 'Zinc', class: 'mineral' });
  biotin = await addIngredient(author, { name: 'Biotin' });
  const lines = [newLine(zinc.id), newLine(biotin.id, { order: 2 })];
  ({ id: recipeId, currentVersionId: versionId } = await addRecipe(author, { ingredients: lines }));
  pairKey = `pair_unknown:${[zinc.id, biotin.id].toSorted().join(':')}`;
});

const path = () => `/api/recipes/versions/${versionId}`;
const approve = (by: Client, reasons: object[], version = 1) =>
  by('POST', `${path()}/approve`, { reasons }, { 'if-match': `"${version}"` });
const reason = () => ({ key: pairKey, reason: 'Looked at in the syringe.' });
const retire = (by: Client, version = 2) =>
  by('POST', `${path()}/retire`, undefined, { 'if-match': `"${version}"` });

test('another practitioner approves, with a reason for each finding to review', async () => {
  const refused = await approve(second, []);
  expect(refused.status).toBe(422);
  expect(refused.body.fields).toMatchObject([{ path: `reasons.${pairKey}` }]);
  const approved = await approve(second, [reason()]);
  expect(approved.body).toMatchObject({
    status: 'approved',
    approvedBy: await clinic.staffId('practitioner-two'),
    approvedByName: 'The practitioner-two',
    approvedAt: clinic.clock.now.toISOString(),
    approvalReasons: [{ key: pairKey, reason: 'Looked at in the syringe.' }],
    version: 2,
  });
  const [entry] = await clinic.db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.act, 'recipes.approve-version'));
  expect(entry).toMatchObject({ entityId: versionId });
  const again = await approve(second, [reason()], 2);
  expect(again.body).toMatchObject({ code: 'conflict', detail: 'Version 1 is approved already.' });
  const [item] = (await author('GET', '/api/recipes?approval=approved')).body.items;
  expect(item).toMatchObject({ approvedVersionId: versionId, currentStatus: 'approved' });
  expect((await author('GET', '/api/recipes?approval=waiting')).body.items).toEqual([]);
});

test('whoever wrote in it is no second person, and is told who is', async () => {
  const third = await clinic.as('prescriber');
  const own = await approve(author, [reason()]);
  expect(own.status).toBe(409);
  expect(own.body.detail).toBe(
    'You wrote in this version, so a second person approves it: The practitioner-two, The prescriber.',
  );
  const change = { changeNote: 'Less', ingredients: [newLine(zinc.id)] };
  await second('PATCH', path(), change, { 'if-match': '"1"' });
  expect((await approve(second, [], 2)).status).toBe(409);
  expect((await approve(third, [], 2)).body).toMatchObject({ status: 'approved' });
});

test('a clinic with one practitioner is told why and what to do', async () => {
  await clinic.db
    .update(staff)
    .set({ isActive: false })
    .where(sql`name <> 'The practitioner'`);
  const refused = await approve(author, [reason()]);
  expect(refused.status).toBe(409);
  expect(refused.body.detail).toContain('the clinic has no other one. Invite a colleague');
});

test('only an approved version is taken for a session; a draft keeps one that was retired', async () => {
  const me = await clinic.staffId('practitioner');
  const { courseId } = await openCourse(author);
  const body = newSession(courseId, me, { recipeVersionId: versionId });
  const refused = await author('POST', '/api/sessions', body);
  expect(refused.body.fields).toMatchObject([
    { path: 'recipeVersionId', message: expect.stringContaining('is not approved yet') },
  ]);
  await approveVersion(second, versionId);
  const made = await author('POST', '/api/sessions', body);
  expect(made.status, made.text).toBe(201);
  const retired = await retire(author, 3);
  expect(retired.body).toMatchObject({ status: 'retired', retiredBy: me });
  const kept = await author(
    'PATCH',
    `/api/sessions/${made.body.id}`,
    { recipeVersionId: versionId, notes: 'Kept' },
    { 'if-match': '"1"' },
  );
  expect(kept.status, kept.text).toBe(200);
  const other = await author('POST', '/api/sessions', body);
  expect(other.body.fields).toMatchObject([
    { path: 'recipeVersionId', message: 'Version 1 is retired. Choose another one.' },
  ]);
});

test('only what is approved can be retired, once', async () => {
  expect((await retire(author, 1)).body.detail).toBe('Version 1 is a draft: nobody uses it yet.');
  await approveVersion(second, versionId);
  expect((await retire(author)).status).toBe(200);
  expect((await retire(author, 3)).body.detail).toBe('Version 1 is retired already.');
  const { body } = await author('GET', `/api/recipes/${recipeId}`);
  expect(body.versions[0]).toMatchObject({ status: 'retired' });
});

test('the database itself keeps what was approved, and takes no first person', async () => {
  const me = await clinic.staffId('practitioner');
  const codeOf = async (attempt: ReturnType<typeof sql>) => {
    const failed: unknown = await clinic.db.execute(attempt).then(
      () => undefined,
      (error: unknown) => error,
    );
    return databaseErrorCode(failed);
  };
  expect(
    await codeOf(
      sql`UPDATE recipe_versions SET status = 'approved', approved_by = ${me}, approved_at = now()`,
    ),
  ).toBe('23514');
  await approveVersion(second, versionId);
  for (const attempt of [
    sql`UPDATE recipe_versions SET change_note = 'x'`,
    sql`UPDATE recipe_versions SET approved_by = NULL, approved_at = NULL, status = 'draft'`,
    sql`UPDATE recipe_versions SET approval_reasons = '[]'`,
    sql`DELETE FROM recipe_versions`,
    sql`UPDATE recipe_version_ingredients SET volume_ml = 9`,
  ])
    expect(await codeOf(attempt)).toBe('23001');
  const patched = await author('PATCH', path(), { changeNote: 'x' }, { 'if-match': '"2"' });
  expect(patched.body.detail).toContain('Version 1 is approved, so it stays as it is.');
});

test('nobody but practitioners approves or retires', async () => {
  const before = await clinic.db.select().from(recipeVersions);
  for (const who of ['nobody', 'receptionist', 'manager', 'owner'] as const) {
    const by = await clinic.as(who);
    for (const answer of [await approve(by, [reason()]), await retire(by, 1)])
      expect(answer.status, who).toBe(who === 'nobody' ? 401 : 403);
  }
  expect(await clinic.db.select().from(recipeVersions)).toEqual(before);
});
