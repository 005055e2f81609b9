import { asc, eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { auditEntries } from '#server/db/schema/audit.ts';
import { recipes, recipeVersions } from '#server/db/schema/recipes.ts';
import { newPatient } from '#tests/support/factories.ts';
import { newCourse, newSession } from '#tests/support/treatment-factories.ts';
import {
  addApprovedRecipe,
  addIngredient,
  addRecipe,
  newLine,
  newRecipe,
} from '#tests/support/recipe-factories.ts';
import { type Client, openTestClinic, type TestClinic } from '#tests/support/test-clinic.ts';

let clinic: TestClinic;
let doctor: Client;
let biotin: { id: string };
let lidocaine: { id: string };
beforeEach(async () => {
  clinic = await openTestClinic();
  doctor = await clinic.as('practitioner');
  biotin = await addIngredient(doctor, { name: 'Biotin' });
  lidocaine = await addIngredient(doctor, {
    name: 'Lidocaine',
    class: 'anaesthetic',
    anaestheticFamily: 'amide',
    anaestheticMaxMg: 300,
    tier: 'principal',
  });
});

const pathsOf = (answer: { body: { fields: { path: string }[] } }): string[] =>
  answer.body.fields.map((field) => field.path);

test('a recipe comes with version 1, its totals and its findings', async () => {
  const made = await addRecipe(doctor, {
    ingredients: [
      newLine(lidocaine.id, {
        concentrationValue: 2,
        concentrationUnit: 'percent',
        volumeMl: 0.2,
        order: 2,
      }),
      newLine(biotin.id, { concentrationValue: 5, volumeMl: 0.1 }),
    ],
  });
  expect(made).toMatchObject({ name: 'FPHL base', version: 1, currentVersionNumber: 1 });
  const [version] = made.versions;
  if (!version) throw new Error('A recipe came without a version.');
  expect(version).toMatchObject({
    number: 1,
    basedOnVersionId: null,
    createdByName: 'The practitioner',
    usedInSessions: 0,
    lockedAt: null,
    totals: { volumeMl: 0.3, anaestheticMg: 4, isAnaestheticIncomplete: false, principalCount: 1 },
    ingredients: [
      { order: 1, amountMg: 0.5, ingredient: { name: 'Biotin', regulatoryStatus: 'compounded' } },
      { order: 2, amountMg: 4, ingredient: { name: 'Lidocaine', class: 'anaesthetic' } },
    ],
  });
  expect(version.findings.map((found) => found.code)).toEqual([
    'pair_unknown',
    'anaesthetic_weight_missing',
  ]);
  const read = await doctor('GET', `/api/recipes/${made.id}`);
  expect(read.body).toEqual(made);
  expect(read.headers.get('etag')).toBe('"1"');
  expect((await doctor('GET', `/api/recipes/versions/${version.id}`)).body).toEqual(version);
  const [entry] = await clinic.db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.entityId, made.id));
  expect(entry).toMatchObject({ act: 'recipes.create', after: { name: 'FPHL base' } });
});

test('what cannot be used is refused at its field', async () => {
  const refused = async (change: object, line: object = {}) =>
    pathsOf(
      await doctor('POST', '/api/recipes', {
        ...newRecipe([{ ...newLine(biotin.id), ...line }]),
        ...change,
      }),
    );
  expect(await refused({ name: ' ' })).toEqual(['name']);
  expect(await refused({ ingredients: [] })).toEqual(['ingredients']);
  expect(await refused({ intendedIndications: ['baldness'] })).toEqual(['intendedIndications.0']);
  expect(await refused({}, { volumeMl: 0 })).toEqual(['ingredients.0.volumeMl']);
  expect(await refused({}, { volumeMl: undefined })).toEqual(['ingredients.0.volumeMl']);
  expect(await refused({}, { concentrationValue: null })).toEqual([
    'ingredients.0.concentrationValue',
  ]);
  expect(await refused({}, { concentrationUnit: undefined })).toEqual([
    'ingredients.0.concentrationUnit',
  ]);
  const unknown = '00000000-0000-7000-8000-00000000ffff';
  expect(await refused({}, { ingredientId: unknown })).toEqual(['ingredients.0.ingredientId']);
  expect((await doctor('GET', '/api/recipes?total=yes')).body.total).toBe(0);
});

test('a strength or volume is never taken from the catalogue', async () => {
  const strong = await addIngredient(doctor, {
    name: 'Zinc',
    concentrationValue: 10,
    concentrationUnit: 'mg_per_ml',
  });
  const { concentrationValue: _, volumeMl: __, ...line } = newLine(strong.id);
  const answer = await doctor('POST', '/api/recipes', {
    ...newRecipe([]),
    ingredients: [line],
  });
  expect(pathsOf(answer).toSorted()).toEqual([
    'ingredients.0.concentrationValue',
    'ingredients.0.volumeMl',
  ]);
});

test('an archived ingredient cannot be put in a version', async () => {
  const made = await addRecipe(doctor, { ingredients: [newLine(biotin.id)] });
  await doctor('POST', `/api/ingredients/${biotin.id}/archive`, undefined, { 'if-match': '"1"' });
  const other = await doctor(
    'POST',
    '/api/recipes',
    newRecipe([newLine(biotin.id)], { name: 'B' }),
  );
  expect(pathsOf(other)).toEqual(['ingredients.0.ingredientId']);
  const next = await doctor('POST', `/api/recipes/${made.id}/versions`, {
    basedOnVersionId: made.currentVersionId,
    changeNote: 'More',
    ingredients: [newLine(lidocaine.id), newLine(biotin.id, { order: 2 })],
  });
  expect(pathsOf(next)).toEqual(['ingredients.1.ingredientId']);
  const { versions } = (await doctor('GET', `/api/recipes/${made.id}`)).body;
  expect(versions).toHaveLength(1);
  expect(versions[0].findings[0]).toMatchObject({ code: 'archived', level: 'review' });
});

test('a name belongs to one recipe in use, whatever its case or accents', async () => {
  const first = await addRecipe(doctor, { name: 'Çocktail nº 1' });
  const lines = [newLine(biotin.id)];
  const again = await doctor('POST', '/api/recipes', newRecipe(lines, { name: 'cocktail Nº 1' }));
  expect(again.status).toBe(409);
  expect(again.body).toMatchObject({ code: 'duplicate', fields: [{ path: 'name' }] });
  const other = await addRecipe(doctor, { name: 'Other' });
  const path = `/api/recipes/${other.id}`;
  const renamed = await doctor('PATCH', path, { name: 'COCKTAIL nº 1' }, { 'if-match': '"1"' });
  expect(renamed.body).toMatchObject({ code: 'duplicate', fields: [{ path: 'name' }] });
  await doctor('POST', `/api/recipes/${first.id}/archive`, undefined, { 'if-match': '"1"' });
  expect(
    (await doctor('PATCH', path, { name: 'COCKTAIL nº 1' }, { 'if-match': '"1"' })).status,
  ).toBe(200);
  const back = await doctor('POST', `/api/recipes/${first.id}/restore`, undefined, {
    'if-match': '"2"',
  });
  expect(back.body).toMatchObject({ code: 'duplicate', fields: [{ path: 'name' }] });
});

test('a stale change is answered with the recipe as it stands', async () => {
  const made = await addRecipe(doctor);
  const path = `/api/recipes/${made.id}`;
  expect((await doctor('PATCH', path, { notes: 'A' })).status).toBe(428);
  const saved = await doctor('PATCH', path, { notes: 'A' }, { 'if-match': '"1"' });
  expect(saved.body).toMatchObject({ notes: 'A', version: 2 });
  const stale = await doctor('PATCH', path, { notes: 'B' }, { 'if-match': '"1"' });
  expect(stale.status).toBe(412);
  expect(stale.body.current).toMatchObject({ notes: 'A', version: 2 });
});

test('a repeated create is answered, not done again', async () => {
  const headers = { 'idempotency-key': 'one-recipe' };
  const body = newRecipe([newLine(biotin.id)]);
  const first = await doctor('POST', '/api/recipes', body, headers);
  const again = await doctor('POST', '/api/recipes', body, headers);
  expect(again.status).toBe(201);
  expect(again.body).toEqual(first.body);
  expect((await doctor('GET', '/api/recipes?total=yes')).body.total).toBe(1);
});

test('the list shows the newest version in brief, narrows and orders', async () => {
  const base = await addRecipe(doctor, { ingredients: [newLine(biotin.id, { volumeMl: 0.1 })] });
  clinic.clock.now = new Date('2026-06-11T09:30:00.000Z');
  await addRecipe(doctor, { name: 'Água de rosas', intendedIndications: ['traction'] });
  await doctor('POST', `/api/recipes/${base.id}/versions`, {
    basedOnVersionId: base.currentVersionId,
    changeNote: 'With lidocaine',
    ingredients: [
      newLine(biotin.id, { volumeMl: 0.1 }),
      newLine(lidocaine.id, { volumeMl: 0.2, order: 2 }),
    ],
  });
  const list = async (query: string) => (await doctor('GET', `/api/recipes?${query}`)).body.items;
  const names = async (query: string) =>
    (await list(query)).map((item: { name: string }) => item.name);
  expect(await names('')).toEqual(['Água de rosas', 'FPHL base']);
  expect((await list('q=fphl'))[0]).toEqual({
    id: base.id,
    version: 2,
    name: 'FPHL base',
    intendedIndications: ['androgenetic_female'],
    intendedArea: null,
    notes: '',
    currentVersionId: expect.any(String),
    currentVersionNumber: 2,
    isArchived: false,
    createdAt: '2026-06-10T09:30:00.000Z',
    updatedAt: '2026-06-11T09:30:00.000Z',
    ingredientCount: 2,
    volumeMl: 0.3,
    usedInSessions: 0,
    isCurrentLocked: false,
    currentStatus: 'draft',
    approvedVersionId: null,
    approvedVersionNumber: null,
  });
  expect(await names('intendedFor=traction')).toEqual(['Água de rosas']);
  expect(await names('q=agua')).toEqual(['Água de rosas']);
  for (const sort of ['name', '-name', 'updatedAt', '-updatedAt']) {
    const first = (await doctor('GET', `/api/recipes?limit=1&sort=${sort}`)).body;
    const more = `limit=1&sort=${sort}&cursor=${first.nextCursor}`;
    const second = (await doctor('GET', `/api/recipes?${more}`)).body;
    expect(second.nextCursor, sort).toBeNull();
    expect(new Set([first.items[0].name, second.items[0].name]).size, sort).toBe(2);
  }
  const forged = btoa(JSON.stringify(['yesterday', base.id]));
  const answer = await doctor('GET', `/api/recipes?sort=updatedAt&cursor=${forged}`);
  expect(answer.status).toBe(422);
});

test('a manager reads, reception does not, and a refusal changes nothing', async () => {
  const made = await addRecipe(doctor);
  const rows = async () => [
    await clinic.db.select().from(recipes).orderBy(asc(recipes.id)),
    await clinic.db.select().from(recipeVersions).orderBy(asc(recipeVersions.id)),
  ];
  const before = await rows();
  const path = `/api/recipes/${made.id}`;
  const ofVersion = `/api/recipes/versions/${made.currentVersionId}`;
  const match = { 'if-match': '"1"' };
  const next = {
    basedOnVersionId: made.currentVersionId,
    changeNote: 'x',
    ingredients: [newLine(biotin.id)],
  };
  const writes: [string, string, unknown, Record<string, string>?][] = [
    ['POST', '/api/recipes', newRecipe([newLine(biotin.id)], { name: 'Other' })],
    ['PATCH', path, { notes: 'x' }, match],
    ['POST', `${path}/archive`, undefined, match],
    ['POST', `${path}/restore`, undefined, match],
    ['POST', `${path}/versions`, next],
    ['PATCH', ofVersion, { changeNote: 'x' }, match],
  ];
  for (const [who, reads] of [
    ['nobody', 401],
    ['receptionist', 403],
    ['manager', 200],
  ] as const) {
    const client = await clinic.as(who);
    for (const to of ['/api/recipes', path, ofVersion])
      expect((await client('GET', to)).status, `${who} ${to}`).toBe(reads);
    for (const [method, to, body, headers] of writes)
      expect((await client(method, to, body, headers)).status, `${who} ${to}`).toBe(
        who === 'nobody' ? 401 : 403,
      );
  }
  expect(await rows()).toEqual(before);
});

test('the list and the recipe count the sessions of each version, drafts included', async () => {
  const second = await clinic.as('practitioner-two');
  const made = await addApprovedRecipe(doctor, second, { ingredients: [newLine(biotin.id)] });
  const patient = await doctor('POST', '/api/patients', newPatient());
  const course = await doctor('POST', '/api/courses', newCourse(patient.body.id));
  const session = newSession(course.body.id, await clinic.staffId('practitioner'), {
    recipeVersionId: made.currentVersionId,
  });
  expect((await doctor('POST', '/api/sessions', session)).status).toBe(201);
  const [item] = (await doctor('GET', '/api/recipes')).body.items;
  expect(item).toMatchObject({ usedInSessions: 1, isCurrentLocked: true });
  const [version] = (await doctor('GET', `/api/recipes/${made.id}`)).body.versions;
  expect(version).toMatchObject({ usedInSessions: 1 });
  expect(version.lockedAt).not.toBeNull();
});
